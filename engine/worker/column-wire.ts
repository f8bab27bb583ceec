import type { Column, NumberColumn, Validity } from "../data/column.ts";
import { Dictionary } from "../data/dictionary.ts";

/** A column as it crosses threads: typed arrays, and of a dictionary only the strings that the other side lacks. */
export type WireColumn =
  | NumberColumn
  | { readonly kind: "boolean"; readonly values: Uint8Array; readonly validity: Validity }
  | {
      readonly kind: "string";
      readonly codes: Int32Array;
      readonly validity: Validity;
      /** Names the dictionary for as long as the query runs. */
      readonly dictionary: number;
      /** Code of the first of `strings`. */
      readonly from: number;
      readonly strings: readonly string[];
    };

export type WireArray = Float64Array | Int32Array | Uint8Array | BigInt64Array;

/** Puts an array where the other thread can see it: a copy to transfer, or a place in shared memory. */
export type Place = <T extends WireArray>(array: T, length: number) => T;

/** Turns columns into their wire form; one per receiver, since it remembers which strings that one has. */
export class ColumnSender {
  readonly #known = new Map<Dictionary, { readonly id: number; sent: number }>();

  /** @param length rows of the column; its arrays may be longer. */
  send(column: Column, length: number, place: Place): WireColumn {
    const validity = column.validity && place(column.validity, length);
    if (column.kind === "boolean") return { kind: "boolean", values: place(column.values, length), validity };
    if (column.kind === "number") {
      const words = column.exact && place(column.exact, length * wordsOf(column));
      return { kind: "number", values: place(column.values, length), exact: words, validity };
    }
    const known = this.#dictionary(column.dictionary);
    const from = known.sent;
    known.sent = column.dictionary.size;
    return {
      kind: "string",
      codes: place(column.codes, length),
      validity,
      dictionary: known.id,
      from,
      strings: from === known.sent ? [] : column.dictionary.since(from),
    };
  }

  #dictionary(dictionary: Dictionary): { readonly id: number; sent: number } {
    let known = this.#known.get(dictionary);
    if (!known) this.#known.set(dictionary, (known = { id: this.#known.size, sent: 0 }));
    return known;
  }
}

/** Turns wire columns back; one per sender. */
export class ColumnReceiver {
  readonly #dictionaries = new Map<number, Dictionary>();

  receive(column: WireColumn): Column {
    if (column.kind !== "string") return column;
    let dictionary = this.#dictionaries.get(column.dictionary);
    if (!dictionary) this.#dictionaries.set(column.dictionary, (dictionary = new Dictionary()));
    for (const string of column.strings) dictionary.add(string);
    return { kind: "string", codes: column.codes, validity: column.validity, dictionary };
  }
}

/** A copy whose buffer can be given away. */
export const copy: Place = (array, length) => array.slice(0, length) as typeof array;

/** DECIMAL has two words a row, BIGINT one: data/column.ts. */
function wordsOf(column: NumberColumn): number {
  return column.exact ? Math.round(column.exact.length / column.values.length) : 0;
}
