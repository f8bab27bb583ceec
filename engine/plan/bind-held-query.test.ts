import { expect, test } from "vitest";
import { orders, planOf, problemsOf } from "../testing/compile-text.ts";

const declared = { ...orders, maxOutOfOrderness: 5_000 };

const held = (items: string, from = "orders"): string => `SELECT ${items} FROM ${from} EMIT ON WINDOW CLOSE`;
const codes = (sql: string): readonly string[] => problemsOf(sql, { preset: "risingwave" }, declared);

test("EMIT ON WINDOW CLOSE holds single records back until the watermark has passed their event time", () => {
  expect(planOf(held("ts, k, v + 1 AS w"), { preset: "risingwave" }, declared).query).toMatchObject({
    kind: "over",
    keys: [],
    windows: [{ spec: { leaves: "at-watermark" } }],
    functions: [],
    projection: [{ kind: "column" }, { kind: "column" }, { kind: "call" }],
  });
  expect(codes(held("*"))).toEqual([]);
});

test("their event time is one column of the result, as it is", () => {
  const wrong = ['EMIT_WITHOUT_EVENT_TIME "EMIT ON WINDOW CLOSE"'];
  expect(codes(held("k, v"))).toEqual(wrong);
  expect(codes(held("k, ts + INTERVAL '1' SECOND AS later"))).toEqual(wrong);
  expect(codes(held("ts, ts AS again"))).toEqual(wrong);
});

test("a stream without a watermark never lets them go, which is refused", () => {
  const sql = held("ts, k");
  expect(problemsOf(sql, { preset: "velostream", settings: { "watermark.strategy": "none" } })).toContain(
    'EMIT_WITHOUT_WATERMARK "EMIT ON WINDOW CLOSE"',
  );
});

test("records in windows, and OVER, are refused with it", () => {
  const refused = ['UNSUPPORTED_EMIT_ON_WINDOW_CLOSE "EMIT ON WINDOW CLOSE"'];
  expect(codes(held("ts, window_start", "TUMBLE(orders, ts, INTERVAL '5 seconds')"))).toEqual(refused);
  const over = held("ts, SUM(v) OVER (ORDER BY ts) AS s");
  expect(problemsOf(over, { preset: "velostream" }, declared)).toEqual(refused);
});

test("they stay in their splits, and no group is split", () => {
  const { partitioning } = planOf(
    `-- @num_partitions: 3\n${held("ts, k")}`,
    { preset: "risingwave" },
    declared,
  );
  expect(partitioning).toMatchObject({ strategy: "sticky", partitions: 3, splitsGroups: false });
});
