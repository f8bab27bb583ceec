import type { NumberColumn } from "../data/column.ts";
import type { ColumnBuffer, NumberBuffer } from "../data/column-buffer.ts";
import type { DataType } from "../data/data-type.ts";
import { exactAt } from "../expression/exact.ts";
import type { AggregateInput, FoldableAccumulator } from "./accumulator.ts";
import { growFlags, growNumbers } from "./slot-array.ts";

const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * MIN or MAX of numbers and times. `#keys` holds the least of value * sign (sign 1: MIN, -1: MAX), NaN while no number was
 * seen; a key beyond 2^53 is the nearest double of the exact value in `#wide`, which is out of date for smaller keys.
 */
export class NumberExtreme implements FoldableAccumulator {
  readonly #type: DataType;
  readonly #sign: 1 | -1;
  readonly #wide = new Map<number, bigint>();
  #keys: Float64Array;
  /** 1 where a DOUBLE was NaN, which is greater than every number. */
  #nans: Uint8Array;

  constructor(type: DataType, sign: 1 | -1, capacity: number) {
    this.#type = type;
    this.#sign = sign;
    this.#keys = new Float64Array(capacity).fill(NaN);
    this.#nans = new Uint8Array(capacity);
  }

  reserve(capacity: number): void {
    this.#keys = growNumbers(this.#keys, capacity, NaN);
    this.#nans = growFlags(this.#nans, capacity);
  }

  reset(slot: number): void {
    this.#keys[slot] = NaN;
    this.#nans[slot] = 0;
  }

  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const column = input.columns[0] as NumberColumn;
    const { values, validity } = column;
    const keys = this.#keys;
    const sign = this.#sign;
    if (column.exact !== null) {
      for (let i = from; i < to; i++) this.#addExact(column, rows[i], slots[i]);
    } else if (validity === null) {
      for (let i = from; i < to; i++) {
        const slot = slots[i];
        const key = values[rows[i]] * sign;
        const least = keys[slot];
        if (key < least) keys[slot] = key;
        else if (!(key >= least)) this.#addUnordered(slot, key);
      }
    } else {
      for (let i = from; i < to; i++) {
        const row = rows[i];
        if (validity[row] === 0) continue;
        const slot = slots[i];
        const key = values[row] * sign;
        const least = keys[slot];
        if (key < least) keys[slot] = key;
        else if (!(key >= least)) this.#addUnordered(slot, key);
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
    const keys = this.#keys;
    const sign = this.#sign;
    const buffer = out as NumberBuffer;
    const results = buffer.values;
    const shift = at - from;
    if (column.exact !== null || this.#type.kind === "DOUBLE") {
      for (let i = from; i < to; i++) {
        this.add(input, rows, slots, i, i + 1);
        this.#write(slots[i], buffer, shift + i);
      }
      return;
    }
    for (let i = from; i < to; i++) {
      const row = rows[i];
      const slot = slots[i];
      if (validity === null || validity[row] !== 0) {
        const key = values[row] * sign;
        if (!(key >= keys[slot])) keys[slot] = key;
      }
      const least = keys[slot];
      if (least <= SAFE && least >= -SAFE) results[shift + i] = least * sign + 0;
      else this.#write(slot, buffer, shift + i);
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    const shift = at - from;
    for (let i = from; i < to; i++) this.#write(slots[i], out as NumberBuffer, shift + i);
  }

  merge(into: number, from: number): void {
    const key = this.#keys[from];
    if (this.#nans[from] === 1) this.#nans[into] = 1;
    if (!Number.isNaN(key)) this.#addKey(into, key, this.#wide.get(from));
    this.reset(from);
  }

  fold(into: Int32Array, sources: Int32Array, from: number, to: number): void {
    const keys = this.#keys;
    const nans = this.#nans;
    for (let i = from; i < to; i++) {
      const source = sources[i];
      const slot = into[i];
      const key = keys[source];
      nans[slot] |= nans[source];
      if (key <= SAFE && key >= -SAFE) {
        if (!(key >= keys[slot])) keys[slot] = key;
      } else if (!Number.isNaN(key)) this.#addKey(slot, key, this.#wide.get(source));
    }
  }

  /** The first number of a slot, or NaN. */
  #addUnordered(slot: number, key: number): void {
    if (Number.isNaN(key)) this.#nans[slot] = 1;
    else this.#keys[slot] = key;
  }

  #addExact(column: NumberColumn, row: number, slot: number): void {
    if (column.validity !== null && column.validity[row] === 0) return;
    const value = exactAt(column, this.#type, row);
    this.#addKey(slot, Number(value) * this.#sign, value);
  }

  /** @param value what the key is the nearest double of: needed beyond 2^53 only. */
  #addKey(slot: number, key: number, value: bigint | undefined): void {
    const least = this.#keys[slot];
    const wide = value !== undefined && Math.abs(key) > SAFE;
    if (key > least || (key === least && !(wide && this.#precedes(value, this.#wide.get(slot)!)))) return;
    this.#keys[slot] = key;
    if (wide) this.#wide.set(slot, value);
  }

  #precedes(a: bigint, b: bigint): boolean {
    return this.#sign === 1 ? a < b : a > b;
  }

  #write(slot: number, out: NumberBuffer, index: number): void {
    const least = this.#keys[slot];
    const empty = Number.isNaN(least);
    if (this.#nans[slot] === 1 && (empty || this.#sign === -1)) out.values[index] = NaN;
    else if (empty) out.setNull(index);
    else if (Math.abs(least) > SAFE && this.#type.kind !== "DOUBLE")
      out.setExact(index, this.#wide.get(slot)!);
    else out.values[index] = least * this.#sign + 0;
  }
}
