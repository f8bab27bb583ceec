import { expect, test } from "vitest";
import { readValue } from "../data/column.ts";
import { columnOf } from "../data/column-buffer.ts";
import { BIGINT, type DataType, decimal, type Value } from "../data/data-type.ts";
import { takeRows } from "../data/take-rows.ts";
import { ColumnScatter } from "./column-scatter.ts";

const beyond: readonly (readonly [DataType, Value])[] = [
  [BIGINT, 9_007_199_254_740_993n],
  [decimal(38, 2), 12_345_678_901_234_567_890_123_456n],
];

test.each(beyond)(
  "a number beyond 2^53 stays exact in a batch that is shorter than one before it: %o",
  (type, value) => {
    const scatter = new ColumnScatter(type);
    scatter.to(columnOf(type, [1n]), Int32Array.of(0), 1, 100);
    const column = scatter.to(columnOf(type, [value]), Int32Array.of(1), 1, 3);
    expect(readValue(column, type, 1)).toBe(value);
    expect(readValue(takeRows(column, Int32Array.of(1)), type, 0)).toBe(value);
  },
);
