import type { Column } from "./column.ts";

/** A column of the given rows, in their order. */
export function takeRows(column: Column, rows: Int32Array): Column {
  const validity = column.validity && Uint8Array.from(rows, (row) => column.validity![row]);
  switch (column.kind) {
    case "string": {
      const { codes, dictionary } = column;
      return { kind: "string", codes: rows.map((row) => codes[row]), dictionary, validity };
    }
    case "boolean":
      return { kind: "boolean", values: Uint8Array.from(rows, (row) => column.values[row]), validity };
    case "number": {
      const { values, exact } = column;
      const taken = Float64Array.from(rows, (row) => values[row]);
      return {
        kind: "number",
        values: taken,
        exact: exact && takeWords(exact, values.length, rows),
        validity,
      };
    }
  }
}

/** One word a BIGINT, two a DECIMAL: as many as there are for each of the column's values. */
function takeWords(words: BigInt64Array, length: number, rows: Int32Array): BigInt64Array {
  const each = words.length / length;
  const taken = new BigInt64Array(rows.length * each);
  rows.forEach((row, index) => taken.set(words.subarray(row * each, (row + 1) * each), index * each));
  return taken;
}
