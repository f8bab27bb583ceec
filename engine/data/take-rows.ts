import type { Column } from "./column.ts";

/** @returns The rows `rows[0 … count)` of a column, in that order. */
export function takeRows(column: Column, rows: Int32Array, count: number = rows.length): Column {
  return new RowTaker().take(column, rows, count);
}

/** Takes rows of columns into arrays that it keeps: what it gave is valid until it takes again. */
export class RowTaker {
  #numbers: Float64Array = new Float64Array(0);
  #codes: Int32Array = new Int32Array(0);
  #bytes: Uint8Array = new Uint8Array(0);
  #validity: Uint8Array = new Uint8Array(0);

  /** @returns The rows `rows[0 … count)` of a column, in that order, in arrays that may be longer. */
  take(column: Column, rows: Int32Array, count: number): Column {
    const validity = column.validity && this.#takeValidity(column.validity, rows, count);
    switch (column.kind) {
      case "string": {
        if (this.#codes.length < count) this.#codes = new Int32Array(count);
        const codes = this.#codes;
        const from = column.codes;
        for (let i = 0; i < count; i++) codes[i] = from[rows[i]!]!;
        return { kind: "string", codes, dictionary: column.dictionary, validity };
      }
      case "boolean": {
        if (this.#bytes.length < count) this.#bytes = new Uint8Array(count);
        const values = this.#bytes;
        const from = column.values;
        for (let i = 0; i < count; i++) values[i] = from[rows[i]!]!;
        return { kind: "boolean", values, validity };
      }
      case "number": {
        if (this.#numbers.length < count) this.#numbers = new Float64Array(count);
        const values = this.#numbers;
        const from = column.values;
        for (let i = 0; i < count; i++) values[i] = from[rows[i]!]!;
        if (!column.exact) return { kind: "number", values, exact: null, validity };
        // How many words a row has is read off from the lengths of both arrays: data/column.ts.
        const own = values.slice(0, count);
        return { kind: "number", values: own, exact: takeWords(column, rows, count), validity };
      }
    }
  }

  #takeValidity(from: Uint8Array, rows: Int32Array, count: number): Uint8Array {
    if (this.#validity.length < count) this.#validity = new Uint8Array(count);
    const validity = this.#validity;
    for (let i = 0; i < count; i++) validity[i] = from[rows[i]!]!;
    return validity;
  }
}

/** One or two words a row: data/column.ts. */
function takeWords(column: Column & { kind: "number" }, rows: Int32Array, count: number): BigInt64Array {
  const source = column.exact!;
  const width = Math.round(source.length / column.values.length);
  const words = new BigInt64Array(width * count);
  for (let i = 0; i < count; i++)
    for (let word = 0; word < width; word++) words[width * i + word] = source[width * rows[i]! + word]!;
  return words;
}
