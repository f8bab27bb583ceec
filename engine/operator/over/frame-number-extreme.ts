import type { NumberColumn } from "../../data/column.ts";
import type { ColumnBuffer, NumberBuffer } from "../../data/column-buffer.ts";
import type { CellStore } from "./cell-store.ts";
import type { FrameFunction } from "./frame-function.ts";
import type { FrameMoves } from "./frame-moves.ts";

/** As `FrameExtreme`, of values that doubles hold exactly: loops over typed arrays. NaN is the greatest. */
export class FrameNumberExtreme implements FrameFunction {
  readonly #store: CellStore;
  readonly #index: number;
  readonly #greatest: boolean;
  readonly #queues: Candidates[] = [];

  /** @param index of the argument's column. */
  constructor(store: CellStore, index: number, greatest: boolean) {
    this.#store = store;
    this.#index = index;
    this.#greatest = greatest;
  }

  reserve(count: number): void {
    while (this.#queues.length < count) this.#queues.push(new Candidates());
  }

  follow(moves: FrameMoves, out: ColumnBuffer): void {
    const { values, validity } = this.#store.column(this.#index) as NumberColumn;
    const results = (out as NumberBuffer).values;
    const greatest = this.#greatest;
    const queues = this.#queues;
    const { length, slot: slots, emptied, pushEnd, popEnd } = moves;
    const pushedCells = moves.pushed.cell;
    const poppedCells = moves.popped.cell;
    let pushed = 0;
    let popped = 0;
    for (let i = 0; i < length; i++) {
      const queue = queues[slots[i]!];
      if (queue === undefined) {
        out.setNull(i);
        continue;
      }
      if (emptied[i] === 1) queue.first = queue.end = 0;
      for (const end = pushEnd[i]!; pushed < end; pushed++) {
        const cell = pushedCells[pushed]!;
        if (validity === null || validity[cell] === 1) push(queue, cell, values[cell]!, greatest);
      }
      for (const end = popEnd[i]!; popped < end; popped++)
        if (queue.first < queue.end && queue.cells[queue.first & queue.mask] === poppedCells[popped])
          queue.first++;
      if (queue.first < queue.end) results[i] = queue.values[queue.first & queue.mask]!;
      else out.setNull(i);
    }
  }
}

/** Cells of a frame with their values, each better than all behind it; rings whose length is a power of two. */
class Candidates {
  cells: Int32Array = new Int32Array(8);
  values: Float64Array = new Float64Array(8);
  mask: number = 7;
  first: number = 0;
  end: number = 0;
}

/** Drops what can no longer become the result, now that `value` has come. */
function push(queue: Candidates, cell: number, value: number, greatest: boolean): void {
  const { values, mask, first } = queue;
  let { end } = queue;
  // Neither test holds where one of the two is NaN, the greatest.
  if (greatest)
    while (
      end > first &&
      !(values[(end - 1) & mask]! > value) &&
      !isOnlyNaN(values[(end - 1) & mask]!, value)
    )
      end--;
  else
    while (
      end > first &&
      !(values[(end - 1) & mask]! < value) &&
      !isOnlyNaN(value, values[(end - 1) & mask]!)
    )
      end--;
  queue.end = end;
  if (end - first > mask) grow(queue);
  queue.cells[end & queue.mask] = cell;
  queue.values[end & queue.mask] = value;
  queue.end++;
}

function isOnlyNaN(a: number, b: number): boolean {
  return a !== a && b === b;
}

function grow(queue: Candidates): void {
  const { cells, values, mask, first, end } = queue;
  const size = 2 * cells.length;
  queue.cells = new Int32Array(size);
  queue.values = new Float64Array(size);
  queue.mask = size - 1;
  for (let i = first; i < end; i++) {
    queue.cells[i & queue.mask] = cells[i & mask]!;
    queue.values[i & queue.mask] = values[i & mask]!;
  }
}
