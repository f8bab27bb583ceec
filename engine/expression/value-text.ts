import { type Column, isNull, readValue } from "../data/column.ts";
import type { DataType, Value } from "../data/data-type.ts";
import { formatDecimal } from "../data/decimal.ts";
import { formatTimestamp } from "../data/timestamp-text.ts";

/** A value as CAST to STRING writes it: DOUBLEs as short as they read back, times as `2024-01-31 12:00:00.000`. */
export function valueText(value: Exclude<Value, null>, type: DataType): string {
  if (type.kind === "DECIMAL") return formatDecimal(value as bigint, type.scale);
  if (type.kind === "TIMESTAMP") return formatTimestamp(value as number);
  return String(value);
}

/** One row of a column, for messages. */
export function rowText(column: Column, type: DataType, row: number): string {
  return isNull(column, row) ? "NULL" : valueText(readValue(column, type, row)!, type);
}
