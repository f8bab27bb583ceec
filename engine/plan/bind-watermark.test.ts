import { describe, expect, test } from "vitest";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import { orders, planOf, problemsOf } from "../testing/compile-text.ts";
import type { CompileOptions } from "./compile-query.ts";

const windowed = (options: string): string =>
  `SELECT k, COUNT(*) FROM orders GROUP BY k WINDOW TUMBLING(10s)${options === "" ? "" : ` WITH (${options})`}`;
const watermarkOf = (options: string, compile: CompileOptions = {}): WatermarkSpec =>
  planOf(windowed(options), compile).watermark;
const declared = { ...orders, maxOutOfOrderness: 2_000 };
const undeclared = { ...orders, maxOutOfOrderness: null };

describe("defaults of each preset", () => {
  test("velostream: 60 s bound, 100 ms minimum advance, 30 s idle, a watermark for each partition", () => {
    expect(planOf(windowed(""), {}, undeclared).watermark).toEqual({
      strategy: "bounded",
      bound: 60_000,
      minAdvance: 100,
      scope: "partition",
      idleTimeout: 30_000,
      maxFutureSkew: null,
    });
  });

  test("flink: nothing of these, a watermark of the source", () => {
    expect(watermarkOf("", { preset: "flink" })).toMatchObject({
      bound: 60_000,
      minAdvance: 0,
      scope: "source",
      idleTimeout: null,
    });
  });

  test("ksqlDB: stream time, for each partition", () => {
    expect(watermarkOf("", { preset: "ksqldb" })).toMatchObject({
      bound: 0,
      minAdvance: 0,
      scope: "partition",
      idleTimeout: null,
    });
  });
});

describe("the bound is the query's, else the stream's, else the preset's", () => {
  test("velostream and flink", () => {
    const own = windowed("'watermark.max_out_of_orderness' = '5s'");
    expect(planOf(own, {}, declared).watermark.bound).toBe(5_000);
    expect(planOf(windowed(""), {}, declared).watermark.bound).toBe(2_000);
    expect(planOf(windowed(""), { preset: "flink" }, declared).watermark.bound).toBe(2_000);
  });

  test("ksqlDB ignores both, that of the query with a note", () => {
    expect(planOf(windowed(""), { preset: "ksqldb" }, declared).watermark.bound).toBe(0);
    const own = windowed(
      "'watermark.strategy' = 'bounded_out_of_orderness', 'watermark.max_out_of_orderness' = '5s'",
    );
    expect(planOf(own, { preset: "ksqldb" }).watermark.bound).toBe(0);
    expect(problemsOf(own, { preset: "ksqldb" })).toEqual([
      "OPTION_WITHOUT_EFFECT \"'watermark.strategy' = 'bounded_out_of_orderness'\"",
      "OPTION_WITHOUT_EFFECT \"'watermark.max_out_of_orderness' = '5s'\"",
    ]);
  });
});

test("every option of the watermark is read", () => {
  expect(
    watermarkOf(
      "'watermark.max_out_of_orderness' = '1500ms', 'watermark.min_advance' = '0ms', 'watermark.idle_timeout' = '1h', 'watermark.scope' = 'global', 'watermark.max_future_skew' = '1d'",
    ),
  ).toEqual({
    strategy: "bounded",
    bound: 1_500,
    minAdvance: 0,
    scope: "global",
    idleTimeout: 3_600_000,
    maxFutureSkew: 86_400_000,
  });
});

test.each(["ascending", "ascending_timestamps"])("'%s' has no bound, and contradicts one", (strategy) => {
  expect(watermarkOf(`'watermark.strategy' = '${strategy}'`).strategy).toBe("ascending");
  const both = windowed(`'watermark.strategy' = '${strategy}', 'watermark.max_out_of_orderness' = '1s'`);
  expect(problemsOf(both)).toEqual(["CONTRADICTING_OPTIONS \"'watermark.max_out_of_orderness' = '1s'\""]);
});

test("idle is never, or after at least a millisecond", () => {
  expect(watermarkOf("'watermark.idle_timeout' = 'never'").idleTimeout).toBeNull();
  expect(watermarkOf("'watermark.idle_timeout' = '1ms'").idleTimeout).toBe(1);
  expect(problemsOf(windowed("'watermark.idle_timeout' = '0s'"))).toEqual([
    "BAD_OPTION_VALUE \"'watermark.idle_timeout' = '0s'\"",
  ]);
});
