import fc from "fast-check";
import { expect, test } from "vitest";
import { orders, planOf, problemsOf } from "../testing/compile-text.ts";
import { generatedRecords, streamDefinition } from "../testing/generate-records.ts";
import { firstDisagreement, type Trial } from "../testing/trial.ts";

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

test("it is refused elsewhere, and under rules that do not know it", () => {
  const refused = ['UNSUPPORTED_FUNCTION "CURRENT_WATERMARK"'];
  expect(problems("SELECT k FROM orders WHERE ts > CURRENT_WATERMARK(ts)")).toEqual(refused);
  expect(problems("SELECT MAX(CURRENT_WATERMARK(ts)) AS w FROM orders GROUP BY k")).toEqual(refused);
  expect(
    problems(
      "SELECT CURRENT_WATERMARK(ts) AS w FROM TABLE(HOP(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND, INTERVAL '10' SECOND))",
    ),
  ).toEqual(refused);
  const native = { preset: "velostream" } as const;
  expect(problemsOf("SELECT CURRENT_WATERMARK(ts) AS w FROM orders", native, declared)).toEqual(refused);
});

test("its values are those of the reference engine, whatever batches and threads there are", () => {
  fc.assert(
    fc.property(
      streamDefinition.map((stream) => ({ ...stream, maxOutOfOrderness: stream.maxOutOfOrderness ?? 5 })),
      generatedRecords,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 3 }),
      (stream, records, batch, workers) => {
        const trial: Trial = {
          sql: "SELECT k, CURRENT_WATERMARK(ts) AS w, v + 1 AS x FROM t WHERE v <> 2",
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
