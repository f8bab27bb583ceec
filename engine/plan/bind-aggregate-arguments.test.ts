import { describe, expect, test } from "vitest";
import { typeName } from "../data/data-type.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import { aggregateQueryOf, problemsOf } from "../testing/compile-text.ts";

const windowed = (items: string): string => `SELECT k, ${items} FROM orders GROUP BY k WINDOW TUMBLING(5s)`;

const callOf = (item: string, preset: PresetName = "velostream") =>
  aggregateQueryOf(windowed(item), { preset }).aggregates[0]!;

describe("constants of a call are parameters, not arguments", () => {
  test.each([
    ["STRING_AGG(k)", [","], "STRING"],
    ["LISTAGG(k, '-')", ["-"], "STRING"],
    ["TOPK(m, 3)", [3n], "ARRAY<DECIMAL(10, 2)>"],
    ["PERCENTILE_CONT(v, 0.25)", [0.25], "DOUBLE"],
    ["PERCENTILE_DISC(k, 1)", [1], "STRING"],
    ["FIRST_VALUE(v)", [null], "BIGINT"],
    ["LATEST_BY_OFFSET(v, 2)", [2n], "ARRAY<BIGINT>"],
    ["HISTOGRAM(v)", [], "MAP<STRING, BIGINT>"],
  ])("%s", (item, parameters, type) => {
    const call = callOf(item);
    expect(call.arguments).toHaveLength(1);
    expect(call.parameters).toEqual(parameters);
    expect(typeName(call.type)).toBe(type);
  });

  test.each([
    ["TOPK(v, 0)", 'WRONG_PARAMETER "0"'],
    ["TOPK(v, 1001)", 'WRONG_PARAMETER "1001"'],
    ["TOPK(v, v)", 'WRONG_PARAMETER "v"'],
    ["PERCENTILE_CONT(v, 1.5)", 'WRONG_PARAMETER "1.5"'],
    ["PERCENTILE_CONT(v, d)", 'WRONG_PARAMETER "d"'],
    ["STRING_AGG(k, 5)", 'WRONG_PARAMETER "5"'],
    ["STRING_AGG(k, NULL)", 'WRONG_PARAMETER "NULL"'],
    ["TOPK(v, true)", 'WRONG_PARAMETER "true"'],
  ])("%s: it has to be a constant of the right kind", (item, problem) => {
    expect(problemsOf(windowed(item))).toEqual([problem]);
  });
});

describe("two values", () => {
  test("are both arguments", () => {
    expect(callOf("ARG_MAX(k, v)").arguments).toMatchObject([{ index: 1 }, { index: 2 }]);
    expect(typeName(callOf("MAX_BY(k, v)").type)).toBe("STRING");
    expect(typeName(callOf("REGR_COUNT(v, d)").type)).toBe("BIGINT");
  });

  test.each([
    ["CORR(v)", 'WRONG_ARGUMENT_COUNT "CORR(v)"'],
    ["CORR(v, d, m)", 'WRONG_ARGUMENT_COUNT "CORR(v, d, m)"'],
    ["CORR(v, k)", 'TYPE_MISMATCH "CORR(v, k)"'],
    ["TOPK(v)", 'WRONG_ARGUMENT_COUNT "TOPK(v)"'],
    ["BOOL_AND(v)", 'TYPE_MISMATCH "BOOL_AND(v)"'],
  ])("%s", (item, problem) => expect(problemsOf(windowed(item))).toEqual([problem]));
});

test("COUNT(DISTINCT a, b) counts combinations in which nothing is NULL", () => {
  expect(callOf("COUNT(DISTINCT k, v)")).toMatchObject({
    distinct: true,
    arguments: [
      { branches: [{ when: { name: "is not null", arguments: [{ index: 2 }] }, result: { index: 1 } }] },
      { index: 2 },
    ],
  });
  expect(problemsOf(windowed("COUNT(k, v)"))).toEqual(['WRONG_ARGUMENT_COUNT "COUNT(k, v)"']);
  expect(problemsOf(windowed("SUM(DISTINCT v, d)"))).toEqual(['WRONG_ARGUMENT_COUNT "SUM(DISTINCT v, d)"']);
});

describe("ORDER BY inside", () => {
  test("puts the values in order: its keys are arguments behind them, NULL the greatest", () => {
    const call = callOf("STRING_AGG(k, ';' ORDER BY v DESC, d NULLS FIRST)");
    expect(call.arguments).toMatchObject([{ index: 1 }, { index: 2 }, { index: 3 }]);
    expect(call.order).toEqual([
      { descending: true, nullsFirst: true },
      { descending: false, nullsFirst: true },
    ]);
  });

  test("of WITHIN GROUP is the argument of a percentile", () => {
    const call = callOf("PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY v DESC)");
    expect(call).toMatchObject({ arguments: [{ index: 2 }], parameters: [0.9] });
    expect(call.order).toEqual([{ descending: true, nullsFirst: true }]);
  });

  test.each([
    ["SUM(v ORDER BY ts)", 'ORDER_IN_AGGREGATE "ts"'],
    ["PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY v, d)", 'WRONG_ARGUMENT_COUNT "d"'],
    ["STRING_AGG(DISTINCT k ORDER BY v)", 'ORDER_OF_DISTINCT "v"'],
    ["STRING_AGG(k ORDER BY MAX(v))", 'NESTED_AGGREGATE "MAX(v)"'],
  ])("%s is refused", (item, problem) => expect(problemsOf(windowed(item))).toEqual([problem]));

  test("of the value itself goes with DISTINCT", () => {
    expect(problemsOf(windowed("STRING_AGG(DISTINCT k ORDER BY k)"))).toEqual([]);
  });
});

describe("IGNORE NULLS and RESPECT NULLS", () => {
  test("say whether values that can be collected are, whatever the rules have", () => {
    expect(callOf("COLLECT_LIST(v)").keepsNulls).toBe(false);
    expect(callOf("COLLECT_LIST(v RESPECT NULLS)").keepsNulls).toBe(true);
    expect(callOf("ARRAY_AGG(v) IGNORE NULLS", "flink").keepsNulls).toBe(false);
    expect(callOf("FIRST_VALUE(v)", "flink").keepsNulls).toBe(false);
    expect(callOf("FIRST_VALUE(v) RESPECT NULLS").keepsNulls).toBe(true);
    expect(callOf("SUM(v) IGNORE NULLS").keepsNulls).toBe(false);
  });

  test("are the last argument of ksqlDB's functions by offset", () => {
    expect(callOf("LATEST_BY_OFFSET(v, false)", "ksqldb")).toMatchObject({
      keepsNulls: true,
      parameters: [null],
    });
    expect(callOf("EARLIEST_BY_OFFSET(v, 2, true)", "ksqldb")).toMatchObject({
      keepsNulls: false,
      parameters: [2n],
    });
  });

  test.each([
    ["SUM(v) RESPECT NULLS", 'NULLS_IN_AGGREGATE "SUM(v) RESPECT NULLS"'],
    ["COUNT(*) IGNORE NULLS", 'NULLS_IN_AGGREGATE "COUNT(*) IGNORE NULLS"'],
    ["SUM(value => v)", 'UNSUPPORTED_NAMED_ARGUMENT "value"'],
  ])("%s is refused", (item, problem) => expect(problemsOf(windowed(item))).toEqual([problem]));
});

describe("what presets decide", () => {
  test("Flink and ksqlDB collect NULLs, so that FILTER stays a condition of its own", () => {
    expect(callOf("COLLECT_LIST(v)").keepsNulls).toBe(false);
    for (const preset of ["flink", "ksqldb"] as const) {
      expect(callOf("ARRAY_AGG(v)", preset).keepsNulls).toBe(true);
      expect(callOf("TOPK(v, 2)", preset).keepsNulls).toBe(false);
    }
    const filtered = callOf("ARRAY_AGG(v) FILTER (WHERE f)", "ksqldb");
    expect(filtered).toMatchObject({ filtered: true, arguments: [{ index: 2 }, { index: 5 }] });
    expect(callOf("ARRAY_AGG(v) FILTER (WHERE f)")).toMatchObject({ filtered: false, arguments: [{}] });
  });

  test("of nothing, ksqlDB's collections are empty", () => {
    expect(callOf("TOPK(v, 2)", "ksqldb").emptyIsZero).toBe(true);
    expect(callOf("MAX(v)", "ksqldb").emptyIsZero).toBe(false);
  });

  test("COLLECT is a text by the native rules and a multiset in Flink, which is refused", () => {
    expect(callOf("COLLECT(k)").name).toBe("string_agg");
    expect(problemsOf(windowed("COLLECT(k)"), { preset: "flink" })).toEqual([
      'UNSUPPORTED_MEANING "COLLECT(k)"',
    ]);
  });

  test("STDDEV_SAMP is a variance in ksqlDB, which is refused; STDDEV_SAMPLE is what it says", () => {
    expect(callOf("STDDEV_SAMPLE(v)", "ksqldb").name).toBe("stddev_samp");
    expect(problemsOf(windowed("STDDEV_SAMP(v)"), { preset: "ksqldb" })).toEqual([
      'UNSUPPORTED_MEANING "STDDEV_SAMP(v)"',
    ]);
  });

  test("a correlation of nothing is NaN in ksqlDB", () => {
    expect(callOf("CORRELATION(v, d)", "ksqldb")).toMatchObject({ name: "corr", emptyIsZero: true });
    expect(callOf("CORR(v, d)").emptyIsZero).toBe(false);
  });
});
