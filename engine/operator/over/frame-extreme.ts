import { type Column, isNull, readValue } from "../../data/column.ts";
import { type ColumnBuffer, writeValue } from "../../data/column-buffer.ts";
import type { DataType } from "../../data/data-type.ts";
import { CellQueue } from "./cell-queue.ts";
import { compareValues } from "./cell-order.ts";
import type { CellStore } from "./cell-store.ts";
import type { FrameFunction } from "./frame-function.ts";
import type { FrameMoves } from "./frame-moves.ts";

/**
 * MIN or MAX of a frame by the values that can still become it: each is better than all behind it, so the first is the
 * result. A record comes and goes once, whatever the size of the frame.
 */
export class FrameExtreme implements FrameFunction {
  readonly #store: CellStore;
  readonly #index: number;
  readonly #type: DataType;
  /** 1: the greatest, -1: the least. */
  readonly #sign: 1 | -1;
  readonly #queues: CellQueue[] = [];

  /** @param index of the argument's column, which is of the result's type. */
  constructor(store: CellStore, index: number, type: DataType, greatest: boolean) {
    this.#store = store;
    this.#index = index;
    this.#type = type;
    this.#sign = greatest ? 1 : -1;
  }

  reserve(count: number): void {
    while (this.#queues.length < count) this.#queues.push(new CellQueue());
  }

  follow(moves: FrameMoves, out: ColumnBuffer): void {
    const column = this.#store.column(this.#index);
    let pushed = 0;
    let popped = 0;
    for (let i = 0; i < moves.length; i++) {
      const slot = moves.slot[i]!;
      const queue = this.#queues[slot];
      if (queue === undefined) {
        out.setNull(i);
        continue;
      }
      if (moves.emptied[i] === 1) queue.clear();
      for (const end = moves.pushEnd[i]!; pushed < end; pushed++) {
        const cell = moves.pushed.cell[pushed]!;
        if (!isNull(column, cell)) this.#push(queue, column, cell);
      }
      for (const end = moves.popEnd[i]!; popped < end; popped++)
        if (queue.size > 0 && queue.at(0) === moves.popped.cell[popped]) queue.shift();
      if (queue.size === 0) out.setNull(i);
      else writeValue(out, i, readValue(column, this.#type, queue.at(0)));
    }
  }

  #push(queue: CellQueue, column: Column, cell: number): void {
    while (
      queue.size > 0 &&
      this.#sign * compareValues(column, this.#type, queue.at(queue.size - 1), cell) <= 0
    )
      queue.pop();
    queue.push(cell);
  }
}
