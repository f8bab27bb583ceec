import { type Column, isNull, readValue, type StringColumn } from "./column.ts";
import { type ColumnBuffer, createBuffer, type StringBuffer, writeValue } from "./column-buffer.ts";
import type { DataType, Value } from "./data-type.ts";
import { formatDecimal } from "./decimal.ts";
import { PairCodes } from "./pair-codes.ts";

/**
 * The distinct group keys of a query by id: ids from 0 in order of first sight in the replay log, so that they are the
 * same on every thread. Append-only. Without key columns there is the one key 0.
 */
export class KeyTable {
  readonly types: readonly DataType[];
  readonly #columns: readonly ColumnBuffer[];
  #size = 0;

  constructor(types: readonly DataType[]) {
    this.types = types;
    this.#columns = types.map((type) => createBuffer(type, 16));
    if (types.length === 0) this.#size = 1;
  }

  get size(): number {
    return this.#size;
  }

  /** Takes over rows `from … to` of columns of the same types as new keys. */
  append(columns: readonly Column[], from: number, to: number): void {
    const [only] = this.#columns;
    const [texts] = columns;
    if (columns.length === 1 && only!.kind === "string" && texts!.kind === "string")
      return this.#appendTexts(only as StringBuffer, texts, from, to);
    for (let row = from; row < to; row++) {
      this.types.forEach((type, index) => {
        const buffer = this.#columns[index]!;
        buffer.reserve(this.#size + 1);
        writeValue(buffer, this.#size, readValue(columns[index]!, type, row));
      });
      this.#size++;
    }
  }

  /** A key of one text is a text that is not there yet, so that no dictionary has to look for it. */
  #appendTexts(buffer: StringBuffer, column: StringColumn, from: number, to: number): void {
    buffer.reserve(this.#size + to - from);
    for (let row = from; row < to; row++) {
      const key = this.#size++;
      if (isNull(column, row)) buffer.setNull(key);
      else buffer.codes[key] = buffer.dictionary.append(column.dictionary.get(column.codes[row]!));
    }
  }

  value(column: number, key: number): Value {
    const buffer = this.#columns[column]!;
    const type = this.types[column]!;
    return buffer.kind === "number"
      ? readNumber(buffer.values[key]!, buffer.wide?.get(key), type, buffer.validity?.[key] === 0)
      : readValue(buffer, type, key);
  }

  /** All values of one key. */
  values(key: number): Value[] {
    return this.types.map((_, column) => this.value(column, key));
  }

  /** The values of a key as texts: what routing hashes. NULL is the text `NULL`. */
  texts(key: number): string[] {
    return this.types.map((type, column) => keyText(this.value(column, key), type));
  }

  /** Key column `column` of each of the first `length` ids. */
  gather(column: number, ids: Int32Array, length: number): Column {
    const source = this.#columns[column]!;
    const validity = source.validity ? new Uint8Array(length) : null;
    if (validity) for (let i = 0; i < length; i++) validity[i] = source.validity![ids[i]!]!;
    if (source.kind === "string") {
      const codes = new Int32Array(length);
      for (let i = 0; i < length; i++) codes[i] = source.codes[ids[i]!]!;
      return { kind: "string", codes, dictionary: source.dictionary, validity };
    }
    if (source.kind === "boolean") {
      const values = new Uint8Array(length);
      for (let i = 0; i < length; i++) values[i] = source.values[ids[i]!]!;
      return { kind: "boolean", values, validity };
    }
    if (source.wide?.size) {
      const target = createBuffer(this.types[column]!, length);
      for (let i = 0; i < length; i++) writeValue(target, i, this.value(column, ids[i]!));
      return target.column(length);
    }
    const values = new Float64Array(length);
    for (let i = 0; i < length; i++) values[i] = source.values[ids[i]!]!;
    return { kind: "number", values, exact: null, validity };
  }

  /** Keys `from … size` as columns: what another thread has not seen yet. */
  since(from: number): Column[] {
    const ids = Int32Array.from({ length: this.#size - from }, (_, index) => from + index);
    return this.types.map((_, column) => this.gather(column, ids, ids.length));
  }
}

function readNumber(value: number, wide: bigint | undefined, type: DataType, absent: boolean): Value {
  if (absent) return null;
  return type.kind === "BIGINT" || type.kind === "DECIMAL" ? (wide ?? BigInt(value)) : value;
}

function keyText(value: Value, type: DataType): string {
  if (value === null) return "NULL";
  if (type.kind === "DECIMAL") return formatDecimal(value as bigint, type.scale);
  return String(value);
}

/** Gives every row the id of its group key, making new ids as keys are first seen. */
export class KeyEncoder {
  readonly table: KeyTable;
  readonly #coders: readonly ColumnCoder[];
  readonly #pairs: readonly PairCodes[];
  #ids: Int32Array = new Int32Array(0);

  constructor(types: readonly DataType[]) {
    this.table = new KeyTable(types);
    this.#coders = types.map((type) => new ColumnCoder(type));
    this.#pairs = types.slice(1).map(() => new PairCodes());
  }

  /**
   * @param unnamed 1 for rows that have no key (they get id -1 and make none), 0 for the others; null: all have one.
   * @param out ids of rows 0 … length - 1.
   */
  encode(columns: readonly Column[], length: number, unnamed: Uint8Array | null, out: Int32Array): void {
    const [only] = columns;
    if (columns.length === 0) {
      for (let row = 0; row < length; row++) out[row] = unnamed ? -unnamed[row]! : 0;
    } else if (
      unnamed === null &&
      columns.length === 1 &&
      only!.kind === "string" &&
      only!.validity === null
    ) {
      this.#encodeStrings(only as StringColumn, length, out);
    } else this.#encodeAny(columns, length, unnamed, out);
  }

  /** The usual case: the codes of one dictionary, each looked up in a table. */
  #encodeStrings(column: StringColumn, length: number, out: Int32Array): void {
    const { codes, dictionary } = column;
    this.#reserve(dictionary.size + 1);
    const ids = this.#ids;
    let signs = 0;
    for (let row = 0; row < length; row++) {
      const id = ids[codes[row]! + 1]!;
      signs |= id;
      out[row] = id;
    }
    if (signs >= 0) return;
    for (let row = 0; row < length; row++)
      if (out[row]! < 0) out[row] = this.#id(codes[row]! + 1, [column], row);
  }

  #encodeAny(columns: readonly Column[], length: number, unnamed: Uint8Array | null, out: Int32Array): void {
    const codes = columns.map((column, index) => this.#coders[index]!.code(column, length, unnamed));
    const first = codes[0]!;
    for (let row = 0; row < length; row++) {
      if (unnamed && unnamed[row] === 1) {
        out[row] = -1;
        continue;
      }
      let code = first[row]!;
      for (let index = 0; index < this.#pairs.length; index++)
        code = this.#pairs[index]!.code(code, codes[index + 1]![row]!);
      out[row] = this.#id(code, columns, row);
    }
  }

  /** The last code of the chain of pairs is dense, so a plain array maps it to the id. */
  #id(code: number, columns: readonly Column[], row: number): number {
    this.#reserve(code + 1);
    let id = this.#ids[code]!;
    if (id < 0) {
      id = this.table.size;
      this.#ids[code] = id;
      this.table.append(columns, row, row + 1);
    }
    return id;
  }

  /** Makes room for the ids of so many codes. */
  #reserve(codes: number): void {
    if (codes <= this.#ids.length) return;
    const grown = new Int32Array(Math.max(1024, 2 * codes)).fill(-1);
    grown.set(this.#ids);
    this.#ids = grown;
  }
}

/** Dense codes for the values of one column; code 0 is NULL. Equal values of DOUBLE include -0 = 0 and NaN = NaN. */
class ColumnCoder {
  readonly #type: DataType;
  readonly #numbers = new Map<number | bigint, number>();
  #codes: Int32Array = new Int32Array(0);

  constructor(type: DataType) {
    this.#type = type;
  }

  code(column: Column, length: number, unnamed: Uint8Array | null): Int32Array {
    if (this.#codes.length < length) this.#codes = new Int32Array(length);
    const codes = this.#codes;
    if (column.kind === "string") {
      for (let row = 0; row < length; row++) codes[row] = column.codes[row]! + 1;
    } else if (column.kind === "boolean") {
      for (let row = 0; row < length; row++) codes[row] = column.values[row]! + 1;
    } else {
      for (let row = 0; row < length; row++)
        if (!(unnamed && unnamed[row] === 1) && !isNull(column, row))
          codes[row] = this.#number(column.values[row]!, column, row);
    }
    if (column.validity)
      for (let row = 0; row < length; row++) if (column.validity[row] === 0) codes[row] = 0;
    return codes;
  }

  #number(value: number, column: Column & { kind: "number" }, row: number): number {
    let name: number | bigint = value === 0 ? 0 : value;
    if (column.exact && !Number.isSafeInteger(value)) name = readValue(column, this.#type, row) as bigint;
    let code = this.#numbers.get(name);
    if (code === undefined) {
      code = this.#numbers.size + 1;
      this.#numbers.set(name, code);
    }
    return code;
  }
}
