import { type Column, isNull, readValue } from "../data/column.ts";
import { type ColumnBuffer, writeValue } from "../data/column-buffer.ts";
import type { DataType, Value } from "../data/data-type.ts";
import type { Accumulator } from "./accumulator.ts";

/** One STRING or BOOLEAN a slot: the first that is not NULL, then each that replaces the one kept. */
export class KeptValue implements Accumulator {
  readonly #type: DataType;
  readonly #replaces: (kept: Value, next: Value) => boolean;
  readonly #values: Value[];

  constructor(type: DataType, capacity: number, replaces: (kept: Value, next: Value) => boolean) {
    this.#type = type;
    this.#replaces = replaces;
    this.#values = Array.from({ length: capacity }, () => null);
  }

  reserve(capacity: number): void {
    while (this.#values.length < capacity) this.#values.push(null);
  }

  reset(slot: number): void {
    this.#values[slot] = null;
  }

  add(argument: Column | null, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const column = argument!;
    const values = this.#values;
    for (let i = from; i < to; i++) {
      if (isNull(column, rows[i])) continue;
      const slot = slots[i];
      const next = readValue(column, this.#type, rows[i]);
      const kept = values[slot];
      if (kept === null || (next !== kept && this.#replaces(kept, next))) values[slot] = next;
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
      writeValue(out, shift + i, this.#values[slots[i]]);
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    const shift = at - from;
    for (let i = from; i < to; i++) writeValue(out, shift + i, this.#values[slots[i]]);
  }
}
