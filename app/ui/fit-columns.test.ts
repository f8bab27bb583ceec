import { expect, test } from "vitest";
import { fitColumns, type ColumnWish } from "./fit-columns.ts";

const column = (width: number, rank = 0, fixed = false): ColumnWish => ({ width, rank, fixed });

test("what is left over is shared by all but the fixed columns", () => {
  const wishes = [column(20, 0, true), column(100), column(80)];
  expect(fitColumns(wishes, 300, 8)).toEqual({ widths: [20, 150, 130], tight: false });
});

test("columns leave by rank, the later of equals first, until the rest fits whole", () => {
  const wishes = [column(100), column(100, 1), column(100, 2), column(100, 2)];
  expect(fitColumns(wishes, 300, 8).widths).toEqual([100, 100, 100, null]);
  expect(fitColumns(wishes, 250, 8).widths).toEqual([125, 125, null, null]);
  expect(fitColumns(wishes, 150, 8).widths).toEqual([150, null, null, null]);
});

test("where all that may leave has left, padding gives way before the pane scrolls", () => {
  expect(fitColumns([column(100), column(100)], 190, 8)).toEqual({ widths: [95, 95], tight: true });
  expect(fitColumns([column(100), column(100)], 150, 8)).toEqual({ widths: [92, 92], tight: true });
});

test("columns of one group leave together, whichever is asked first", () => {
  const of = (rank: number, group?: number): ColumnWish => ({ width: 50, rank, fixed: true, group });
  const wishes = [of(0), of(2, 7), of(2, 7), of(1)];
  expect(fitColumns(wishes, 199, 0).widths).toEqual([50, null, null, 50]);
  expect(fitColumns(wishes, 99, 0).widths).toEqual([50, null, null, null]);
});
