import type { NumberColumn } from "../data/column.ts";
import type { ColumnBuffer, NumberBuffer } from "../data/column-buffer.ts";
import type { Accumulator, AggregateInput } from "./accumulator.ts";
import { growFlags, growNumbers } from "./slot-array.ts";

/**
 * SUM of DOUBLE, from left to right in order of arrival. A slot's sum is NaN while it is empty, so that one test a value
 * finds both the first value and a sum that truly is NaN, which `#undefined` marks.
 */
export class DoubleSum implements Accumulator {
  readonly #emptyIsZero: boolean;
  #sums: Float64Array;
  #undefined: Uint8Array;

  constructor(capacity: number, emptyIsZero: boolean) {
    this.#emptyIsZero = emptyIsZero;
    this.#sums = new Float64Array(capacity).fill(NaN);
    this.#undefined = new Uint8Array(capacity);
  }

  reserve(capacity: number): void {
    this.#sums = growNumbers(this.#sums, capacity, NaN);
    this.#undefined = growFlags(this.#undefined, capacity);
  }

  reset(slot: number): void {
    this.#sums[slot] = NaN;
    this.#undefined[slot] = 0;
  }

  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const { values, validity } = input.columns[0] as NumberColumn;
    const sums = this.#sums;
    if (validity === null) {
      for (let i = from; i < to; i++) {
        const slot = slots[i];
        const next = sums[slot] + values[rows[i]];
        if (next === next) sums[slot] = next;
        else this.#addSlowly(slot, values[rows[i]]);
      }
    } else {
      for (let i = from; i < to; i++) {
        const row = rows[i];
        if (validity[row] === 0) continue;
        const slot = slots[i];
        const next = sums[slot] + values[row];
        if (next === next) sums[slot] = next;
        else this.#addSlowly(slot, values[row]);
      }
    }
  }

  addEach(
    input: AggregateInput,
    rows: Int32Array,
    slots: Int32Array,
    from: number,
    to: number,
    out: ColumnBuffer,
    at: number,
  ): void {
    const { values, validity } = input.columns[0] as NumberColumn;
    const sums = this.#sums;
    const buffer = out as NumberBuffer;
    const results = buffer.values;
    const shift = at - from;
    if (validity === null) {
      for (let i = from; i < to; i++) {
        const slot = slots[i];
        const next = sums[slot] + values[rows[i]];
        if (next === next) results[shift + i] = sums[slot] = next;
        else results[shift + i] = this.#addSlowly(slot, values[rows[i]]);
      }
    } else {
      for (let i = from; i < to; i++) {
        const row = rows[i];
        const slot = slots[i];
        if (validity[row] === 0) this.#write(slot, buffer, shift + i);
        else {
          const next = sums[slot] + values[row];
          if (next === next) results[shift + i] = sums[slot] = next;
          else results[shift + i] = this.#addSlowly(slot, values[row]);
        }
      }
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    const shift = at - from;
    for (let i = from; i < to; i++) this.#write(slots[i], out as NumberBuffer, shift + i);
  }

  merge(into: number, from: number): void {
    const sum = this.#sums[from];
    if (sum === sum || this.#undefined[from] === 1) this.#addSlowly(into, sum);
    this.reset(from);
  }

  /** The first value of a slot, or one that makes the sum NaN. @returns The sum. */
  #addSlowly(slot: number, value: number): number {
    const sum = this.#sums[slot];
    const first = Number.isNaN(sum) && this.#undefined[slot] === 0;
    const next = (first ? 0 : sum) + value;
    this.#sums[slot] = next;
    if (Number.isNaN(next)) this.#undefined[slot] = 1;
    return next;
  }

  #write(slot: number, out: NumberBuffer, index: number): void {
    const sum = this.#sums[slot];
    if (sum === sum || this.#undefined[slot] === 1) out.values[index] = sum;
    else if (this.#emptyIsZero) out.values[index] = 0;
    else out.setNull(index);
  }
}
