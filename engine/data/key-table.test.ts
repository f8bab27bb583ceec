import { expect, test } from "vitest";
import { columnOf } from "./column-buffer.ts";
import { BIGINT, BOOLEAN, decimal, DOUBLE, STRING, type Value } from "./data-type.ts";
import { KeyEncoder, KeyTable } from "./key-table.ts";

function encode(
  encoder: KeyEncoder,
  columns: ReturnType<typeof columnOf>[],
  length: number,
  unnamed?: number[],
): number[] {
  const out = new Int32Array(length);
  encoder.encode(columns, length, unnamed ? Uint8Array.from(unnamed) : null, out);
  return [...out];
}

test("ids are given in order of first sight, and NULL is a key", () => {
  const encoder = new KeyEncoder([STRING]);
  const column = columnOf(STRING, ["b", null, "a", "b", null]);
  expect(encode(encoder, [column], 5)).toEqual([0, 1, 2, 0, 1]);
  expect([0, 1, 2].map((id) => encoder.table.values(id))).toEqual([["b"], [null], ["a"]]);
});

test("records that have no key make none", () => {
  const encoder = new KeyEncoder([BIGINT]);
  expect(encode(encoder, [columnOf(BIGINT, [1n, 2n, 3n])], 3, [0, 1, 0])).toEqual([0, -1, 1]);
  expect(encoder.table.size).toBe(2);
});

test("without key columns there is the one key", () => {
  const encoder = new KeyEncoder([]);
  expect(encode(encoder, [], 3)).toEqual([0, 0, 0]);
  expect(encoder.table.size).toBe(1);
});

test("several columns of every type make one key, exact beyond 2^53, over several batches", () => {
  const types = [STRING, BIGINT, decimal(20, 2), DOUBLE, BOOLEAN];
  const encoder = new KeyEncoder(types);
  const wide = 9_007_199_254_740_993n;
  const rows: Value[][] = [
    ["a", wide, 123456789012345678n, 0, true],
    ["a", wide - 1n, 123456789012345678n, 0, true],
    ["a", wide, 123456789012345679n, 0, true],
    ["a", wide, 123456789012345678n, -0, true],
    ["a", wide, 123456789012345678n, 0, null],
    ["a", wide, 123456789012345678n, 0, true],
  ];
  const columns = (part: Value[][]) =>
    types.map((type, index) =>
      columnOf(
        type,
        part.map((row) => row[index]!),
      ),
    );
  const first = encode(encoder, columns(rows.slice(0, 3)), 3);
  const second = encode(encoder, columns(rows.slice(3)), 3);
  expect([...first, ...second]).toEqual([0, 1, 2, 0, 3, 0]);
  expect(encoder.table.values(2)).toEqual(rows[2]);
  expect(encoder.table.texts(2)).toEqual(["a", String(wide), "1234567890123456.79", "0", "true"]);
});

test("another thread's table is filled from what it lacks", () => {
  const encoder = new KeyEncoder([STRING, BIGINT]);
  const copy = new KeyTable([STRING, BIGINT]);
  const feed = (names: Value[], numbers: Value[]): void => {
    encode(encoder, [columnOf(STRING, names), columnOf(BIGINT, numbers)], names.length);
    copy.append(encoder.table.since(copy.size), 0, encoder.table.size - copy.size);
  };
  feed(["a", null], [1n, 2n]);
  feed(["c", "a"], [2n ** 60n, null]);
  for (let id = 0; id < encoder.table.size; id++) expect(copy.values(id)).toEqual(encoder.table.values(id));
});
