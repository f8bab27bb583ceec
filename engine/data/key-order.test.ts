import { describe, expect, test } from "vitest";
import { arrayOf, BIGINT, type DataType, decimal, STRING, type Value } from "./data-type.ts";
import { compareKeyBytes, compareKeyValues } from "./key-order.ts";

const sorted = (types: readonly DataType[], keys: readonly (readonly Value[])[]): Value[][] => {
  const names = ["k", "r"].slice(0, types.length);
  return keys.map((key) => [...key]).sort((a, b) => compareKeyBytes(names, types, a, b));
};

test("one STRING key sorts by its UTF-8 bytes", () => {
  const keys = ["b", "é", "B", "😀", "￿", "ab", "a"].map((key) => [key]);
  const bytes = (text: string): string => Buffer.from(text, "utf8").toString("hex");
  const expected = keys.map(([key]) => key!).toSorted((a, b) => (bytes(a) < bytes(b) ? -1 : 1));
  expect(sorted([STRING], keys).flat()).toEqual(expected);
});

test("one BIGINT key sorts as 8 bytes compared unsigned: negatives come last", () => {
  expect(sorted([BIGINT], [[-1n], [2n], [0n], [-9n], [300n]]).flat()).toEqual([0n, 2n, 300n, -9n, -1n]);
});

test("several columns sort as the JSON object of upper-case names and values", () => {
  const keys = [
    ["a", 10n],
    ["a", 9n],
    ["a", null],
    ["A", 1n],
  ];
  expect(sorted([STRING, BIGINT], keys)).toEqual([
    ["A", 1n],
    ["a", 10n],
    ["a", 9n],
    ["a", null],
  ]);
});

test("a DECIMAL sorts as its text, with its scale", () => {
  expect(
    sorted(
      [STRING, decimal(4, 2)],
      [
        ["a", 1000n],
        ["a", 250n],
      ],
    ),
  ).toEqual([
    ["a", 1000n],
    ["a", 250n],
  ]);
});

test("in keys of several columns an ARRAY is JSON, not a text of it", () => {
  const types: DataType[] = [arrayOf(BIGINT), BIGINT];
  expect(compareKeyBytes(["a", "b"], types, ["[1]", 1n], ["[1]", 2n])).toBeLessThan(0);
  expect(compareKeyBytes(["a", "b"], types, ["[1]", 1n], ["[2]", 1n])).toBeLessThan(0);
  expect(compareKeyBytes(["a", "b"], types, [null, 1n], ["[2]", 1n])).toBeGreaterThan(0);
});

describe("keys by value", () => {
  const inOrder = (values: readonly Value[]): Value[] =>
    values
      .map((value) => [value])
      .sort(compareKeyValues)
      .flat();

  test("numbers go by size, NaN behind them, and NULL is the greatest of all", () => {
    expect(inOrder([100n, null, -1n, 9n, 10n])).toEqual([-1n, 9n, 10n, 100n, null]);
    expect(inOrder([NaN, null, Infinity, -0.5, 2])).toEqual([-0.5, 2, Infinity, NaN, null]);
    expect(inOrder([true, null, false])).toEqual([false, true, null]);
  });

  test("texts go by their UTF-8 bytes", () => {
    expect(inOrder(["😀", "\uffff", "é", "b", "B", ""])).toEqual(["", "B", "b", "é", "\uffff", "😀"]);
  });

  test("the first column that differs decides", () => {
    const keys: Value[][] = [
      ["b", 1n],
      ["a", null],
      [null, 0n],
      ["a", 2n],
    ];
    expect(keys.sort(compareKeyValues)).toEqual([
      ["a", 2n],
      ["a", null],
      ["b", 1n],
      [null, 0n],
    ]);
  });
});
