import type { Column } from "./column.ts";

/** @returns Rows 0 … length - 1 in arrays of their own; a dictionary is shared. */
export function copyColumn(column: Column, length: number): Column {
  const validity = column.validity && column.validity.slice(0, length);
  if (column.kind === "string") return { ...column, codes: column.codes.slice(0, length), validity };
  if (column.kind === "boolean") return { ...column, values: column.values.slice(0, length), validity };
  // BIGINT has one exact word a row, DECIMAL two.
  const width = column.exact ? Math.round(column.exact.length / column.values.length) : 0;
  const exact = column.exact && column.exact.slice(0, width * length);
  return { kind: "number", values: column.values.slice(0, length), exact, validity };
}
