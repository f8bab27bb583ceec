import { describe, expect, test } from "vitest";
import { BIGINT, BOOLEAN, type DataType, STRING, type Value } from "../data/data-type.ts";
import { planOf, orders } from "../testing/compile-text.ts";
import { column, runExpression, runFunction } from "../testing/run-function.ts";

/** The third truth is NULL, "unknown". */
type Truth = boolean | null;
const truths: readonly Truth[] = [true, false, null];
const letters = new Map<Truth, string>([
  [true, "t"],
  [false, "f"],
  [null, "?"],
]);

function shown(values: readonly Value[]): string {
  return values.map((value) => letters.get(value as Truth)).join(" ");
}

/** The values of SQL over a row of columns named as given, as the whole engine binds and computes it. */
function evaluate(
  sql: string,
  columns: Readonly<Record<string, readonly [DataType, readonly Value[]]>>,
): readonly Value[] {
  const schema = Object.entries(columns).map(([name, [type]]) => ({ name, type }));
  const stream = { ...orders, schema, eventTime: null, arrival: null, split: null, splits: 1 };
  const { query } = planOf(`SELECT ${sql} AS x FROM orders`, { preset: "velostream" }, stream);
  if (query.kind !== "project") throw new Error("no projection");
  return runExpression(
    query.projection[0]!,
    Object.values(columns).map(([type, values]) => column(type, ...values)),
  ).values;
}

const nine = {
  a: [BOOLEAN, truths.flatMap((truth) => [truth, truth, truth])],
  b: [BOOLEAN, [...truths, ...truths, ...truths]],
} as const;

describe("of two conditions, each true, false, unknown", () => {
  test.each([
    ["a AND b", "t f ? f f f ? f ?"],
    ["a OR b", "t t t t f ? t ? ?"],
    ["NOT (a AND b)", "f t ? t t t ? t ?"],
    ["NOT a OR NOT b", "f t ? t t t ? t ?"],
    ["a = b", "t f ? f t ? ? ? ?"],
    ["a <> b", "f t ? t f ? ? ? ?"],
    ["a < b", "f f ? t f ? ? ? ?"],
    ["a <= b", "t f ? t t ? ? ? ?"],
    ["a > b", "f t ? f f ? ? ? ?"],
    ["a >= b", "t t ? f t ? ? ? ?"],
    ["a IS DISTINCT FROM b", "f t t t f t t t f"],
    ["a IS NOT DISTINCT FROM b", "t f f f t f f f t"],
    ["COALESCE(a, b)", "t t t f f f t f ?"],
    ["NULLIF(a, b)", "? t t f ? f ? ? ?"],
    ["CASE WHEN a THEN b ELSE NOT b END", "t f ? f t ? f t ?"],
    ["CASE WHEN a THEN b END", "t f ? ? ? ? ? ? ?"],
    ["CASE a WHEN b THEN TRUE ELSE FALSE END", "t f f f t f f f f"],
    ["a IN (b)", "t f ? f t ? ? ? ?"],
    ["a IN (b, TRUE)", "t t t f t ? ? ? ?"],
    ["a IN (b, NULL)", "t ? ? ? t ? ? ? ?"],
    ["a NOT IN (b, NULL)", "f ? ? ? f ? ? ? ?"],
    ["a BETWEEN b AND TRUE", "t t ? f t ? ? ? ?"],
  ])("%s", (sql, expected) => expect(shown(evaluate(sql, nine))).toBe(expected));
});

describe("of one condition", () => {
  test.each([
    ["NOT a", "f t ?"],
    ["NOT NOT a", "t f ?"],
    ["a IS NULL", "f f t"],
    ["a IS NOT NULL", "t t f"],
    ["a IS TRUE", "t f f"],
    ["a IS NOT TRUE", "f t t"],
    ["a IS FALSE", "f t f"],
    ["a IS NOT FALSE", "t f t"],
    ["a IS UNKNOWN", "f f t"],
    ["a IS NOT UNKNOWN", "t t f"],
    ["a AND NULL", "? f ?"],
    ["a OR NULL", "t ? ?"],
    ["a = NULL", "? ? ?"],
    ["NULL IS NULL", "t t t"],
    ["CASE WHEN a THEN TRUE WHEN NOT a THEN FALSE END", "t f ?"],
    ["CASE WHEN NULL THEN TRUE ELSE a END", "t f ?"],
  ])("%s", (sql, expected) => expect(shown(evaluate(sql, { a: [BOOLEAN, truths] }))).toBe(expected));
});

describe("BETWEEN over numbers: unknown unless one bound alone decides", () => {
  const bounds: readonly Value[] = [1n, 5n, null];
  const columns = {
    x: [BIGINT, bounds.flatMap(() => bounds.map(() => 3n))],
    low: [BIGINT, bounds.flatMap((low) => bounds.map(() => low))],
    high: [BIGINT, bounds.flatMap(() => bounds)],
  } as const;

  test.each([
    ["x BETWEEN low AND high", "f t ? f f f f ? ?"],
    ["x NOT BETWEEN low AND high", "t f ? t t t t ? ?"],
    ["NULL BETWEEN low AND high", "? ? ? ? ? ? ? ? ?"],
  ])("%s", (sql, expected) => expect(shown(evaluate(sql, columns))).toBe(expected));
});

describe("IN a list with NULLs", () => {
  test.each([
    ["x IN (1, 2)", "t f ?"],
    ["x IN (1, NULL)", "t ? ?"],
    ["x IN (NULL)", "? ? ?"],
    ["x NOT IN (1, 2)", "f t ?"],
    ["x NOT IN (1, NULL)", "f ? ?"],
    ["x IN (1, 2.5, x)", "t t ?"],
  ])("%s", (sql, expected) => expect(shown(evaluate(sql, { x: [BIGINT, [1n, 7n, null]] }))).toBe(expected));
});

describe("LIKE is unknown where text, pattern or escape is", () => {
  const columns = {
    text: [STRING, ["ab", "ab", "ab", null, null, null]],
    pattern: [STRING, ["a%", "b%", null, "a%", "b%", null]],
  } as const;

  test.each([
    ["text LIKE pattern", "t f ? ? ? ?"],
    ["text NOT LIKE pattern", "f t ? ? ? ?"],
    ["text LIKE '%'", "t t t ? ? ?"],
    ["text LIKE NULL", "? ? ? ? ? ?"],
    ["text LIKE pattern ESCAPE NULL", "? ? ? ? ? ?"],
  ])("%s", (sql, expected) => expect(shown(evaluate(sql, columns))).toBe(expected));
});

test("comparisons of every type are unknown beside NULL, whichever side it is", () => {
  for (const name of ["=", "<>", "<", "<=", ">", ">="])
    for (const [type, value] of [
      [BOOLEAN, true],
      [BIGINT, 1n],
      [STRING, "a"],
    ] as const)
      expect(
        runFunction(name, column(type, value, null, null), column(type, null, value, null)).values,
      ).toEqual([null, null, null]);
});

test("COALESCE and NULLIF over values: the first that is not NULL; NULL where both are equal", () => {
  const columns = { x: [BIGINT, [1n, null, 2n, null]], y: [BIGINT, [1n, 2n, null, null]] } as const;
  expect(evaluate("COALESCE(x, y, 9)", columns)).toEqual([1n, 2n, 2n, 9n]);
  expect(evaluate("NULLIF(x, y)", columns)).toEqual([null, null, 2n, null]);
});
