import { describe, expect, test } from "vitest";
import { BIGINT, typeName } from "../data/data-type.ts";
import { aggregateQueryOf, planOf, problemsOf } from "../testing/compile-text.ts";
import type { PresetName } from "../spec/semantics-rules.ts";

const windowed = (items: string, more = ""): string =>
  `SELECT k, ${items} FROM orders GROUP BY k WINDOW TUMBLING(5s)${more}`;

describe("aggregates become calls over the stream's columns", () => {
  test("COUNT(*) has no argument, the others have theirs", () => {
    const { aggregates } = aggregateQueryOf(windowed("COUNT(*), COUNT(v), SUM(v), AVG(d), MIN(k), MAX(ts)"));
    expect(
      aggregates.map(({ name, arguments: list, type }) => [
        name,
        list.map((argument) => (argument.kind === "column" ? argument.index : argument)),
        typeName(type),
      ]),
    ).toEqual([
      ["count", [], "BIGINT"],
      ["count", [2], "BIGINT"],
      ["sum", [2], "BIGINT"],
      ["avg", [3], "DOUBLE"],
      ["min", [1], "STRING"],
      ["max", [0], "TIMESTAMP"],
    ]);
  });

  test("the same aggregate is computed once, wherever it stands", () => {
    const { aggregates, projection, having } = aggregateQueryOf(
      windowed("SUM(v) AS a, sum(orders.v) + 1 AS b, SUM(v * 1)", " HAVING SUM(V) > 2"),
    );
    expect(aggregates).toHaveLength(2);
    expect(projection).toMatchObject([
      { index: 0 },
      { index: 1 },
      { arguments: [{ index: 1 }, {}] },
      { index: 2 },
    ]);
    expect(having).toMatchObject({ arguments: [{ index: 1 }, {}] });
  });

  test("aggregates that only HAVING has are added", () => {
    const sql = windowed("COUNT(*)", " HAVING MAX(v) > 2");
    const { aggregates } = aggregateQueryOf(sql);
    expect(aggregates.map(({ name }) => name)).toEqual(["count", "max"]);
    expect(planOf(sql).output).toHaveLength(2);
  });

  test("arguments may be expressions", () => {
    expect(aggregateQueryOf(windowed("SUM(v * 2)")).aggregates[0]!.arguments[0]).toMatchObject({ name: "*" });
  });
});

test("FILTER makes the argument NULL where its condition is not true", () => {
  const { aggregates } = aggregateQueryOf(windowed("SUM(v) FILTER (WHERE f), COUNT(*) FILTER (WHERE v > 1)"));
  expect(aggregates[0]!.arguments[0]).toMatchObject({
    kind: "case",
    branches: [{ when: { index: 5 }, result: { index: 2 } }],
    otherwise: null,
    type: { kind: "BIGINT" },
  });
  expect(aggregates[1]!.arguments[0]).toMatchObject({
    kind: "case",
    branches: [{ result: { value: true } }],
  });
  expect(problemsOf(windowed("SUM(v) FILTER (WHERE v)"))).toEqual(['TYPE_MISMATCH "v"']);
  expect(problemsOf(windowed("SUM(v) FILTER (WHERE MAX(v) > 1)"))).toEqual(['NESTED_AGGREGATE "MAX(v)"']);
});

describe("DISTINCT", () => {
  test("COUNT, SUM and AVG know it; for MIN and MAX it changes nothing", () => {
    const { aggregates } = aggregateQueryOf(
      windowed(
        "COUNT(DISTINCT v), COUNT(v), SUM(DISTINCT v), AVG(DISTINCT v), MIN(DISTINCT v), MIN(v), COUNT_DISTINCT(v)",
      ),
    );
    expect(aggregates.map(({ name, distinct }) => [name, distinct])).toEqual([
      ["count", true],
      ["count", false],
      ["sum", true],
      ["avg", true],
      ["min", false],
      ["count_distinct", false],
    ]);
  });

  test("it goes with every aggregate, and means nothing for those that repetition does not change", () => {
    const { aggregates } = aggregateQueryOf(windowed("STDDEV(DISTINCT v), FIRST_VALUE(DISTINCT v)"));
    expect(aggregates.map(({ name, distinct }) => [name, distinct])).toEqual([
      ["stddev_samp", true],
      ["first_value", false],
    ]);
  });

  test("of * there is none", () => {
    expect(problemsOf(windowed("COUNT(DISTINCT *)"))).toEqual(['TYPE_MISMATCH "COUNT(DISTINCT *)"']);
  });
});

describe("what presets decide", () => {
  const facts = (preset: PresetName): readonly unknown[] =>
    aggregateQueryOf(windowed("SUM(v), AVG(v), AVG(m), COUNT(*)"), { preset }).aggregates.map(
      ({ type, emptyIsZero, overflow, rounding }) => [typeName(type), emptyIsZero, overflow, rounding],
    );

  test("velostream: NULL of nothing, DOUBLE averages, six more digits half to even", () => {
    expect(facts("velostream")).toEqual([
      ["BIGINT", false, "null", "half-even"],
      ["DOUBLE", false, "null", "half-even"],
      ["DECIMAL(38, 8)", false, "null", "half-even"],
      ["BIGINT", false, "null", "half-even"],
    ]);
  });

  test("ksqlDB: SUM and AVG of nothing are 0, averages are DOUBLE, sums wrap", () => {
    expect(facts("ksqldb")).toEqual([
      ["BIGINT", true, "wrap", "half-even"],
      ["DOUBLE", true, "wrap", "half-even"],
      ["DOUBLE", true, "wrap", "half-even"],
      ["BIGINT", false, "wrap", "half-even"],
    ]);
  });

  test("Flink: whole averages toward zero, at least six digits half up", () => {
    expect(facts("flink")).toEqual([
      ["BIGINT", false, "wrap", "half-up"],
      ["BIGINT", false, "wrap", "half-up"],
      ["DECIMAL(38, 6)", false, "wrap", "half-up"],
      ["BIGINT", false, "wrap", "half-up"],
    ]);
  });

  test("Flink's deviation of whole numbers is one, that of DECIMALs is refused, that of DOUBLEs is as ours", () => {
    expect(aggregateQueryOf(windowed("STDDEV_POP(v)"), { preset: "flink" }).aggregates[0]!.type).toEqual(
      BIGINT,
    );
    expect(problemsOf(windowed("STDDEV_POP(m)"), { preset: "flink" })).toEqual([
      'UNSUPPORTED_EXACT_VARIANCE "STDDEV_POP(m)"',
    ]);
    expect(problemsOf(windowed("STDDEV_POP(CAST(v AS DOUBLE))"), { preset: "flink" })).toEqual([]);
    const plain = "SELECT k, VAR_POP(v) AS a, VAR_POP(m) AS b, VAR_POP(d) AS c FROM orders GROUP BY k";
    expect(problemsOf(plain, { preset: "risingwave" })).toEqual([
      'UNSUPPORTED_EXACT_VARIANCE "VAR_POP(v)"',
      'UNSUPPORTED_EXACT_VARIANCE "VAR_POP(m)"',
    ]);
  });
});

describe("wrong aggregates", () => {
  test.each([
    ["SUM(k)", 'TYPE_MISMATCH "SUM(k)"'],
    ["SUM(*)", 'TYPE_MISMATCH "SUM(*)"'],
    ["SUM(NULL)", 'TYPE_MISMATCH "NULL"'],
    ["COUNT()", 'WRONG_ARGUMENT_COUNT "COUNT()"'],
    ["MAX(v, d)", 'WRONG_ARGUMENT_COUNT "MAX(v, d)"'],
    ["SUM(MAX(v))", 'NESTED_AGGREGATE "MAX(v)"'],
    ["SUM(1 + MAX(v))", 'NESTED_AGGREGATE "MAX(v)"'],
    ["SUM(nix)", 'UNKNOWN_COLUMN "nix"'],
  ])("%s: %s", (item, problem) => expect(problemsOf(windowed(item))).toEqual([problem]));

  test("COUNT(NULL) counts nothing", () => {
    expect(aggregateQueryOf(windowed("COUNT(NULL)")).aggregates[0]!.arguments[0]).toMatchObject({
      value: null,
    });
  });

  test("they cannot stand in WHERE or GROUP BY, whatever stands around them", () => {
    expect(problemsOf("SELECT COUNT(*) FROM orders WHERE v > SUM(v) + 1")).toEqual([
      'AGGREGATE_IN_WHERE "SUM(v)"',
    ]);
    expect(problemsOf("SELECT COUNT(*) FROM orders GROUP BY k, MAX(v) + 1")).toEqual([
      'AGGREGATE_IN_GROUP_BY "MAX(v)"',
    ]);
    expect(problemsOf("SELECT MAX(v) AS n, COUNT(*) FROM orders GROUP BY n")).toEqual([
      'AGGREGATE_IN_GROUP_BY "MAX(v)"',
    ]);
    expect(problemsOf("SELECT COUNT(*) AS n FROM orders WHERE n > 1")).toEqual(['ALIAS_NOT_VISIBLE "n"']);
  });
});
