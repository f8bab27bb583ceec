import { describe, expect, test } from "vitest";
import { mended, planOf, problemsOf } from "../testing/compile-text.ts";

const withOptions = (options: string): string => `SELECT k FROM orders WITH (${options})`;

describe("keys of WITH", () => {
  test("an unknown one is an error, mended by the nearest", () => {
    expect(problemsOf(withOptions("'watermark.max_out_of_orderdness' = '5s'"))).toEqual([
      "UNKNOWN_OPTION \"'watermark.max_out_of_orderdness'\"",
    ]);
    expect(mended(withOptions("'watermark.max_out_of_orderdness' = '5s'"))).toBe(
      withOptions("'watermark.max_out_of_orderness' = '5s'"),
    );
    expect(problemsOf(withOptions("'topic' = 'orders'"))).toEqual(["UNKNOWN_OPTION \"'topic'\""]);
  });

  test("one that stands twice is an error at its second place", () => {
    const sql = withOptions("'watermark.min_advance' = '1s', 'WATERMARK.MIN_ADVANCE' = '1s'");
    expect(problemsOf(sql)).toEqual(["DUPLICATE_OPTION \"'WATERMARK.MIN_ADVANCE'\""]);
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
