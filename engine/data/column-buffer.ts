import {
  type BooleanColumn,
  type Column,
  columnKind,
  type NumberColumn,
  type StringColumn,
  type Validity,
} from "./column.ts";
import type { DataType, Value } from "./data-type.ts";
import { writeDecimal } from "./decimal.ts";
import { Dictionary } from "./dictionary.ts";

/**
 * Where kernels write a column: fixed arrays that `reserve` makes longer, reused from batch to batch. Kernels may
 * write `values` or `codes` directly; positions need no order. `clear` makes every value valid again.
 */
export type ColumnBuffer = NumberBuffer | BooleanBuffer | StringBuffer;

/** @param dictionary of a buffer of texts; a new one when left out. */
export function createBuffer(type: DataType, capacity: number, dictionary?: Dictionary): ColumnBuffer {
  switch (columnKind(type)) {
    case "string":
      return new StringBuffer(capacity, dictionary ?? new Dictionary());
    case "boolean":
      return new BooleanBuffer(capacity);
    case "number":
      return new NumberBuffer(type, capacity);
  }
}

abstract class NullableBuffer {
  validity: Validity = null;
  abstract readonly capacity: number;

  setNull(index: number): void {
    this.validity ??= new Uint8Array(this.capacity).fill(1);
    this.validity[index] = 0;
  }

  protected growValidity(capacity: number): void {
    if (!this.validity) return;
    const grown = new Uint8Array(capacity).fill(1);
    grown.set(this.validity);
    this.validity = grown;
  }

  protected validityOf(from: number, to: number): Validity {
    return this.validity && this.validity.slice(from, to);
  }

  protected validityFrom(from: number): Validity {
    return this.validity && (from === 0 ? this.validity : this.validity.subarray(from));
  }
}

/** Numbers beyond 2^53 go to `wide` by `setExact`; `column` then makes the exact words. */
export class NumberBuffer extends NullableBuffer {
  readonly kind = "number";
  readonly type: DataType;
  values: Float64Array;
  wide: Map<number, bigint> | null = null;

  constructor(type: DataType, capacity: number) {
    super();
    this.type = type;
    this.values = new Float64Array(capacity);
  }

  get capacity(): number {
    return this.values.length;
  }

  reserve(capacity: number): void {
    if (capacity <= this.values.length) return;
    const grown = new Float64Array(Math.max(capacity, 2 * this.values.length));
    grown.set(this.values);
    this.values = grown;
    this.growValidity(grown.length);
  }

  clear(): void {
    this.validity = null;
    this.wide = null;
  }

  /** Sets a BIGINT or DECIMAL of any size. */
  setExact(index: number, value: bigint): void {
    this.values[index] = Number(value);
    if (value > SAFE || value < -SAFE) (this.wide ??= new Map()).set(index, value);
    else this.wide?.delete(index);
  }

  /** @returns A copy of rows `from … to`. */
  column(to: number, from: number = 0): NumberColumn {
    const values = this.values.slice(from, to);
    return {
      kind: "number",
      values,
      exact: this.#exactOf(values, from),
      validity: this.validityOf(from, to),
    };
  }

  /** @returns Rows `from … to` without a copy: valid until the buffer is written to again. */
  view(to: number, from: number = 0): NumberColumn {
    if (this.wide?.size) return this.column(to, from);
    const values = from === 0 ? this.values : this.values.subarray(from, to);
    return { kind: "number", values, exact: null, validity: this.validityFrom(from) };
  }

  /** Words of the rows, where one of them is beyond 2^53; an entry of `wide` that was written over since is out of date. */
  #exactOf(values: Float64Array, from: number): BigInt64Array | null {
    const wide = this.wide;
    if (!wide || wide.size === 0) return null;
    const decimal = this.type.kind === "DECIMAL";
    const words = new BigInt64Array(decimal ? 2 * values.length : values.length);
    let found = false;
    for (let i = 0; i < values.length; i++) {
      if (this.validity && this.validity[from + i] === 0) continue;
      const safe = Number.isSafeInteger(values[i]);
      const value = safe ? BigInt(values[i]!) : wide.get(from + i)!;
      found ||= !safe;
      if (decimal) writeDecimal(words, i, value);
      else words[i] = value;
    }
    return found ? words : null;
  }
}

export class BooleanBuffer extends NullableBuffer {
  readonly kind = "boolean";
  values: Uint8Array;

  constructor(capacity: number) {
    super();
    this.values = new Uint8Array(capacity);
  }

  get capacity(): number {
    return this.values.length;
  }

  reserve(capacity: number): void {
    if (capacity <= this.values.length) return;
    const grown = new Uint8Array(Math.max(capacity, 2 * this.values.length));
    grown.set(this.values);
    this.values = grown;
    this.growValidity(grown.length);
  }

  clear(): void {
    this.validity = null;
  }

  column(to: number, from: number = 0): BooleanColumn {
    return { kind: "boolean", values: this.values.slice(from, to), validity: this.validityOf(from, to) };
  }

  /** @returns Rows `from … to` without a copy: valid until the buffer is written to again. */
  view(to: number, from: number = 0): BooleanColumn {
    const values = from === 0 ? this.values : this.values.subarray(from, to);
    return { kind: "boolean", values, validity: this.validityFrom(from) };
  }
}

export class StringBuffer extends NullableBuffer {
  readonly kind = "string";
  readonly dictionary: Dictionary;
  codes: Int32Array;

  constructor(capacity: number, dictionary: Dictionary) {
    super();
    this.codes = new Int32Array(capacity);
    this.dictionary = dictionary;
  }

  get capacity(): number {
    return this.codes.length;
  }

  reserve(capacity: number): void {
    if (capacity <= this.codes.length) return;
    const grown = new Int32Array(Math.max(capacity, 2 * this.codes.length));
    grown.set(this.codes);
    this.codes = grown;
    this.growValidity(grown.length);
  }

  clear(): void {
    this.validity = null;
  }

  column(to: number, from: number = 0): StringColumn {
    const codes = this.codes.slice(from, to);
    return { kind: "string", codes, dictionary: this.dictionary, validity: this.validityOf(from, to) };
  }

  /** @returns Rows `from … to` without a copy: valid until the buffer is written to again. */
  view(to: number, from: number = 0): StringColumn {
    const codes = from === 0 ? this.codes : this.codes.subarray(from, to);
    return { kind: "string", codes, dictionary: this.dictionary, validity: this.validityFrom(from) };
  }
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Sets one value of the buffer's type; for parsers' slow paths, tests and samples. */
export function writeValue(buffer: ColumnBuffer, index: number, value: Value): void {
  if (value === null) buffer.setNull(index);
  else if (buffer.kind === "string") buffer.codes[index] = buffer.dictionary.add(String(value));
  else if (buffer.kind === "boolean") buffer.values[index] = value ? 1 : 0;
  else if (typeof value === "bigint") buffer.setExact(index, value);
  else buffer.values[index] = Number(value);
}

/** A column of the values: for tests, samples and small inputs. */
export function columnOf(type: DataType, values: readonly Value[], dictionary?: Dictionary): Column {
  const buffer = createBuffer(type, values.length, dictionary);
  values.forEach((value, index) => writeValue(buffer, index, value));
  return buffer.column(values.length);
}
