import { expect, test } from "vitest";
import {
  type BooleanBuffer,
  NumberBuffer,
  type StringBuffer,
  columnOf,
  createBuffer,
  writeValue,
} from "./column-buffer.ts";
import { readValue } from "./column.ts";
import { BIGINT, BOOLEAN, DOUBLE, STRING, decimal } from "./data-type.ts";
import { Dictionary } from "./dictionary.ts";

test("exact words are there only when a value is beyond 2^53", () => {
  expect(columnOf(BIGINT, [1n, 2n ** 53n - 1n])).toMatchObject({ exact: null });
  expect(columnOf(BIGINT, [1n, null, 2n ** 53n])).toMatchObject({
    exact: BigInt64Array.of(1n, 0n, 2n ** 53n),
  });
  expect(columnOf(decimal(38, 0), [-1n, 2n ** 64n])).toMatchObject({
    exact: BigInt64Array.of(-1n, -1n, 0n, 1n),
  });
});

test("a value that is written over is no longer wide", () => {
  const buffer = new NumberBuffer(BIGINT, 2);
  buffer.setExact(0, 2n ** 60n);
  buffer.setExact(1, 2n ** 61n);
  buffer.setExact(0, 5n);
  buffer.values[1] = 6;
  const column = buffer.column(2);
  expect(column.exact).toBeNull();
  expect([0, 1].map((row) => readValue(column, BIGINT, row))).toEqual([5n, 6n]);
});

test("rows that are cut out keep their exact values", () => {
  const buffer = new NumberBuffer(BIGINT, 3);
  [1n, 2n ** 60n, 3n].forEach((value, index) => buffer.setExact(index, value));
  const cut = buffer.column(3, 1);
  expect([0, 1].map((row) => readValue(cut, BIGINT, row))).toEqual([2n ** 60n, 3n]);
  expect(buffer.column(3, 2).exact).toBeNull();
});

test("clear makes every value valid again", () => {
  for (const type of [DOUBLE, BOOLEAN, STRING]) {
    const buffer = createBuffer(type, 2);
    buffer.setNull(1);
    expect(buffer.column(2).validity).toEqual(Uint8Array.of(1, 0));
    buffer.clear();
    expect(buffer.column(2).validity).toBeNull();
  }
});

test("reserve keeps values and NULLs; new rows are valid", () => {
  const numbers = createBuffer(DOUBLE, 1) as NumberBuffer;
  const flags = createBuffer(BOOLEAN, 1) as BooleanBuffer;
  const texts = createBuffer(STRING, 1) as StringBuffer;
  for (const buffer of [numbers, flags, texts]) {
    buffer.setNull(0);
    buffer.reserve(3);
    writeValue(buffer, 2, buffer.kind === "string" ? "a" : buffer.kind === "boolean" ? true : 2.5);
    expect(buffer.capacity).toBeGreaterThanOrEqual(3);
    expect(buffer.column(3).validity).toEqual(Uint8Array.of(0, 1, 1));
  }
  expect(readValue(numbers.column(3), DOUBLE, 2)).toBe(2.5);
  expect(readValue(flags.column(3), BOOLEAN, 2)).toBe(true);
  expect(readValue(texts.column(3), STRING, 2)).toBe("a");
});

test("columns are copies: writing on changes none that was handed out", () => {
  const buffer = new NumberBuffer(DOUBLE, 1);
  buffer.values[0] = 1;
  const column = buffer.column(1);
  buffer.values[0] = 2;
  expect(column.values[0]).toBe(1);
});

test("strings share the dictionary that they are given", () => {
  const dictionary = new Dictionary(["a"]);
  const column = columnOf(STRING, ["b", "a"], dictionary);
  expect(column).toMatchObject({ codes: Int32Array.of(1, 0), dictionary });
});
