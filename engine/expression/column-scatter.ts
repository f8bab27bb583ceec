import type { Column } from "../data/column.ts";
import type { DataType } from "../data/data-type.ts";

/** Puts the rows of a dense column back where they came from, into arrays that it keeps from batch to batch. */
export class ColumnScatter {
  readonly #type: DataType;
  #values: Float64Array = new Float64Array(0);
  #bytes: Uint8Array = new Uint8Array(0);
  #codes: Int32Array = new Int32Array(0);
  #validity: Uint8Array = new Uint8Array(0);

  constructor(type: DataType) {
    this.#type = type;
  }

  /**
   * @param rows where row i of `dense` goes, `count` of them, below `length`.
   * @returns A column of `length` rows that is right at those rows only; valid until the next call.
   */
  to(dense: Column, rows: Int32Array, count: number, length: number): Column {
    const validity = dense.validity && this.#spreadValidity(dense.validity, rows, count, length);
    switch (dense.kind) {
      case "number": {
        if (this.#values.length < length) this.#values = new Float64Array(length);
        const values = this.#values;
        for (let i = 0; i < count; i++) values[rows[i]!] = dense.values[i]!;
        if (!dense.exact) return { kind: "number", values, exact: null, validity };
        // How many words a row has is read off from the lengths of both arrays: data/column.ts.
        const exact = spreadWords(dense.exact, this.#type, rows, count, length);
        return { kind: "number", values: values.subarray(0, length), exact, validity };
      }
      case "boolean": {
        if (this.#bytes.length < length) this.#bytes = new Uint8Array(length);
        const values = this.#bytes;
        for (let i = 0; i < count; i++) values[rows[i]!] = dense.values[i]!;
        return { kind: "boolean", values, validity };
      }
      case "string": {
        if (this.#codes.length < length) this.#codes = new Int32Array(length);
        const codes = this.#codes;
        for (let i = 0; i < count; i++) codes[rows[i]!] = dense.codes[i]!;
        return { kind: "string", codes, dictionary: dense.dictionary, validity };
      }
    }
  }

  #spreadValidity(dense: Uint8Array, rows: Int32Array, count: number, length: number): Uint8Array {
    if (this.#validity.length < length) this.#validity = new Uint8Array(length);
    const validity = this.#validity;
    for (let i = 0; i < count; i++) validity[rows[i]!] = dense[i]!;
    return validity;
  }
}

function spreadWords(
  words: BigInt64Array,
  type: DataType,
  rows: Int32Array,
  count: number,
  length: number,
): BigInt64Array {
  // data/column.ts: one word a BIGINT, two a DECIMAL.
  const size = type.kind === "DECIMAL" ? 2 : 1;
  const spread = new BigInt64Array(size * length);
  for (let i = 0; i < count; i++)
    for (let word = 0; word < size; word++) spread[size * rows[i]! + word] = words[size * i + word]!;
  return spread;
}
