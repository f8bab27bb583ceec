import { type Column, isNull, readValue } from "../data/column.ts";
import type { DataType } from "../data/data-type.ts";
import { valueText } from "../data/value-text.ts";

/** One row of a column, for messages. */
export function rowText(column: Column, type: DataType, row: number): string {
  return isNull(column, row) ? "NULL" : valueText(readValue(column, type, row)!, type);
}
