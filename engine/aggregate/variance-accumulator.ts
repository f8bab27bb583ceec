import type { NumberColumn } from "../data/column.ts";
import type { NumberBuffer } from "../data/column-buffer.ts";
import type { AggregateInput } from "./accumulator.ts";
import { growNumbers } from "./slot-array.ts";
import { SlotNumbers } from "./slot-numbers.ts";

/** Variance by Welford's method: the running mean, and the sum of squared distances from it. */
export class Variance extends SlotNumbers {
  readonly #unit: number;
  readonly #correction: number;
  readonly #root: boolean;
  #counts: Float64Array;
  #means: Float64Array;
  #squares: Float64Array;

  /** @param unit what the column's numbers are divided by: 10^scale of a DECIMAL. */
  constructor(unit: number, correction: number, root: boolean, capacity: number) {
    super();
    this.#unit = unit;
    this.#correction = correction;
    this.#root = root;
    this.#counts = new Float64Array(capacity);
    this.#means = new Float64Array(capacity);
    this.#squares = new Float64Array(capacity);
  }

  reserve(capacity: number): void {
    this.#counts = growNumbers(this.#counts, capacity, 0);
    this.#means = growNumbers(this.#means, capacity, 0);
    this.#squares = growNumbers(this.#squares, capacity, 0);
  }

  reset(slot: number): void {
    this.#counts[slot] = 0;
    this.#means[slot] = 0;
    this.#squares[slot] = 0;
  }

  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const { values, validity } = input.columns[0] as NumberColumn;
    const counts = this.#counts;
    const means = this.#means;
    const squares = this.#squares;
    const unit = this.#unit;
    for (let i = from; i < to; i++) {
      const row = rows[i];
      if (validity !== null && validity[row] === 0) continue;
      const slot = slots[i];
      const value = values[row] / unit;
      const distance = value - means[slot];
      means[slot] += distance / ++counts[slot];
      squares[slot] += distance * (value - means[slot]);
    }
  }

  merge(into: number, from: number): void {
    const [own, more] = [this.#counts[into], this.#counts[from]];
    if (own === 0) {
      // Not by the formulas below: the square of a large distance is Infinity, and 0 times that is NaN.
      this.#counts[into] = more;
      this.#means[into] = this.#means[from];
      this.#squares[into] = this.#squares[from];
    } else if (more > 0) {
      const distance = this.#means[from] - this.#means[into];
      const all = own + more;
      this.#means[into] += (distance * more) / all;
      this.#squares[into] += this.#squares[from] + distance * distance * ((own * more) / all);
      this.#counts[into] = all;
    }
    this.reset(from);
  }

  protected write(slot: number, out: NumberBuffer, index: number): void {
    const divisor = this.#counts[slot] - this.#correction;
    const variance = this.#squares[slot] / divisor;
    if (divisor < 1) out.setNull(index);
    else out.values[index] = this.#root ? Math.sqrt(variance) : variance;
  }
}
