import { type NumberColumn, isNull } from "../data/column.ts";
import type { NumberBuffer } from "../data/column-buffer.ts";
import { BIGINT } from "../data/data-type.ts";
import { exactAt } from "../expression/exact.ts";
import type { AggregateInput, RetractableAccumulator } from "./accumulator.ts";
import { ExactSums } from "./exact-sums.ts";
import { growNumbers } from "./slot-array.ts";
import { SlotNumbers } from "./slot-numbers.ts";

const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * Variance and deviation of BIGINT as a BIGINT: (sum(x·x) - sum(x)·sum(x) / n) / n, or / (n - 1) of a sample, where every
 * quotient and the root are cut toward zero and everything wraps at 64 bits, as Flink computes it.
 */
export class WholeVariance extends SlotNumbers implements RetractableAccumulator {
  readonly #correction: 0 | 1;
  readonly #root: boolean;
  readonly #sums: ExactSums;
  readonly #squares: ExactSums;
  #counts: Float64Array;

  /** @param correction values that the number of values is lessened by. @param root whether the deviation is asked for. */
  constructor(correction: 0 | 1, root: boolean, capacity: number) {
    super();
    this.#correction = correction;
    this.#root = root;
    this.#sums = new ExactSums(capacity);
    this.#squares = new ExactSums(capacity);
    this.#counts = new Float64Array(capacity);
  }

  reserve(capacity: number): void {
    this.#sums.reserve(capacity);
    this.#squares.reserve(capacity);
    this.#counts = growNumbers(this.#counts, capacity, 0);
  }

  reset(slot: number): void {
    this.#sums.reset(slot);
    this.#squares.reset(slot);
    this.#counts[slot] = 0;
  }

  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const column = input.columns[0] as NumberColumn;
    const { values, exact, validity } = column;
    const sums = this.#sums.values;
    const squares = this.#squares.values;
    for (let i = from; i < to; i++) {
      const row = rows[i];
      if (validity !== null && validity[row] === 0) continue;
      const slot = slots[i];
      const value = values[row];
      const sum = exact === null ? sums[slot] + value : NaN;
      const square = exact === null ? squares[slot] + value * value : NaN;
      if (sum <= SAFE && sum >= -SAFE && square <= SAFE) {
        sums[slot] = sum;
        squares[slot] = square;
      } else this.#addExactly(slot, exactAt(column, BIGINT, row), 1n);
      this.#counts[slot]++;
    }
  }

  merge(into: number, from: number): void {
    this.#sums.merge(into, from);
    this.#squares.merge(into, from);
    this.#counts[into] += this.#counts[from];
    this.#counts[from] = 0;
  }

  retract(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const column = input.columns[0] as NumberColumn;
    for (let i = from; i < to; i++) {
      if (isNull(column, rows[i])) continue;
      if (--this.#counts[slots[i]] === 0) this.reset(slots[i]);
      else this.#addExactly(slots[i], exactAt(column, BIGINT, rows[i]), -1n);
    }
  }

  /** @param times 1, or -1 to take it back. */
  #addExactly(slot: number, value: bigint, times: bigint): void {
    this.#sums.add(slot, times * value);
    this.#squares.add(slot, times * value * value);
  }

  protected write(slot: number, out: NumberBuffer, index: number): void {
    const count = this.#counts[slot];
    const divisor = count - this.#correction;
    if (divisor < 1) return out.setNull(index);
    const sum = wrapped(this.#sums.at(slot)!);
    const rest = wrapped(wrapped(this.#squares.at(slot)!) - wrapped(sum * sum) / BigInt(count));
    const variance = rest / BigInt(divisor);
    if (!this.#root) return out.setExact(index, variance);
    // Of what has wrapped below 0 there is no root: Java makes 0 of that.
    out.setExact(index, variance < 0n ? 0n : BigInt(Math.floor(Math.sqrt(Number(variance)))));
  }
}

function wrapped(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}
