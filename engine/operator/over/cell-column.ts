import { type Column, columnKind, type NumberColumn, type StringColumn } from "../../data/column.ts";
import type { DataType } from "../../data/data-type.ts";
import { readDecimal, writeDecimal } from "../../data/decimal.ts";
import { Dictionary } from "../../data/dictionary.ts";

/** Values of one column that outlive their batch: one a cell, written over when the cell is given out again. */
export class CellColumn {
  readonly #type: DataType;
  #capacity = 0;
  #column: Column;
  /** Codes of the dictionary last copied from, as codes of the own one. */
  #codes: Int32Array = new Int32Array(0);
  #source: Dictionary | null = null;

  constructor(type: DataType) {
    this.#type = type;
    this.#column = emptyColumn(type);
  }

  /** All cells; right until the next `put`. */
  get column(): Column {
    return this.#column;
  }

  reserve(capacity: number): void {
    if (capacity <= this.#capacity) return;
    this.#capacity = capacity;
    const old = this.#column;
    const validity = old.validity && grown(new Uint8Array(capacity).fill(1), old.validity);
    if (old.kind === "string")
      this.#column = { ...old, codes: grown(new Int32Array(capacity), old.codes), validity };
    else if (old.kind === "boolean")
      this.#column = { ...old, values: grown(new Uint8Array(capacity), old.values), validity };
    else {
      const exact = old.exact && grown(new BigInt64Array(this.#width() * capacity), old.exact);
      this.#column = { ...old, values: grown(new Float64Array(capacity), old.values), exact, validity };
    }
  }

  /** Copies `rows[from … to)` of a column of the same type to `cells[from … to)`. */
  put(source: Column, rows: Int32Array, cells: Int32Array, from: number, to: number): void {
    if (source.validity && !this.#column.validity)
      this.#column = { ...this.#column, validity: new Uint8Array(this.#capacity).fill(1) };
    const { validity } = this.#column;
    if (validity)
      for (let i = from; i < to; i++) validity[cells[i]!] = source.validity ? source.validity[rows[i]!]! : 1;
    const target = this.#column;
    if (target.kind === "number" && source.kind === "number") this.#putNumbers(source, rows, cells, from, to);
    else if (target.kind === "boolean" && source.kind === "boolean")
      for (let i = from; i < to; i++) target.values[cells[i]!] = source.values[rows[i]!]!;
    else if (target.kind === "string" && source.kind === "string")
      this.#putTexts(target, source, rows, cells, from, to);
  }

  #putNumbers(source: NumberColumn, rows: Int32Array, cells: Int32Array, from: number, to: number): void {
    const target = this.#column as NumberColumn;
    const { values } = target;
    for (let i = from; i < to; i++) values[cells[i]!] = source.values[rows[i]!]!;
    if (source.exact && !target.exact) this.#column = { ...target, exact: this.#wordsOf(values) };
    const { exact } = this.#column as NumberColumn;
    if (!exact) return;
    const width = this.#width();
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      if (source.validity && source.validity[row] === 0) continue;
      const value = source.exact
        ? width === 2
          ? readDecimal(source.exact, row)
          : source.exact[row]!
        : BigInt(source.values[row]!);
      if (width === 2) writeDecimal(exact, cells[i]!, value);
      else exact[cells[i]!] = value;
    }
  }

  #putTexts(
    target: StringColumn,
    source: StringColumn,
    rows: Int32Array,
    cells: Int32Array,
    from: number,
    to: number,
  ): void {
    const { dictionary } = source;
    if (this.#source !== dictionary) {
      this.#source = dictionary;
      this.#codes = new Int32Array(0);
    }
    if (this.#codes.length < dictionary.size)
      this.#codes = grown(new Int32Array(2 * dictionary.size).fill(-1), this.#codes);
    const codes = this.#codes;
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      if (source.validity && source.validity[row] === 0) continue;
      const code = source.codes[row]!;
      if (codes[code]! < 0) codes[code] = target.dictionary.add(dictionary.get(code));
      target.codes[cells[i]!] = codes[code]!;
    }
  }

  /** Words of what is there already, all of it within 2^53. */
  #wordsOf(values: Float64Array): BigInt64Array {
    const width = this.#width();
    const words = new BigInt64Array(width * values.length);
    for (let cell = 0; cell < values.length; cell++) {
      if (!Number.isSafeInteger(values[cell])) continue;
      if (width === 2) writeDecimal(words, cell, BigInt(values[cell]!));
      else words[cell] = BigInt(values[cell]!);
    }
    return words;
  }

  /** data/column.ts: two words a DECIMAL, one a BIGINT. */
  #width(): number {
    return this.#type.kind === "DECIMAL" ? 2 : 1;
  }
}

function emptyColumn(type: DataType): Column {
  switch (columnKind(type)) {
    case "string":
      return { kind: "string", codes: new Int32Array(0), dictionary: new Dictionary(), validity: null };
    case "boolean":
      return { kind: "boolean", values: new Uint8Array(0), validity: null };
    case "number":
      return { kind: "number", values: new Float64Array(0), exact: null, validity: null };
  }
}

function grown<T extends Float64Array | Int32Array | Uint8Array | BigInt64Array>(target: T, source: T): T {
  (target as { set(source: ArrayLike<number> | ArrayLike<bigint>): void }).set(source);
  return target;
}
