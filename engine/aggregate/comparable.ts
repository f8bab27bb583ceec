import { type Column, isNull, readValue } from "../data/column.ts";
import type { DataType, Value } from "../data/data-type.ts";
import { compareUtf8 } from "../data/key-order.ts";

/** One value, quickly: integers within 2^53 are numbers, whatever the batch holds beside them. */
export function comparableAt(column: Column, type: DataType, row: number): Value {
  if (column.kind !== "number" || isNull(column, row)) return readValue(column, type, row);
  const value = column.values[row];
  return column.exact === null || Number.isSafeInteger(value) ? value : readValue(column, type, row);
}

/** The order that comparisons have, of values that are not NULL: below, at or above 0. */
export type Comparator = (a: Value, b: Value) => number;

/** NaN is the greatest number, false is less than true, texts go by code point. */
export function comparatorOf(type: DataType): Comparator {
  return type.kind === "STRING" ? compareTexts : compareScalars;
}

function compareTexts(a: Value, b: Value): number {
  return compareUtf8(a as string, b as string);
}

function compareScalars(a: Value, b: Value): number {
  if (a! < b!) return -1;
  if (a! > b!) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}
