import type { Accumulator, RetractableAccumulator } from "../../aggregate/accumulator.ts";
import type { Column } from "../../data/column.ts";
import type { ColumnBuffer } from "../../data/column-buffer.ts";
import type { CellStore } from "./cell-store.ts";
import type { FrameFunction } from "./frame-function.ts";
import type { FrameMoves, MovedCells } from "./frame-moves.ts";

/**
 * An aggregate that takes records back when they leave the frame; one that cannot serves where none ever leave. What
 * it goes by as the order of arrival is the order of the frame.
 */
export class FrameAggregate implements FrameFunction {
  readonly #accumulator: Accumulator | RetractableAccumulator;
  readonly #store: CellStore;
  readonly #columns: readonly number[];
  /** The turn of each cell in the frame, as long as it is there. */
  #turns: Float64Array = new Float64Array(0);
  readonly #input: { base: number; columns: readonly Column[] } = { base: 0, columns: [] };

  /** @param columns of the arguments. */
  constructor(accumulator: Accumulator, store: CellStore, columns: readonly number[]) {
    this.#accumulator = accumulator;
    this.#store = store;
    this.#columns = columns;
  }

  reserve(count: number): void {
    this.#accumulator.reserve(count);
  }

  follow(moves: FrameMoves, out: ColumnBuffer): void {
    this.#input.columns = this.#columns.map((index) => this.#store.column(index));
    if (this.#turns.length < this.#store.capacity) {
      const turns = new Float64Array(this.#store.capacity);
      turns.set(this.#turns);
      this.#turns = turns;
    }
    const accumulator = this.#accumulator;
    let pushed = 0;
    let popped = 0;
    for (let i = 0; i < moves.length; i++) {
      const slot = moves.slot[i]!;
      if (moves.emptied[i] === 1) accumulator.reset(slot);
      for (const end = moves.pushEnd[i]!; pushed < end; pushed++) this.#add(moves.pushed, pushed);
      for (const end = moves.popEnd[i]!; popped < end; popped++) this.#takeBack(moves.popped, popped);
      if (slot < 0) out.setNull(i);
      else accumulator.read(moves.slot, i, i + 1, out, i);
    }
  }

  #add({ cell, slot, turn }: MovedCells, at: number): void {
    this.#input.base = turn[at]! - cell[at]!;
    this.#turns[cell[at]!] = turn[at]!;
    this.#accumulator.add(this.#input, cell, slot, at, at + 1);
  }

  #takeBack({ cell, slot }: MovedCells, at: number): void {
    if (!("retract" in this.#accumulator)) return;
    this.#input.base = this.#turns[cell[at]!]! - cell[at]!;
    this.#accumulator.retract(this.#input, cell, slot, at, at + 1);
  }
}
