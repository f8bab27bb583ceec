import { expect, test } from "vitest";
import type { Value } from "./data-type.ts";
import { compareKeyBytes } from "./key-order.ts";

const sorted = (names: readonly string[], keys: readonly (readonly Value[])[]): Value[][] =>
  keys.map((key) => [...key]).sort((a, b) => compareKeyBytes(names, a, b));

test("one STRING key sorts by its UTF-8 bytes", () => {
  const keys = ["b", "é", "B", "😀", "￿", "ab", "a"].map((key) => [key]);
  const bytes = (text: string): string => Buffer.from(text, "utf8").toString("hex");
  const expected = keys.map(([key]) => key!).toSorted((a, b) => (bytes(a) < bytes(b) ? -1 : 1));
  expect(sorted(["k"], keys).flat()).toEqual(expected);
});

test("one BIGINT key sorts as 8 bytes compared unsigned: negatives come last", () => {
  expect(sorted(["k"], [[-1n], [2n], [0n], [-9n], [300n]]).flat()).toEqual([0n, 2n, 300n, -9n, -1n]);
});

test("several columns sort as the JSON object of upper-case names and values", () => {
  const keys = [
    ["a", 10n],
    ["a", 9n],
    ["a", null],
    ["A", 1n],
  ];
  expect(sorted(["k", "r"], keys)).toEqual([
    ["A", 1n],
    ["a", 10n],
    ["a", 9n],
    ["a", null],
  ]);
});
