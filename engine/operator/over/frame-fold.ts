import type { NumberColumn } from "../../data/column.ts";
import type { ColumnBuffer, NumberBuffer } from "../../data/column-buffer.ts";
import type { CellStore } from "./cell-store.ts";
import type { FrameFunction } from "./frame-function.ts";
import type { FrameMoves } from "./frame-moves.ts";

/** What two neighbouring values become. */
export type Fold = "sum" | "average" | "least" | "greatest";

const SUM = 0;
const LEAST = 1;
const GREATEST = 2;

/**
 * SUM, AVG, MIN or MAX of doubles over frames, without ever taking a value back, so that no sum drifts: a frame is two
 * blocks. Of the front one the fold of each value and all behind it is known, of the back one the fold of all. When
 * the front is used up the back becomes it, so that a value is folded twice, whatever the size of the frame.
 */
export class FrameFold implements FrameFunction {
  readonly #store: CellStore;
  readonly #index: number;
  readonly #average: boolean;
  readonly #emptyIsZero: boolean;
  readonly #operation: number;
  /** By slot, of the front block the folds, of the back one the values: a ring whose length is a power of two. */
  readonly #rings: Float64Array[] = [];
  /** By slot: where the frame begins, where its back block begins, and where it ends; then the fold of the back block. */
  #first: Int32Array = new Int32Array(0);
  #middle: Int32Array = new Int32Array(0);
  #end: Int32Array = new Int32Array(0);
  #back: Float64Array = new Float64Array(0);

  /** @param index of the argument's column. @param emptyIsZero whether nothing sums up to 0, and not to NULL. */
  constructor(store: CellStore, index: number, fold: Fold, emptyIsZero: boolean) {
    this.#store = store;
    this.#index = index;
    this.#average = fold === "average";
    this.#operation = fold === "least" ? LEAST : fold === "greatest" ? GREATEST : SUM;
    this.#emptyIsZero = emptyIsZero;
  }

  reserve(count: number): void {
    const known = this.#rings.length;
    if (count <= known) return;
    if (count > this.#first.length) this.#grow(Math.max(64, 2 * count));
    for (let slot = known; slot < count; slot++) this.#rings.push(new Float64Array(8));
    this.#back.fill(nothing(this.#operation), known, count);
  }

  follow(moves: FrameMoves, out: ColumnBuffer): void {
    const { values, validity } = this.#store.column(this.#index) as NumberColumn;
    const results = (out as NumberBuffer).values;
    const operation = this.#operation;
    const average = this.#average;
    const none = nothing(operation);
    const rings = this.#rings;
    const firsts = this.#first;
    const middles = this.#middle;
    const ends = this.#end;
    const backs = this.#back;
    const { length, slot: slots, emptied, pushEnd, popEnd } = moves;
    const pushedCells = moves.pushed.cell;
    const poppedCells = moves.popped.cell;
    let pushed = 0;
    let popped = 0;
    for (let i = 0; i < length; i++) {
      const slot = slots[i]!;
      if (slot < 0) {
        out.setNull(i);
        continue;
      }
      let ring = rings[slot]!;
      let mask = ring.length - 1;
      const isEmptied = emptied[i] === 1;
      let first = isEmptied ? 0 : firsts[slot]!;
      let middle = isEmptied ? 0 : middles[slot]!;
      let end = isEmptied ? 0 : ends[slot]!;
      let back = isEmptied ? none : backs[slot]!;
      for (const to = pushEnd[i]!; pushed < to; pushed++) {
        const cell = pushedCells[pushed]!;
        if (validity !== null && validity[cell] === 0) continue;
        if (end - first > mask) {
          ring = rings[slot] = grown(ring, first, end);
          mask = ring.length - 1;
        }
        const value = values[cell]!;
        ring[end++ & mask] = value;
        back = folded(operation, back, value);
      }
      for (const to = popEnd[i]!; popped < to; popped++) {
        if (validity !== null && validity[poppedCells[popped]!] === 0) continue;
        if (first === middle) {
          // Places begin anew, so that they stay small.
          end = (first & mask) + end - first;
          first &= mask;
          middle = end;
          turnOver(operation, ring, first, end);
          back = none;
        }
        first++;
      }
      firsts[slot] = first;
      middles[slot] = middle;
      ends[slot] = end;
      backs[slot] = back;
      const result = folded(operation, first < middle ? ring[first & mask]! : none, back);
      if (end > first) results[i] = average ? result / (end - first) : result;
      else if (this.#emptyIsZero) results[i] = 0;
      else out.setNull(i);
    }
  }

  #grow(capacity: number): void {
    const copy = <T extends Int32Array | Float64Array>(target: T, source: T): T => {
      target.set(source);
      return target;
    };
    this.#first = copy(new Int32Array(capacity), this.#first);
    this.#middle = copy(new Int32Array(capacity), this.#middle);
    this.#end = copy(new Int32Array(capacity), this.#end);
    this.#back = copy(new Float64Array(capacity), this.#back);
  }
}

/** What changes no value that it is folded with. */
function nothing(operation: number): number {
  return operation === SUM ? 0 : operation === LEAST ? NaN : -Infinity;
}

/** Of equal values the later one; NaN is the greatest. */
function folded(operation: number, earlier: number, later: number): number {
  if (operation === SUM) return earlier + later;
  if (operation === LEAST) return earlier < later || later !== later ? earlier : later;
  return earlier > later || earlier !== earlier ? earlier : later;
}

/** Makes of the values from `first` to `end` the folds from each to the end. */
function turnOver(operation: number, ring: Float64Array, first: number, end: number): void {
  const mask = ring.length - 1;
  let fold = ring[(end - 1) & mask]!;
  for (let i = end - 2; i >= first; i--) {
    fold = folded(operation, ring[i & mask]!, fold);
    ring[i & mask] = fold;
  }
}

function grown(ring: Float64Array, first: number, end: number): Float64Array {
  const longer = new Float64Array(2 * ring.length);
  for (let i = first; i < end; i++) longer[i & (longer.length - 1)] = ring[i & (ring.length - 1)]!;
  return longer;
}
