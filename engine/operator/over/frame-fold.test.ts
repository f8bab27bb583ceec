import { expect, test } from "vitest";
import { columnOf, createBuffer, type NumberBuffer } from "../../data/column-buffer.ts";
import { DOUBLE } from "../../data/data-type.ts";
import { CellStore } from "./cell-store.ts";
import { type Fold, FrameFold } from "./frame-fold.ts";
import { FrameMoves } from "./frame-moves.ts";

/** Results over the last two of these values. */
function overLastTwo(values: readonly (number | null)[], fold: Fold): (number | null)[] {
  const store = new CellStore([DOUBLE], 1, false);
  const cells = new Int32Array(values.length);
  store.take(cells, 0, values.length);
  store.put(
    [columnOf(DOUBLE, values)],
    Int32Array.from(values, (_, row) => row),
    cells,
    0,
    values.length,
  );
  const moves = new FrameMoves();
  values.forEach((_, row) => {
    moves.begin(0);
    moves.pushed.add(cells[row]!, 0, row);
    if (row >= 2) moves.popped.add(cells[row - 2]!, 0, 0);
    moves.end();
  });
  const frame = new FrameFold(store, 0, fold, false);
  frame.reserve(1);
  const out = createBuffer(DOUBLE, values.length) as NumberBuffer;
  frame.follow(moves, out);
  return values.map((_, row) => (out.validity?.[row] === 0 ? null : out.values[row]!));
}

test("a sum of DOUBLE keeps nothing of what has left: neither what it rounded away nor NaN", () => {
  expect(overLastTwo([1e16, 1, 2, NaN, 4, 5, null, null], "sum")).toEqual([
    1e16,
    1e16,
    3,
    NaN,
    NaN,
    9,
    5,
    null,
  ]);
});

test("AVG counts the values that are not NULL", () => {
  expect(overLastTwo([1, null, 5, 7], "average")).toEqual([1, 1, 5, 6]);
});

test("MIN and MAX forget what has left, and NaN is the greatest", () => {
  const values = [3, 1, 2, NaN, 5, 4, null, null];
  expect(overLastTwo(values, "greatest")).toEqual([3, 3, 2, NaN, NaN, 5, 4, null]);
  expect(overLastTwo(values, "least")).toEqual([3, 1, 1, 2, 5, 4, 4, null]);
});
