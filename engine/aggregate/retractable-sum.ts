import { type NumberColumn, isNull } from "../data/column.ts";
import type { ColumnBuffer } from "../data/column-buffer.ts";
import { exactAt } from "../expression/exact.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { AggregateInput, RetractableAccumulator } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import { ExactSum } from "./exact-sum.ts";
import { growNumbers } from "./slot-array.ts";

/** An exact sum that knows how many values it is of, so that it is NULL again when all were taken back. */
export class RetractableSum extends ExactSum implements RetractableAccumulator {
  #counts: Float64Array;

  constructor(call: AggregateCall, capacity: number, warnings: WarningCounts) {
    super(call, capacity, warnings);
    this.#counts = new Float64Array(capacity);
  }

  override reserve(capacity: number): void {
    super.reserve(capacity);
    this.#counts = growNumbers(this.#counts, capacity, 0);
  }

  override reset(slot: number): void {
    super.reset(slot);
    this.#counts[slot] = 0;
  }

  override add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    super.add(input, rows, slots, from, to);
    this.#count(input, rows, slots, from, to);
  }

  override addEach(
    input: AggregateInput,
    rows: Int32Array,
    slots: Int32Array,
    from: number,
    to: number,
    out: ColumnBuffer,
    at: number,
  ): void {
    super.addEach(input, rows, slots, from, to, out, at);
    this.#count(input, rows, slots, from, to);
  }

  override merge(into: number, from: number): void {
    super.merge(into, from);
    this.#counts[into] += this.#counts[from];
    this.#counts[from] = 0;
  }

  override fold(into: Int32Array, sources: Int32Array, from: number, to: number): void {
    super.fold(into, sources, from, to);
    for (let i = from; i < to; i++) this.#counts[into[i]] += this.#counts[sources[i]];
  }

  retract(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const column = input.columns[0] as NumberColumn;
    for (let i = from; i < to; i++) {
      if (isNull(column, rows[i])) continue;
      if (--this.#counts[slots[i]] === 0) this.sums.reset(slots[i]);
      else this.sums.add(slots[i], -exactAt(column, this.argument, rows[i]));
    }
  }

  #count(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const [column] = input.columns;
    for (let i = from; i < to; i++) if (!isNull(column, rows[i])) this.#counts[slots[i]]++;
  }
}
