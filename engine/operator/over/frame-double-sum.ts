import type { NumberColumn } from "../../data/column.ts";
import type { ColumnBuffer, NumberBuffer } from "../../data/column-buffer.ts";
import type { CellStore } from "./cell-store.ts";
import type { FrameFunction } from "./frame-function.ts";
import type { FrameMoves } from "./frame-moves.ts";

/**
 * SUM or AVG of DOUBLE without subtracting, so that nothing drifts: a frame is two blocks. Of the front one the sum of
 * each value and all behind it is known, of the back one the sum of all. When the front is used up the back becomes it,
 * so that a value is added twice, whatever the size of the frame.
 */
export class FrameDoubleSum implements FrameFunction {
  readonly #store: CellStore;
  readonly #index: number;
  readonly #average: boolean;
  readonly #emptyIsZero: boolean;
  readonly #frames: Blocks[] = [];

  /** @param index of the argument's column. @param emptyIsZero whether nothing sums up to 0, and not to NULL. */
  constructor(store: CellStore, index: number, average: boolean, emptyIsZero: boolean) {
    this.#store = store;
    this.#index = index;
    this.#average = average;
    this.#emptyIsZero = emptyIsZero;
  }

  reserve(count: number): void {
    while (this.#frames.length < count) this.#frames.push(new Blocks());
  }

  follow(moves: FrameMoves, out: ColumnBuffer): void {
    const { values, validity } = this.#store.column(this.#index) as NumberColumn;
    const results = (out as NumberBuffer).values;
    const frames = this.#frames;
    const average = this.#average;
    const { length, slot: slots, emptied, pushEnd, popEnd } = moves;
    const pushedCells = moves.pushed.cell;
    const poppedCells = moves.popped.cell;
    let pushed = 0;
    let popped = 0;
    for (let i = 0; i < length; i++) {
      const frame = frames[slots[i]!];
      if (frame === undefined) {
        out.setNull(i);
        continue;
      }
      if (emptied[i] === 1) frame.clear();
      for (const end = pushEnd[i]!; pushed < end; pushed++) {
        const cell = pushedCells[pushed]!;
        if (validity === null || validity[cell] === 1) frame.push(values[cell]!);
      }
      for (const end = popEnd[i]!; popped < end; popped++)
        if (validity === null || validity[poppedCells[popped]!] === 1) frame.shift();
      const { size } = frame;
      if (size > 0) results[i] = average ? frame.sum / size : frame.sum;
      else if (this.#emptyIsZero) results[i] = 0;
      else out.setNull(i);
    }
  }
}

/** The values of a frame that are not NULL. */
class Blocks {
  /** Of the front block the sums from each value to the block's end, of the back one the values. */
  #ring: Float64Array = new Float64Array(8);
  #first = 0;
  /** Where the back block begins. */
  #middle = 0;
  #end = 0;
  #back = 0;

  get size(): number {
    return this.#end - this.#first;
  }

  get sum(): number {
    const front = this.#first < this.#middle ? this.#ring[this.#first & (this.#ring.length - 1)]! : 0;
    return front + this.#back;
  }

  push(value: number): void {
    if (this.size === this.#ring.length) this.#grow();
    this.#ring[this.#end++ & (this.#ring.length - 1)] = value;
    this.#back += value;
  }

  shift(): void {
    if (this.#first === this.#middle) this.#turnOver();
    this.#first++;
  }

  clear(): void {
    this.#first = this.#middle = this.#end = this.#back = 0;
  }

  #turnOver(): void {
    const ring = this.#ring;
    const mask = ring.length - 1;
    for (let i = this.#end - 2; i >= this.#first; i--) ring[i & mask]! += ring[(i + 1) & mask]!;
    this.#middle = this.#end;
    this.#back = 0;
  }

  #grow(): void {
    const old = this.#ring;
    const ring = new Float64Array(2 * old.length);
    for (let i = this.#first; i < this.#end; i++) ring[i & (ring.length - 1)] = old[i & (old.length - 1)]!;
    this.#ring = ring;
  }
}
