import fc from "fast-check";
import { expect, test } from "vitest";
import { orders, planOf, problemsOf } from "../testing/compile-text.ts";
import { generatedRecords, streamDefinition } from "../testing/generate-records.ts";
import { firstDisagreement, type Trial } from "../testing/trial.ts";

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
