import type { NumberColumn } from "../data/column.ts";
import type { ColumnBuffer, NumberBuffer } from "../data/column-buffer.ts";
import type { Accumulator, AggregateInput } from "./accumulator.ts";
import { growNumbers } from "./slot-array.ts";

/** AVG of DOUBLE: the sum from left to right in order of arrival, by the number of values. */
export class DoubleAverage implements Accumulator {
  readonly #emptyIsZero: boolean;
  #sums: Float64Array;
  #counts: Float64Array;

  constructor(capacity: number, emptyIsZero: boolean) {
    this.#emptyIsZero = emptyIsZero;
    this.#sums = new Float64Array(capacity);
    this.#counts = new Float64Array(capacity);
  }

  reserve(capacity: number): void {
    this.#sums = growNumbers(this.#sums, capacity, 0);
    this.#counts = growNumbers(this.#counts, capacity, 0);
  }

  reset(slot: number): void {
    this.#sums[slot] = 0;
    this.#counts[slot] = 0;
  }

  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const { values, validity } = input.columns[0] as NumberColumn;
    const sums = this.#sums;
    const counts = this.#counts;
    if (validity === null) {
      for (let i = from; i < to; i++) {
        const slot = slots[i];
        sums[slot] += values[rows[i]];
        counts[slot]++;
      }
    } else {
      for (let i = from; i < to; i++) {
        const row = rows[i];
        if (validity[row] === 0) continue;
        const slot = slots[i];
        sums[slot] += values[row];
        counts[slot]++;
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
    const counts = this.#counts;
    const buffer = out as NumberBuffer;
    const results = buffer.values;
    const shift = at - from;
    if (validity === null) {
      for (let i = from; i < to; i++) {
        const slot = slots[i];
        results[shift + i] = (sums[slot] += values[rows[i]]) / ++counts[slot];
      }
    } else {
      for (let i = from; i < to; i++) {
        const row = rows[i];
        const slot = slots[i];
        if (validity[row] === 0) this.#write(slot, buffer, shift + i);
        else results[shift + i] = (sums[slot] += values[row]) / ++counts[slot];
      }
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    const shift = at - from;
    for (let i = from; i < to; i++) this.#write(slots[i], out as NumberBuffer, shift + i);
  }

  merge(into: number, from: number): void {
    this.#sums[into] += this.#sums[from];
    this.#counts[into] += this.#counts[from];
    this.reset(from);
  }

  #write(slot: number, out: NumberBuffer, index: number): void {
    const count = this.#counts[slot];
    if (count > 0) out.values[index] = this.#sums[slot] / count;
    else if (this.#emptyIsZero) out.values[index] = 0;
    else out.setNull(index);
  }
}
