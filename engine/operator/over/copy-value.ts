import { type Column, isNull } from "../../data/column.ts";
import type { ColumnBuffer } from "../../data/column-buffer.ts";
import { readDecimal } from "../../data/decimal.ts";

/** Copies one value of a column to a buffer of the same type. */
export function copyValue(column: Column, row: number, out: ColumnBuffer, at: number): void {
  if (isNull(column, row)) out.setNull(at);
  else if (column.kind === "number" && out.kind === "number") {
    const { exact } = column;
    if (exact === null) out.values[at] = column.values[row]!;
    else out.setExact(at, out.type.kind === "DECIMAL" ? readDecimal(exact, row) : exact[row]!);
  } else if (column.kind === "boolean" && out.kind === "boolean") out.values[at] = column.values[row]!;
  else if (column.kind === "string" && out.kind === "string")
    out.codes[at] = out.dictionary.add(column.dictionary.get(column.codes[row]!));
}
