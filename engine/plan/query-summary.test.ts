import { expect, test } from "vitest";
import { planOf } from "../testing/compile-text.ts";
import { summarize } from "./query-summary.ts";

test("a windowed query: roles of its columns, keys, and every measure", () => {
  const plan = planOf(
    "SELECT k AS who, COUNT(*) AS n, SUM(v) / COUNT(*) AS mean, window_start, window_time AS t, k || '!' AS loud, 1 AS one, CASE WHEN COUNT(*) > 1 THEN k END AS often FROM orders GROUP BY k, shard, v % 2 WINDOW TUMBLING(ts, 10s) EMIT CHANGES",
  );
  expect(summarize(plan)).toMatchObject({
    preset: "velostream",
    stream: "orders",
    roles: ["key", "aggregate", "aggregate", "window", "window", "key", "other", "aggregate"],
    keys: ["who", "shard", "key 3"],
    partitions: 4,
    strategy: "hash",
    strategyReason: "The query has groups, and hash keeps each of them whole.",
    splitsGroups: false,
    windowed: true,
    windowSize: 10_000,
    emission: "changes",
    bound: 60_000,
    allowedLateness: 5_000,
    lateAction: "process_with_warning",
    watermarkScope: "partition",
    minAdvance: 100,
    eventTime: "ts",
  });
});

test("a query without aggregates prints records", () => {
  const summary = summarize(planOf("SELECT k, v FROM orders WITH ('watermark.strategy' = 'ascending')"));
  expect(summary).toMatchObject({
    roles: ["other", "other"],
    keys: [],
    windowed: false,
    windowSize: null,
    emission: "records",
    bound: 1,
  });
});

test("the column of arrival is named, and null says that there is none", () => {
  const plan = planOf("SELECT k, v FROM orders");
  const arrival = plan.input.findIndex(({ name }) => name === "k");
  expect(summarize({ ...plan, time: { ...plan.time, arrival } }).arrival).toBe("k");
  expect(summarize({ ...plan, time: { ...plan.time, arrival: null } }).arrival).toBeNull();
});

test("a strategy that splits groups is marked", () => {
  const plan = planOf(
    "-- @partitioning_strategy: round_robin\nSELECT k, COUNT(*) FROM orders GROUP BY k WINDOW TUMBLING(10s)",
  );
  expect(summarize(plan)).toMatchObject({
    strategy: "round_robin",
    strategyReason: "@partitioning_strategy says so.",
    splitsGroups: true,
  });
});
