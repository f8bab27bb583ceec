import fc from "fast-check";
import { expect, test } from "vitest";
import type { PhysicalPlan } from "./physical-plan.ts";
import { orders, planOf, problemsOf } from "../testing/compile-text.ts";
import { generatedRecords, streamDefinition } from "../testing/generate-records.ts";
import { firstDisagreement, runTrial, type Trial } from "../testing/trial.ts";

const declared = { ...orders, maxOutOfOrderness: 5_000 };
const problems = (sql: string): readonly string[] => problemsOf(sql, { preset: "flink" }, declared);

test("CURRENT_WATERMARK of the event time is the watermark that judges a record", () => {
  const { query } = planOf("SELECT k, CURRENT_WATERMARK(ts) AS w FROM orders", { preset: "flink" }, declared);
  expect(query).toMatchObject({
    kind: "project",
    judged: orders.schema.length,
    projection: [{}, { kind: "column", index: orders.schema.length, type: { kind: "TIMESTAMP" } }],
  });
  expect(planOf("SELECT k FROM orders", { preset: "flink" }, declared).query).toMatchObject({ judged: null });
});

test("its argument is the event time, of a stream that has a watermark", () => {
  for (const call of ["CURRENT_WATERMARK()", "CURRENT_WATERMARK(paid_at)", "CURRENT_WATERMARK(ts, ts)"])
    expect(problems(`SELECT ${call} AS w FROM orders`)).toEqual([`NOT_A_TIME_ATTRIBUTE "${call}"`]);
  const sql = "SELECT CURRENT_WATERMARK(ts) AS w FROM orders";
  expect(problemsOf(sql, { preset: "flink" }, { ...orders, maxOutOfOrderness: null })).toEqual([
    'NOT_A_TIME_ATTRIBUTE "CURRENT_WATERMARK(ts)"',
  ]);
});

const hop = "TABLE(HOP(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND, INTERVAL '10' SECOND))";
const tumble = (input: string): string =>
  `TABLE(TUMBLE(TABLE ${input}, DESCRIPTOR(ts), INTERVAL '5' SECOND))`;

test("WHERE reads the watermark of the source, also that of a query whose rows go on", () => {
  const plan = (sql: string): PhysicalPlan => planOf(sql, { preset: "flink" }, declared);
  const late = plan("SELECT k FROM orders WHERE ts <= CURRENT_WATERMARK(ts)");
  const index = orders.schema.length;
  expect(late).toMatchObject({
    filterJudged: index,
    filter: { name: "<=", arguments: [{ index: 0 }, { index }] },
  });
  expect(plan("SELECT k FROM (SELECT k, ts AS t FROM orders) WHERE t <= CURRENT_WATERMARK(t)")).toEqual(late);
  expect(plan("SELECT k FROM (SELECT k FROM orders WHERE ts <= CURRENT_WATERMARK(ts))")).toEqual(late);
  expect(plan("SELECT k FROM orders WHERE v > 1").filterJudged).toBeUndefined();
  const onTime = "SELECT * FROM orders WHERE ts > CURRENT_WATERMARK(ts)";
  const groups = "GROUP BY window_start, window_end";
  for (const sql of [
    `WITH f AS (${onTime}) SELECT window_start, COUNT(*) AS n FROM ${tumble("f")} ${groups}`,
    "SELECT k, COUNT(*) AS n FROM orders WHERE ts > CURRENT_WATERMARK(ts) GROUP BY k, TUMBLE(ts, INTERVAL '5' SECOND)",
    "SELECT k, SUM(v) OVER (ORDER BY ts) AS s FROM orders WHERE ts > CURRENT_WATERMARK(ts)",
  ])
    expect(plan(sql).filterJudged).toBe(index);
});

test("behind windows in FROM the event time is a column like any other, and in another scope WHERE cannot know the watermark", () => {
  const late = "ts <= CURRENT_WATERMARK(ts)";
  const refused = ['UNSUPPORTED_FUNCTION "CURRENT_WATERMARK"'];
  for (const sql of [
    `SELECT k FROM ${tumble("orders")} WHERE ${late}`,
    `SELECT CURRENT_WATERMARK(ts) AS w FROM ${tumble("orders")}`,
    `SELECT COUNT(*) AS n FROM ${hop} WHERE ${late} GROUP BY window_start, window_end`,
    `SELECT k FROM (SELECT * FROM ${hop}) WHERE ${late}`,
    `SELECT k FROM orders WHERE ${late} WITH ('watermark.scope' = 'partition', 'semantics' = 'flink')`,
  ])
    expect(problems(sql)).toEqual(refused);
});

test("a record is compared with the watermark before it: it is late there, the one that moves it is not", () => {
  const records = [10_000, 5_000, 4_999, 20_000, 15_000, 14_999].map((ts, i) => [
    ts,
    "a",
    i,
    null,
    null,
    null,
    ts,
    0,
  ]);
  const kept = (condition: string): unknown => {
    const sql = `SELECT v FROM orders WHERE ${condition}`;
    const [, found] = runTrial({
      sql,
      preset: "flink",
      settings: {},
      stream: { ...declared, split: null, splits: 1 },
      records,
      endOfInput: true,
      batch: 2,
      workers: 1,
    });
    return typeof found === "string" ? found : found.rows.map(({ values: [v] }) => Number(v));
  };
  expect(kept("ts < CURRENT_WATERMARK(ts)")).toEqual([2, 5]);
  expect(kept("ts <= CURRENT_WATERMARK(ts)")).toEqual([1, 2, 4, 5]);
  expect(kept("ts > CURRENT_WATERMARK(ts)")).toEqual([3]);
  expect(kept("CURRENT_WATERMARK(ts) IS NULL OR ts > CURRENT_WATERMARK(ts)")).toEqual([0, 3]);
});

test("it is refused elsewhere, and under rules that do not know it", () => {
  const refused = ['UNSUPPORTED_FUNCTION "CURRENT_WATERMARK"'];
  expect(problems("SELECT MAX(CURRENT_WATERMARK(ts)) AS w FROM orders GROUP BY k")).toEqual(refused);
  expect(problems(`SELECT CURRENT_WATERMARK(ts) AS w FROM ${hop}`)).toEqual(refused);
  const native = { preset: "velostream" } as const;
  expect(problemsOf("SELECT CURRENT_WATERMARK(ts) AS w FROM orders", native, declared)).toEqual(refused);
});

test("its values are those of the reference engine, whatever batches and threads there are", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        "SELECT k, CURRENT_WATERMARK(ts) AS w, v + 1 AS x FROM t WHERE v <> 2",
        "SELECT k, CURRENT_WATERMARK(ts) AS w FROM t WHERE ts <= CURRENT_WATERMARK(ts)",
        "SELECT k, v FROM t WHERE CURRENT_WATERMARK(ts) IS NULL OR ts > CURRENT_WATERMARK(ts)",
        "SELECT k, COUNT(*) AS n FROM t WHERE ts < CURRENT_WATERMARK(ts) GROUP BY k",
        "SELECT k, COUNT(*) AS n FROM t WHERE ts > CURRENT_WATERMARK(ts) GROUP BY k, TUMBLE(ts, INTERVAL '0.005' SECOND(1))",
        "SELECT k, SUM(v) OVER (PARTITION BY k ORDER BY ts) AS s FROM t WHERE v > 0 OR ts >= CURRENT_WATERMARK(ts)",
      ),
      streamDefinition.map((stream) => ({ ...stream, maxOutOfOrderness: stream.maxOutOfOrderness ?? 5 })),
      generatedRecords,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 3 }),
      (sql, stream, records, batch, workers) => {
        const trial: Trial = {
          sql,
          preset: "flink",
          settings: {},
          stream,
          records,
          endOfInput: true,
          batch,
          workers,
        };
        const disagreement = firstDisagreement(trial);
        if (disagreement !== null) throw new Error(`${disagreement}\n${JSON.stringify(trial)}`);
      },
    ),
    { numRuns: 150 },
  );
});
