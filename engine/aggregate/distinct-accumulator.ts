import { assert } from "../common/assert.ts";
import { type Column, isNull, readValue } from "../data/column.ts";
import type { ColumnBuffer } from "../data/column-buffer.ts";
import type { DataType, Value } from "../data/data-type.ts";
import type { Accumulator } from "./accumulator.ts";
import type { AggregateCall } from "./aggregate-call.ts";

/** Hands each slot's values to another aggregate once: f(DISTINCT x). NaN is one value, and so are 0 and -0. */
export class Distinct implements Accumulator {
  readonly #inner: Accumulator;
  readonly #type: DataType;
  readonly #seen: (Set<Value> | undefined)[] = [];
  #rows: Int32Array = new Int32Array(0);
  #slots: Int32Array = new Int32Array(0);

  constructor(inner: Accumulator, call: AggregateCall) {
    assert(call.argument !== null, "DISTINCT has an argument");
    this.#inner = inner;
    this.#type = call.argument.type;
  }

  reserve(capacity: number): void {
    this.#inner.reserve(capacity);
  }

  reset(slot: number): void {
    this.#inner.reset(slot);
    this.#seen[slot]?.clear();
  }

  add(argument: Column | null, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    if (this.#rows.length < to - from) {
      this.#rows = new Int32Array(to - from);
      this.#slots = new Int32Array(to - from);
    }
    let fresh = 0;
    for (let i = from; i < to; i++) {
      if (!this.#isNew(argument!, rows[i], slots[i])) continue;
      this.#rows[fresh] = rows[i];
      this.#slots[fresh++] = slots[i];
    }
    this.#inner.add(argument, this.#rows, this.#slots, 0, fresh);
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
      if (this.#isNew(argument!, rows[i], slots[i])) this.#inner.add(argument, rows, slots, i, i + 1);
      this.#inner.read(slots, i, i + 1, out, shift + i);
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    this.#inner.read(slots, from, to, out, at);
  }

  #isNew(column: Column, row: number, slot: number): boolean {
    if (isNull(column, row)) return false;
    const seen = (this.#seen[slot] ??= new Set());
    const before = seen.size;
    seen.add(this.#keyOf(column, row));
    return seen.size > before;
  }

  /** Integers within 2^53 stay numbers: whatever the batch holds beside them, they are the same key. */
  #keyOf(column: Column, row: number): Value {
    if (column.kind !== "number") return readValue(column, this.#type, row);
    const value = column.values[row];
    return column.exact === null || Number.isSafeInteger(value) ? value : readValue(column, this.#type, row);
  }
}
