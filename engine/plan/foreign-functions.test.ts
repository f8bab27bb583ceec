import { expect, test } from "vitest";
import { STRING } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import { planOf, problemsOf } from "../testing/compile-text.ts";
import type { Bound } from "./bound.ts";
import {
  type ForeignFunctions,
  flinkFunctions,
  meantCall,
  risingwaveFunctions,
} from "./foreign-functions.ts";

/** In WHERE, which every preset takes beside a window. */
function queryOf(sql: string): string {
  return `SELECT k, COUNT(*) FROM orders WHERE ${sql} GROUP BY k WINDOW TUMBLING(1m)`;
}

function bound(sql: string, preset: PresetName): Expression | null {
  return planOf(queryOf(`${sql} IS NULL`), { preset }).filter;
}

function problems(sql: string, preset: PresetName): readonly string[] {
  return problemsOf(queryOf(`${sql} IS NULL`), { preset });
}

const refused = (text: string): string[] => [`UNSUPPORTED_MEANING "${text}"`];

test("Flink and ksqlDB replace all matches, the others the first", () => {
  const call = "REGEXP_REPLACE(k, 'a', 'b')";
  const all = bound("REGEXP_REPLACE(k, 'a', 'b', 'g')", "velostream");
  expect(bound(call, "flink")).toEqual(all);
  expect(bound(call, "ksqldb")).toEqual(all);
  expect(bound(call, "velostream")).not.toEqual(all);
});

test("ARRAYs are looked into and sorted in other ways", () => {
  const array = "ARRAY[v, NULL]";
  expect(problems(`ARRAY_SORT(${array})`, "flink")).toEqual(refused(`ARRAY_SORT(${array})`));
  expect(problems(`ARRAY_CONTAINS(${array}, NULL)`, "flink")).toEqual(
    refused(`ARRAY_CONTAINS(${array}, NULL)`),
  );
  expect(problems(`ARRAY_CONTAINS(${array}, 1)`, "flink")).toEqual([]);
  expect(problems("ARRAY_JOIN(ARRAY[k], '-')", "ksqldb")).toEqual(refused("ARRAY_JOIN(ARRAY[k], '-')"));
  expect(problems("ARRAY_JOIN(ARRAY[k], '-', '')", "ksqldb")).toEqual([]);
  const doubles = "ARRAY_JOIN(ARRAY[d], '-', '')";
  for (const preset of ["flink", "ksqldb"] as const) {
    expect(problems(doubles, preset)).toEqual(refused(doubles));
    expect(problems("ARRAY_JOIN(ARRAY[CAST(d AS STRING)], '-', '')", preset)).toEqual([]);
  }
  expect(problems(doubles, "velostream")).toEqual([]);
  expect(problems(`ARRAY_CONTAINS(${array}, 1)`, "risingwave")).toEqual(
    refused(`ARRAY_CONTAINS(${array}, 1)`),
  );
});

test("ksqlDB names the pattern first", () => {
  expect(bound("REGEXP_EXTRACT('a(.)', k, 1)", "ksqldb")).toEqual(
    bound("REGEXP_EXTRACT(k, 'a(.)', 1)", "flink"),
  );
  expect(bound("REGEXP_EXTRACT_ALL('a', k)", "ksqldb")).toEqual(
    bound("REGEXP_EXTRACT_ALL(k, 'a')", "velostream"),
  );
  expect(problems("REGEXP_EXTRACT('(', k)", "ksqldb")).toEqual(["BAD_ARGUMENT \"'('\""]);
});

test("CONCAT with a NULL is NULL in Flink", () => {
  expect(bound("CONCAT(k, k)", "flink")).toMatchObject({ arguments: [{ name: "concat or null" }] });
  expect(bound("CONCAT(k, k)", "ksqldb")).toMatchObject({ arguments: [{ name: "concat" }] });
});

test("RisingWave reads times by PostgreSQL's letters, where mm is a month", () => {
  const time = "TO_TIMESTAMP(k, 'yyyy-mm-dd hh24:mi')";
  expect(bound(time, "risingwave")).toMatchObject({
    arguments: [{ name: "to_timestamp of letters" }],
  });
  expect(problems("TO_DATE(k, 'DD Mon YYYY')", "risingwave")).toEqual([]);
  expect(problems("TO_DATE(k, 'IYYY-IW')", "risingwave")).toEqual(["BAD_ARGUMENT \"'IYYY-IW'\""]);
  expect(problems(time, "velostream")).toEqual(["BAD_ARGUMENT \"'yyyy-mm-dd hh24:mi'\""]);
});

test("RisingWave rounds the half of a DOUBLE to even, and of a DECIMAL away from zero", () => {
  expect(bound("ROUND(d)", "risingwave")).toMatchObject({ arguments: [{ name: "round even" }] });
  expect(bound("ROUND(m)", "risingwave")).toMatchObject({ arguments: [{ name: "round" }] });
  expect(bound("ROUND(d)", "velostream")).toMatchObject({ arguments: [{ name: "round" }] });
});

test("Flink trims spaces only", () => {
  for (const name of ["TRIM", "LTRIM", "RTRIM"])
    expect(bound(`${name}(k)`, "flink")).toEqual(bound(`${name}(k, ' ')`, "velostream"));
});

test("literals for which another engine gives another result are refused there, and only there", () => {
  const cases: readonly (readonly [PresetName, string, string])[] = [
    ["flink", "SUBSTRING(k, 0, 2)", "SUBSTRING(k, 0)"],
    ["ksqldb", "SUBSTRING(k, 0, 2)", "SUBSTRING(k, 1, 2)"],
    ["flink", "LEFT(k, -1)", "LEFT(k, 1)"],
    ["ksqldb", "RIGHT(k, -1)", "RIGHT(k, 1)"],
    ["flink", "CHR(300)", "CHR(65)"],
    ["flink", "REGEXP_EXTRACT_ALL(k, '(a)')", "REGEXP_EXTRACT_ALL(k, '(a)', 1)"],
    ["risingwave", "SUBSTRING(k, -2)", "SUBSTRING(k, 0)"],
  ];
  for (const [preset, wrong, right] of cases) {
    expect(problems(wrong, preset)).toEqual(refused(wrong));
    expect(problems(right, preset)).toEqual([]);
    expect(problems(wrong, "velostream")).toEqual([]);
  }
});

test("a number that only the records tell is refused where it may be such a one", () => {
  const cases: readonly (readonly [PresetName, string, readonly string[]])[] = [
    [
      "flink",
      "SUBSTRING(k, v, 2)",
      ["SUBSTRING(k, v)", "SUBSTRING(k, POSITION('a' IN k) + 1, 2)", "SUBSTRING(k, ABS(v) + 1, 2)"],
    ],
    ["ksqldb", "SUBSTRING(k, INSTR(k, 'a'), 2)", ["SUBSTRING(k, GREATEST(v, 1), 2)"]],
    ["flink", "LEFT(k, v)", ["LEFT(k, LENGTH(k))", "LEFT(k, ABS(v))"]],
    ["ksqldb", "LEFT(k, v)", ["LEFT(k, GREATEST(v, 0))"]],
    ["ksqldb", "RIGHT(k, LENGTH(k) - 1)", ["RIGHT(k, LENGTH(k))"]],
    ["flink", "CHR(v)", ["CHR(65)"]],
    ["risingwave", "SUBSTRING(k, v)", ["SUBSTRING(k, POSITION('a' IN k))", "SUBSTRING(k, LENGTH(k) + 1)"]],
    ["risingwave", "SUBSTRING(k, 1 - 3)", ["SUBSTRING(k, 1 + 3)", "SUBSTRING(k, NULL)"]],
  ];
  for (const [preset, wrong, right] of cases) {
    expect(problems(wrong, preset)).toEqual(refused(wrong));
    expect(problems(wrong, "velostream")).toEqual([]);
    for (const call of right) expect(problems(call, preset)).toEqual([]);
  }
});

test("literal patterns, flags, groups and paths are looked at before any row is read", () => {
  const literal = (sql: string): readonly string[] => problems(sql, "velostream");
  expect(literal("REGEXP(k, 'a(?=b)')")).toEqual(["BAD_ARGUMENT \"'a(?=b)'\""]);
  expect(literal("REGEXP(k, 'a', 'x')")).toEqual(["BAD_ARGUMENT \"'x'\""]);
  expect(literal("REGEXP_EXTRACT(k, 'a', 1)")).toEqual(['BAD_ARGUMENT "1"']);
  expect(literal("REGEXP_REPLACE(k, 'a', '$1')")).toEqual(["BAD_ARGUMENT \"'$1'\""]);
  expect(literal("JSON_VALUE(k, '$..a')")).toEqual(["BAD_ARGUMENT \"'$..a'\""]);
  expect(literal("(k LIKE 'a' ESCAPE 'xy')")).toEqual(["BAD_ARGUMENT \"'xy'\""]);
  expect(literal("(k SIMILAR TO '(a')")).toEqual(["BAD_ARGUMENT \"'(a'\""]);
});

test("a backslash makes the next character of a pattern plain in RisingWave's LIKE, and nowhere in Flink", () => {
  const text: Bound = {
    expression: { kind: "literal", value: "a", type: STRING },
    type: STRING,
    range: { start: 0, end: 1 },
  };
  const escapeOf = (foreign: ForeignFunctions, name: string): unknown => {
    const meant = meantCall(name, [text, text], foreign);
    const last = "values" in meant ? meant.values[2]?.expression : undefined;
    return last?.kind === "literal" ? last.value : null;
  };
  expect(escapeOf(risingwaveFunctions, "like")).toBe("\\");
  expect(escapeOf(flinkFunctions, "like")).toBeNull();
  expect(escapeOf(flinkFunctions, "similar to")).toBe("");
});
