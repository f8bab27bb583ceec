import { type NumberColumn, isNull } from "../data/column.ts";
import type { ColumnBuffer, NumberBuffer } from "../data/column-buffer.ts";
import type { DataType } from "../data/data-type.ts";
import { type Rounding, divideRounded, divideSafe, formatDecimal } from "../data/decimal.ts";
import { exactAt, exactText, fitsType, overflowCode } from "../expression/exact.ts";
import { scaleOf } from "../expression/type-rules.ts";
import { type WarningCounts, warn } from "../expression/warning-counts.ts";
import type { AggregateInput, FoldableAccumulator, RetractableAccumulator } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import { ExactSums } from "./exact-sums.ts";
import { growNumbers } from "./slot-array.ts";

const SAFE = Number.MAX_SAFE_INTEGER;

/** AVG of BIGINT or DECIMAL: the exact sum by the number of values, as DOUBLE, BIGINT or DECIMAL. */
export class ExactAverage implements RetractableAccumulator, FoldableAccumulator {
  readonly #sums: ExactSums;
  readonly #argument: DataType;
  readonly #type: DataType;
  readonly #rounding: Rounding;
  readonly #emptyIsZero: boolean;
  /** What makes a sum's unscaled integer one of the result's scale. */
  readonly #factor: number;
  readonly #exactFactor: bigint;
  /** 10^scale of the argument: what makes it a DOUBLE. */
  readonly #unit: number;
  readonly #warnings: WarningCounts;
  #counts: Float64Array;

  constructor(call: AggregateCall, capacity: number, warnings: WarningCounts) {
    const { type } = call.arguments[0];
    this.#sums = new ExactSums(capacity);
    this.#counts = new Float64Array(capacity);
    this.#argument = type;
    this.#type = call.type;
    this.#rounding = call.type.kind === "BIGINT" ? "toward-zero" : call.rounding;
    this.#emptyIsZero = call.emptyIsZero;
    const digits = Math.max(0, scaleOf(call.type) - scaleOf(type));
    this.#factor = 10 ** digits;
    this.#exactFactor = 10n ** BigInt(digits);
    this.#unit = 10 ** scaleOf(type);
    this.#warnings = warnings;
  }

  reserve(capacity: number): void {
    this.#sums.reserve(capacity);
    this.#counts = growNumbers(this.#counts, capacity, 0);
  }

  reset(slot: number): void {
    this.#sums.reset(slot);
    this.#counts[slot] = 0;
  }

  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const column = input.columns[0] as NumberColumn;
    const { values, exact, validity } = column;
    const sums = this.#sums;
    const totals = sums.values;
    const counts = this.#counts;
    for (let i = from; i < to; i++) {
      const row = rows[i];
      if (validity !== null && validity[row] === 0) continue;
      const slot = slots[i];
      const next = exact === null ? totals[slot] + values[row] : NaN;
      if (next <= SAFE && next >= -SAFE) totals[slot] = next;
      else sums.add(slot, exactAt(column, this.#argument, row));
      counts[slot]++;
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
    const column = input.columns[0] as NumberColumn;
    const { values, exact, validity } = column;
    const sums = this.#sums;
    const totals = sums.values;
    const counts = this.#counts;
    const shift = at - from;
    for (let i = from; i < to; i++) {
      const row = rows[i];
      const slot = slots[i];
      if (validity === null || validity[row] !== 0) {
        const next = exact === null ? totals[slot] + values[row] : NaN;
        if (next <= SAFE && next >= -SAFE) totals[slot] = next;
        else sums.add(slot, exactAt(column, this.#argument, row));
        counts[slot]++;
      }
      this.#write(slot, out as NumberBuffer, shift + i);
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    const shift = at - from;
    for (let i = from; i < to; i++) this.#write(slots[i], out as NumberBuffer, shift + i);
  }

  merge(into: number, from: number): void {
    this.#sums.merge(into, from);
    this.#counts[into] += this.#counts[from];
    this.#counts[from] = 0;
  }

  fold(into: Int32Array, sources: Int32Array, from: number, to: number): void {
    const counts = this.#counts;
    for (let i = from; i < to; i++) {
      this.#sums.fold(into[i], sources[i]);
      counts[into[i]] += counts[sources[i]];
    }
  }

  retract(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const column = input.columns[0] as NumberColumn;
    for (let i = from; i < to; i++) {
      if (isNull(column, rows[i])) continue;
      if (--this.#counts[slots[i]] === 0) this.#sums.reset(slots[i]);
      else this.#sums.add(slots[i], -exactAt(column, this.#argument, rows[i]));
    }
  }

  #write(slot: number, out: NumberBuffer, index: number): void {
    const count = this.#counts[slot];
    if (count === 0) {
      if (this.#emptyIsZero) out.values[index] = 0;
      else out.setNull(index);
    } else if (this.#type.kind === "DOUBLE") out.values[index] = this.#sumOf(slot) / count;
    else this.#writeExact(slot, count, out, index);
  }

  /** The sum as the nearest double. */
  #sumOf(slot: number): number {
    const total = this.#sums.values[slot];
    if (total !== total) return Number(formatDecimal(this.#sums.at(slot)!, scaleOf(this.#argument)));
    return this.#unit === 1 ? total : total / this.#unit;
  }

  #writeExact(slot: number, count: number, out: NumberBuffer, index: number): void {
    const raised = this.#sums.values[slot] * this.#factor;
    if (raised <= SAFE && raised >= -SAFE) {
      out.values[index] = divideSafe(raised, count, this.#rounding);
      return;
    }
    const total = this.#sums.at(slot)! * this.#exactFactor;
    const average = divideRounded(total, BigInt(count), this.#rounding);
    if (fitsType(average, this.#type)) out.setExact(index, average);
    else {
      out.setNull(index);
      warn(this.#warnings, overflowCode(this.#type), [index], `AVG is ${exactText(average, this.#type)}`);
    }
  }
}
