import { expect, test } from "vitest";
import { fitColumns, type ColumnWish } from "./fit-columns.ts";

const column = (width: number, rank = 0, fixed = false): ColumnWish => ({ width, rank, fixed });

test("what is left over is shared by all but the fixed columns", () => {
  expect(fitColumns([column(20, 0, true), column(100), column(80)], 300)).toEqual([20, 150, 130]);
});

test("columns leave by rank, the later of equals first, until the rest fits whole", () => {
  const wishes = [column(100), column(100, 1), column(100, 2), column(100, 2)];
  expect(fitColumns(wishes, 300)).toEqual([100, 100, 100, null]);
  expect(fitColumns(wishes, 250)).toEqual([125, 125, null, null]);
  expect(fitColumns(wishes, 150)).toEqual([150, null, null, null]);
});

test("a column of rank 0 never leaves and never shrinks", () => {
  expect(fitColumns([column(100), column(100)], 150)).toEqual([100, 100]);
});
