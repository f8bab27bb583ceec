import { describe, expect, test } from "vitest";
import { mended, orders, planOf, problemsOf } from "../testing/compile-text.ts";
import { compileQuery } from "./compile-query.ts";

const withOptions = (options: string): string => `SELECT k FROM orders WITH (${options})`;

describe("keys of WITH", () => {
  test("an unknown one is an error, mended by the nearest", () => {
    expect(problemsOf(withOptions("'watermark.max_out_of_orderdness' = '5s'"))).toEqual([
      "UNKNOWN_OPTION \"'watermark.max_out_of_orderdness'\"",
    ]);
    expect(mended(withOptions("'watermark.max_out_of_orderdness' = '5s'"))).toBe(
      withOptions("'watermark.max_out_of_orderness' = '5s'"),
    );
    expect(problemsOf(withOptions("'colour' = 'red'"))).toEqual(["UNKNOWN_OPTION \"'colour'\""]);
  });

  test("one that stands twice is an error at its second place", () => {
    const sql = withOptions("'watermark.min_advance' = '1s', 'WATERMARK.MIN_ADVANCE' = '1s'");
    expect(problemsOf(sql)).toEqual(["DUPLICATE_OPTION \"'WATERMARK.MIN_ADVANCE'\""]);
  });
});

describe("keys about servers, topics and files", () => {
  test("are noted once for the whole list, and change nothing", () => {
    const sql = withOptions(
      "'topic' = 'x', 'watermark.min_advance' = '1s', 'bootstrap.servers' = 'a:1', 'format' = 'json'",
    );
    expect(problemsOf(sql)).toEqual(["OPTION_WITHOUT_EFFECT \"'topic' = 'x'\""]);
    expect(planOf(sql).watermark.minAdvance).toBe(1_000);
    expect(compileQuery(sql, [orders]).diagnostics[0]!.message).toContain(
      "'topic', 'bootstrap.servers', 'format'",
    );
  });

  test("with the stream's name before them say what it is and when its records happened", () => {
    const sql = withOptions(
      "'orders.type' = 'kafka_source', 'orders.topic.name' = 'x', 'orders.sasl.jaas.config' = 'y', 'orders.event.time.field' = 'paid_at', 'source.watermark.min_advance' = '2s'",
    );
    expect(problemsOf(sql)).toEqual(["OPTION_WITHOUT_EFFECT \"'orders.type' = 'kafka_source'\""]);
    expect(planOf(sql)).toMatchObject({ time: { eventTime: 6 }, watermark: { minAdvance: 2_000 } });
  });

  test("of a sink never act", () => {
    const sql = withOptions("'out.type' = 'kafka_sink', 'out.event.time.field' = 'nix'");
    expect(problemsOf(sql)).toEqual(["OPTION_WITHOUT_EFFECT \"'out.type' = 'kafka_sink'\""]);
  });

  test("one that is nearly ours is an error behind a stream's name too", () => {
    const sql = withOptions("'orders.event.time.feild' = 'ts'");
    expect(problemsOf(sql)).toEqual(["UNKNOWN_OPTION \"'orders.event.time.feild'\""]);
    expect(mended(sql)).toBe(withOptions("'orders.event.time.field' = 'ts'"));
  });
});

describe("options of other engines", () => {
  const flink = (hint: string): string =>
    `SELECT k FROM orders /*+ OPTIONS(${hint}) */ WHERE v > 1 WITH ('semantics' = 'velostream')`;

  test("in a hint of Flink mean what they mean there", () => {
    expect(planOf(flink("'scan.watermark.idle-timeout' = '7s'")).watermark.idleTimeout).toBe(7_000);
    expect(planOf(flink("'scan.watermark.idle-timeout' = '0 ms'")).watermark.idleTimeout).toBeNull();
    expect(problemsOf(flink("'scan.startup.mode' = 'earliest-offset'"))).toEqual([
      "OPTION_WITHOUT_EFFECT \"'scan.startup.mode' = 'earliest-offset'\"",
    ]);
    expect(problemsOf(flink("'scan.watermark.idle-timeuot' = '7s'"))).toEqual([
      "UNKNOWN_OPTION \"'scan.watermark.idle-timeuot'\"",
    ]);
  });

  test("behind the name of the stream", () => {
    const sql = "SELECT k FROM orders WITH ('watermark.min_advance' = '4s') WHERE v > 1";
    expect(planOf(sql).watermark.minAdvance).toBe(4_000);
    expect(planOf(`${sql} WITH ('watermark.min_advance' = '5s')`).watermark.minAdvance).toBe(5_000);
  });
});

describe("values of WITH", () => {
  test.each([
    ["'watermark.min_advance' = 'soon'", "'soon'"],
    ["'watermark.min_advance' = '-1s'", "'-1s'"],
    ["'watermark.idle_timeout' = '5 parsecs'", "'5 parsecs'"],
    ["'watermark.max_out_of_orderness' = '10us'", "'10us'"],
    ["'watermark.scope' = 'all'", "'all'"],
    ["'late.data.strategy' = 'keep'", "'keep'"],
    ["'emit.final_marker' = 'yes'", "'yes'"],
    ["'semantics' = 'spark'", "'spark'"],
    ["'event.time.field' = ''", "''"],
  ])("%s is marked at its value", (option, range) => {
    expect(problemsOf(withOptions(option))).toEqual([`BAD_OPTION_VALUE "${range}"`]);
  });

  test("a misspelt word is mended by the nearest", () => {
    expect(mended(withOptions("'watermark.scope' = 'globel'"))).toBe(
      withOptions("'watermark.scope' = 'global'"),
    );
  });

  test("words are read in any letter case", () => {
    expect(planOf(withOptions("'watermark.scope' = 'GLOBAL'")).watermark.scope).toBe("global");
  });
});

describe("settings", () => {
  test("mean the same as WITH, which goes before them", () => {
    const settings = { "watermark.min_advance": "3s", "late.data.strategy": "drop" };
    const { watermark, late } = planOf(withOptions("'watermark.min_advance' = '1s'"), { settings });
    expect(watermark.minAdvance).toBe(1_000);
    expect(late.action).toBe("drop");
  });

  test("unknown ones and wrong values are errors, those of other engines not supported", () => {
    const codes = (settings: Record<string, string>): readonly string[] =>
      problemsOf("SELECT k FROM orders", { settings }).map((problem) => problem.split(" ")[0]!);
    expect(codes({ "watermark.scpe": "global" })).toEqual(["UNKNOWN_OPTION"]);
    expect(codes({ "watermark.scope": "all" })).toEqual(["BAD_OPTION_VALUE"]);
    expect(codes({ "table.exec.emit.early-fire.enabled": "true" })).toEqual(["UNSUPPORTED_SETTING"]);
  });
});
