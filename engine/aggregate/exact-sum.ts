import type { NumberColumn } from "../data/column.ts";
import type { ColumnBuffer, NumberBuffer } from "../data/column-buffer.ts";
import type { DataType } from "../data/data-type.ts";
import { exactAt, exactText, fitsType, overflowCode } from "../expression/exact.ts";
import { type WarningCounts, warn } from "../expression/warning-counts.ts";
import type { AggregateInput, FoldableAccumulator } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import { ExactSums } from "./exact-sums.ts";

const SAFE = Number.MAX_SAFE_INTEGER;

/** SUM of BIGINT or DECIMAL: exact over the true sum, so that one which comes back into range is right again. */
export class ExactSum implements FoldableAccumulator {
  protected readonly sums: ExactSums;
  protected readonly argument: DataType;
  readonly #call: AggregateCall;
  readonly #warnings: WarningCounts;

  constructor(call: AggregateCall, capacity: number, warnings: WarningCounts) {
    this.sums = new ExactSums(capacity);
    this.argument = call.arguments[0].type;
    this.#call = call;
    this.#warnings = warnings;
  }

  reserve(capacity: number): void {
    this.sums.reserve(capacity);
  }

  reset(slot: number): void {
    this.sums.reset(slot);
  }

  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const { values, exact, validity } = input.columns[0] as NumberColumn;
    const sums = this.sums;
    const totals = sums.values;
    if (exact !== null) {
      this.#addWide(input.columns[0] as NumberColumn, rows, slots, from, to);
    } else if (validity === null) {
      for (let i = from; i < to; i++) {
        const slot = slots[i];
        const next = totals[slot] + values[rows[i]];
        if (next <= SAFE && next >= -SAFE) totals[slot] = next;
        else sums.addNumber(slot, values[rows[i]]);
      }
    } else {
      for (let i = from; i < to; i++) {
        const row = rows[i];
        if (validity[row] === 0) continue;
        const slot = slots[i];
        const next = totals[slot] + values[row];
        if (next <= SAFE && next >= -SAFE) totals[slot] = next;
        else sums.addNumber(slot, values[row]);
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
    const column = input.columns[0] as NumberColumn;
    const { values, validity } = column;
    const sums = this.sums;
    const totals = sums.values;
    const buffer = out as NumberBuffer;
    const results = buffer.values;
    const shift = at - from;
    if (column.exact !== null) {
      for (let i = from; i < to; i++) {
        this.#addWide(column, rows, slots, i, i + 1);
        this.#write(slots[i], buffer, shift + i);
      }
    } else if (validity === null) {
      for (let i = from; i < to; i++) {
        const slot = slots[i];
        const next = totals[slot] + values[rows[i]];
        if (next <= SAFE && next >= -SAFE) results[shift + i] = totals[slot] = next;
        else {
          sums.addNumber(slot, values[rows[i]]);
          this.#write(slot, buffer, shift + i);
        }
      }
    } else {
      for (let i = from; i < to; i++) {
        const row = rows[i];
        const slot = slots[i];
        const next = validity[row] === 0 ? totals[slot] : totals[slot] + values[row];
        if (next <= SAFE && next >= -SAFE) results[shift + i] = totals[slot] = next;
        else {
          if (validity[row] !== 0) sums.addNumber(slot, values[row]);
          this.#write(slot, buffer, shift + i);
        }
      }
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    const totals = this.sums.values;
    const buffer = out as NumberBuffer;
    const results = buffer.values;
    const shift = at - from;
    for (let i = from; i < to; i++) {
      const total = totals[slots[i]];
      if (total === total) results[shift + i] = total;
      else this.#write(slots[i], buffer, shift + i);
    }
  }

  merge(into: number, from: number): void {
    this.sums.merge(into, from);
  }

  fold(into: Int32Array, sources: Int32Array, from: number, to: number): void {
    for (let i = from; i < to; i++) this.sums.fold(into[i], sources[i]);
  }

  #addWide(column: NumberColumn, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const { validity } = column;
    for (let i = from; i < to; i++)
      if (validity === null || validity[rows[i]] !== 0)
        this.sums.add(slots[i], exactAt(column, this.argument, rows[i]));
  }

  /** Writes any state: empty, within 2^53, wide, or too large for the type. */
  #write(slot: number, out: NumberBuffer, index: number): void {
    const { type, emptyIsZero, overflow } = this.#call;
    const total = this.sums.at(slot);
    if (total === null) {
      if (emptyIsZero) out.values[index] = 0;
      else out.setNull(index);
    } else if (fitsType(total, type)) out.setExact(index, total);
    else if (overflow === "wrap" && type.kind === "BIGINT") out.setExact(index, BigInt.asIntN(64, total));
    else {
      out.setNull(index);
      warn(this.#warnings, overflowCode(type), [index], `SUM is ${exactText(total, type)}`);
    }
  }
}
