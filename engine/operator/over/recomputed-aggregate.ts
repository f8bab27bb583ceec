import type { Accumulator } from "../../aggregate/accumulator.ts";
import type { Column } from "../../data/column.ts";
import type { ColumnBuffer } from "../../data/column-buffer.ts";
import { CellQueue } from "./cell-queue.ts";
import type { CellStore } from "./cell-store.ts";
import type { FrameFunction } from "./frame-function.ts";
import type { FrameMoves } from "./frame-moves.ts";

/** An aggregate that cannot take records back, computed anew from the whole frame for each record. */
export class RecomputedAggregate implements FrameFunction {
  readonly #accumulator: Accumulator;
  readonly #store: CellStore;
  readonly #columns: readonly number[];
  readonly #frames: CellQueue[] = [];

  /** @param accumulator with one slot. @param columns of the arguments. */
  constructor(accumulator: Accumulator, store: CellStore, columns: readonly number[]) {
    this.#accumulator = accumulator;
    this.#store = store;
    this.#columns = columns;
  }

  reserve(count: number): void {
    while (this.#frames.length < count) this.#frames.push(new CellQueue());
  }

  follow(moves: FrameMoves, out: ColumnBuffer): void {
    const columns = this.#columns.map((index) => this.#store.column(index));
    let pushed = 0;
    let popped = 0;
    for (let i = 0; i < moves.length; i++) {
      const slot = moves.slot[i]!;
      const frame = this.#frames[slot];
      if (frame === undefined) {
        out.setNull(i);
        continue;
      }
      if (moves.emptied[i] === 1) frame.clear();
      for (const end = moves.pushEnd[i]!; pushed < end; pushed++) frame.push(moves.pushed.cell[pushed]!);
      for (const end = moves.popEnd[i]!; popped < end; popped++) frame.shift();
      this.#compute(frame, columns, out, i);
    }
  }

  #compute(frame: CellQueue, columns: readonly Column[], out: ColumnBuffer, at: number): void {
    const accumulator = this.#accumulator;
    const cell = new Int32Array(1);
    const slot = new Int32Array(1);
    accumulator.reset(0);
    for (let i = 0; i < frame.size; i++) {
      cell[0] = frame.at(i);
      accumulator.add({ base: i - cell[0]!, columns }, cell, slot, 0, 1);
    }
    accumulator.read(slot, 0, 1, out, at);
  }
}
