import type { Column, NumberColumn } from "../data/column.ts";
import type { ColumnBuffer, NumberBuffer } from "../data/column-buffer.ts";
import type { DataType } from "../data/data-type.ts";
import { exactAt } from "../expression/exact.ts";
import type { Accumulator } from "./accumulator.ts";
import { growFlags, growNumbers } from "./slot-array.ts";

/** The first or the last number of a slot that is not NULL, by arrival. */
export class KeptNumber implements Accumulator {
  readonly #type: DataType;
  readonly #last: boolean;
  /** Exact values beyond 2^53 by slot. */
  readonly #wide = new Map<number, bigint>();
  #values: Float64Array;
  #seen: Uint8Array;

  constructor(type: DataType, last: boolean, capacity: number) {
    this.#type = type;
    this.#last = last;
    this.#values = new Float64Array(capacity);
    this.#seen = new Uint8Array(capacity);
  }

  reserve(capacity: number): void {
    this.#values = growNumbers(this.#values, capacity, 0);
    this.#seen = growFlags(this.#seen, capacity);
  }

  reset(slot: number): void {
    this.#seen[slot] = 0;
    this.#wide.delete(slot);
  }

  add(argument: Column | null, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const column = argument as NumberColumn;
    const { values, validity } = column;
    const kept = this.#values;
    const seen = this.#seen;
    const wide = column.exact !== null || this.#wide.size > 0;
    const last = this.#last;
    for (let i = from; i < to; i++) {
      const row = rows[i];
      const slot = slots[i];
      if ((validity !== null && validity[row] === 0) || (seen[slot] === 1 && !last)) continue;
      kept[slot] = values[row];
      seen[slot] = 1;
      if (wide) this.#keepExact(column, row, slot);
    }
  }

  addEach(
    argument: Column | null,
    rows: Int32Array,
    slots: Int32Array,
    from: number,
    to: number,
    out: ColumnBuffer,
    at: number,
  ): void {
    const shift = at - from;
    for (let i = from; i < to; i++) {
      this.add(argument, rows, slots, i, i + 1);
      this.#write(slots[i], out as NumberBuffer, shift + i);
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    const shift = at - from;
    for (let i = from; i < to; i++) this.#write(slots[i], out as NumberBuffer, shift + i);
  }

  #keepExact(column: NumberColumn, row: number, slot: number): void {
    if (column.exact !== null && !Number.isSafeInteger(column.values[row]))
      this.#wide.set(slot, exactAt(column, this.#type, row));
    else this.#wide.delete(slot);
  }

  #write(slot: number, out: NumberBuffer, index: number): void {
    const wide = this.#wide.get(slot);
    if (this.#seen[slot] === 0) out.setNull(index);
    else if (wide === undefined) out.values[index] = this.#values[slot];
    else out.setExact(index, wide);
  }
}
