import { expect, test } from "vitest";
import { columnOf } from "../data/column-buffer.ts";
import { readValue } from "../data/column.ts";
import { BIGINT, BOOLEAN, TIMESTAMP } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import type { RecordCopies } from "../plan/physical-plan.ts";
import { CopyFilter, CopyMaker } from "./record-copies.ts";

const value: Expression = { kind: "column", index: 0, type: BIGINT };
const window = { kind: "hopping", size: 10, advance: 5, offset: 0, noneBelowZero: false } as const;
const copies: RecordCopies = { window, firstBound: 1, latestFirst: false, filter: null };
const columns = [columnOf(BIGINT, [7n, 8n])];
const times = Float64Array.of(12, 3);

function made(given: RecordCopies): readonly unknown[] {
  const { rows, columns: found } = new CopyMaker(given, [value]).make(
    columns,
    times,
    Int32Array.of(0, 1),
    0,
    2,
  );
  return [...rows].map((row, copy) => [
    row,
    readValue(found[0]!, BIGINT, copy),
    readValue(found[1]!, TIMESTAMP, copy),
    readValue(found[2]!, TIMESTAMP, copy),
  ]);
}

test("a record has a copy for each of its windows, ascending, or the latest first", () => {
  expect(made(copies)).toEqual([
    [0, 7n, 5, 15],
    [0, 7n, 10, 20],
    [1, 8n, -5, 5],
    [1, 8n, 0, 10],
  ]);
  expect(made({ ...copies, latestFirst: true })).toEqual([
    [0, 7n, 10, 20],
    [0, 7n, 5, 15],
    [1, 8n, 0, 10],
    [1, 8n, -5, 5],
  ]);
});

test("a record passes when one of its copies does, and where it has none that could be removed", () => {
  const end: Expression = { kind: "column", index: 2, type: TIMESTAMP };
  const over = (limit: number): Expression => ({
    kind: "call",
    name: ">",
    arguments: [end, { kind: "literal", value: limit, type: TIMESTAMP }],
    type: BOOLEAN,
  });
  const passing = (given: RecordCopies, limit: number): readonly number[] => [
    ...new CopyFilter(given, over(limit)).passing(columns, 2, times, Int32Array.of(0, 1), new Map()),
  ];
  expect(passing(copies, 15)).toEqual([1, 0]);
  expect(passing(copies, 20)).toEqual([0, 0]);
  // Windows [0, 2), [10, 12), …: neither 12 nor 3 lies in one.
  expect(passing({ ...copies, window: { ...window, size: 2, advance: 10 } }, 20)).toEqual([1, 1]);
});
