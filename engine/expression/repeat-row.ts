import type { Column } from "../data/column.ts";
import type { Kernel, Operand } from "./kernel.ts";

/** A column of `length` rows that all are row 0 of the given one. */
export function repeatRow(column: Column, length: number): Column {
  const validity = column.validity?.[0] === 0 ? new Uint8Array(length) : null;
  switch (column.kind) {
    case "string": {
      const codes = new Int32Array(length).fill(column.codes[0]);
      return { kind: "string", codes, dictionary: column.dictionary, validity };
    }
    case "boolean":
      return { kind: "boolean", values: new Uint8Array(length).fill(column.values[0]), validity };
    case "number": {
      const values = new Float64Array(length).fill(column.values[0]);
      return { kind: "number", values, exact: column.exact && repeatWords(column.exact, length), validity };
    }
  }
}

/** One word a BIGINT, two a DECIMAL. */
function repeatWords(words: BigInt64Array, length: number): BigInt64Array {
  const repeated = new BigInt64Array(words.length * length);
  for (let i = 0; i < length; i++) repeated.set(words, i * words.length);
  return repeated;
}

/** Lets a kernel that reads every argument row by row take constants: their one row is repeated. */
export function overRows(operands: readonly Operand[], kernel: Kernel): Kernel {
  if (operands.every((operand) => operand.constant === null)) return kernel;
  return (columns, length, warnings) =>
    kernel(
      columns.map((column, index) => (operands[index].constant ? repeatRow(column, length) : column)),
      length,
      warnings,
    );
}
