import fc from "fast-check";
import { expect, test } from "vitest";
import { orders, planOf, problemsOf } from "../testing/compile-text.ts";
import { generatedRecords, streamDefinition } from "../testing/generate-records.ts";
import { firstDisagreement, runTrial, type Trial } from "../testing/trial.ts";

const declared = { ...orders, maxOutOfOrderness: 5_000 };
const session = (input = "orders PARTITION BY k"): string =>
  `TABLE(SESSION(TABLE ${input}, DESCRIPTOR(ts), INTERVAL '3' SECOND))`;
const problems = (sql: string, preset: "flink" | "velostream" = "flink"): readonly string[] =>
  problemsOf(sql, { preset }, declared);

test("SESSION without groups puts out the records of a session when it closes: groups are those of PARTITION BY", () => {
  const sql = `SELECT window_start, v + 1 AS w, window_end, k FROM ${session()}`;
  const { query, output, late } = planOf(sql, { preset: "flink" }, declared);
  expect(output.map(({ name }) => name)).toEqual(["window_start", "w", "window_end", "k"]);
  expect(late.allowedLateness).toBe(0);
  expect(query).toMatchObject({
    kind: "aggregate",
    unfolds: true,
    keys: [{ kind: "column", index: 1 }],
    aggregates: [
      { name: "each", arguments: [{ index: 2 }] },
      { name: "each", arguments: [{ index: 1 }] },
    ],
    projection: [
      { kind: "column", index: 3 },
      { kind: "call", arguments: [{ index: 1 }, {}] },
      { kind: "column", index: 4 },
      { kind: "column", index: 2 },
    ],
    emission: { mode: "final" },
  });
  expect(problems(`SELECT * FROM ${session("orders")}`)).toEqual([]);
});

test("what would decide about rows that have left their sessions is refused", () => {
  const sql = `SELECT k FROM ${session()}`;
  expect(problems(`${sql} WHERE v > 1`)).toEqual(['UNSUPPORTED_PLAIN_WINDOW "v > 1"']);
  expect(problems(`${sql} ORDER BY window_time`)).toContain('UNSUPPORTED_PLAIN_WINDOW "window_time"');
  expect(problems(`SELECT k, COUNT(*) AS n FROM ${session()} GROUP BY k`)).toEqual([
    `UNSUPPORTED_PLAIN_WINDOW "${session()}"`,
  ]);
  expect(problems(sql, "velostream")).toContain(`UNSUPPORTED_PLAIN_WINDOW "${session()}"`);
});

test("a condition before the sessions decides which records make them, one behind them is refused wherever it stands", () => {
  const before = "(SELECT * FROM orders WHERE v > 1) PARTITION BY k";
  const plain = planOf(`SELECT * FROM ${session()}`, { preset: "flink" }, declared);
  const filtered = planOf(`SELECT * FROM ${session(before)}`, { preset: "flink" }, declared);
  expect(filtered).toMatchObject({ query: plain.query, filter: { kind: "call", name: ">" } });
  expect(
    planOf(
      `WITH f AS (SELECT * FROM orders WHERE v > 1) SELECT * FROM ${session("f PARTITION BY k")}`,
      { preset: "flink" },
      declared,
    ),
  ).toEqual(filtered);
  expect(planOf(`SELECT * FROM (SELECT * FROM ${session(before)}) x`, { preset: "flink" }, declared)).toEqual(
    filtered,
  );
  expect(problems(`SELECT * FROM ${session(before)} WHERE k = 'a'`)).toEqual([
    `UNSUPPORTED_PLAIN_WINDOW "k = 'a'"`,
  ]);
  expect(problems(`SELECT * FROM (SELECT * FROM ${session()} WHERE v > 1) x`)).toEqual([
    'UNSUPPORTED_PLAIN_WINDOW "v > 1"',
  ]);
  expect(problems(`SELECT * FROM (SELECT * FROM ${session(before)} WHERE k = 'a') x`)).toEqual([
    `UNSUPPORTED_PLAIN_WINDOW "k = 'a'"`,
  ]);
});

test("records that a condition before the sessions removes neither make nor join them: 2 s and 6 s are in two sessions of 3 s", () => {
  const sql = `SELECT window_start, window_end, v FROM ${session("(SELECT * FROM orders WHERE v > 1) PARTITION BY k")}`;
  const records = [1_000, 2_000, 4_000, 6_000].map((ts, i) => [
    ts,
    "a",
    [2, 3, 1, 4][i]!,
    null,
    null,
    null,
    ts,
    0,
  ]);
  const rows = [2, 3, 4].map((v) => [v < 4 ? 1_000 : 6_000, v < 4 ? 5_000 : 9_000, BigInt(v)]);
  const trial: Trial = {
    sql,
    preset: "flink",
    settings: {},
    stream: declared,
    records,
    endOfInput: true,
    batch: 2,
    workers: 1,
  };
  expect(firstDisagreement(trial)).toBeNull();
  const [, found] = runTrial(trial);
  expect(typeof found === "string" ? found : found.rows.map(({ values }) => values)).toEqual(rows);
});

test("sessions of a query inside a query may be grouped outside", () => {
  const groups = "GROUP BY window_start, window_end, k";
  const sql = `SELECT window_start, k, COUNT(*) AS n FROM (SELECT * FROM ${session()}) ${groups}`;
  expect(planOf(sql, { preset: "flink" }, declared)).toEqual(
    planOf(
      `SELECT window_start, k, COUNT(*) AS n FROM ${session()} ${groups}`,
      { preset: "flink" },
      declared,
    ),
  );
});

test("their rows are those of the reference engine, whatever batches and threads there are", () => {
  const from = (by: string): string =>
    `TABLE(SESSION(TABLE t ${by}, DESCRIPTOR(ts), INTERVAL '0.004' SECOND(1)))`;
  fc.assert(
    fc.property(
      fc.constantFrom(
        `SELECT window_start, window_end, k, v FROM ${from("PARTITION BY k")}`,
        `SELECT *, v * 2 AS w FROM ${from("PARTITION BY (k, b)")}`,
        `WITH f AS (SELECT k, v, ts FROM t WHERE v > 0) SELECT window_end, k, v FROM ${from("PARTITION BY k").replace("TABLE t", "TABLE f")}`,
        `SELECT k, m, CAST(window_time AS STRING) AS wt FROM ${from("")}`,
      ),
      streamDefinition.map((stream) => ({ ...stream, maxOutOfOrderness: stream.maxOutOfOrderness ?? 5 })),
      generatedRecords,
      fc.boolean(),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 3 }),
      (sql, stream, records, endOfInput, batch, workers) => {
        const trial: Trial = {
          sql,
          preset: "flink",
          settings: {},
          stream,
          records,
          endOfInput,
          batch,
          workers,
        };
        const disagreement = firstDisagreement(trial);
        if (disagreement !== null) throw new Error(`${disagreement}\n${JSON.stringify(trial)}`);
      },
    ),
    { numRuns: 300 },
  );
});
