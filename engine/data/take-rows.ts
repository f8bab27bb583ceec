import type { Column } from "./column.ts";

/** @returns The rows `rows[0 … count)` of a column, in that order. */
export function takeRows(column: Column, rows: Int32Array, count: number = rows.length): Column {
  const validity = column.validity && new Uint8Array(count);
  if (validity) for (let i = 0; i < count; i++) validity[i] = column.validity![rows[i]!]!;
  switch (column.kind) {
    case "string": {
      const codes = new Int32Array(count);
      for (let i = 0; i < count; i++) codes[i] = column.codes[rows[i]!]!;
      return { kind: "string", codes, dictionary: column.dictionary, validity };
    }
    case "boolean": {
      const values = new Uint8Array(count);
      for (let i = 0; i < count; i++) values[i] = column.values[rows[i]!]!;
      return { kind: "boolean", values, validity };
    }
    case "number": {
      const values = new Float64Array(count);
      for (let i = 0; i < count; i++) values[i] = column.values[rows[i]!]!;
      return { kind: "number", values, exact: column.exact && takeWords(column, rows, count), validity };
    }
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
