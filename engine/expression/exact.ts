import type { NumberColumn } from "../data/column.ts";
import { NumberBuffer } from "../data/column-buffer.ts";
import type { DataType } from "../data/data-type.ts";
import { fitsPrecision, formatDecimal, readDecimal } from "../data/decimal.ts";
import type { WarningCode, WarningCounts } from "./warning-counts.ts";
import { warn } from "./warning-counts.ts";

/** The slow paths of BIGINT and DECIMAL: bigints row by row, where some value is beyond what doubles hold exactly. */

/** @returns The BIGINT, or the DECIMAL's unscaled integer, of a row that is not NULL. */
export function exactAt(column: NumberColumn, type: DataType, row: number): bigint {
  if (column.exact === null) return BigInt(column.values[row]);
  return type.kind === "DECIMAL" ? readDecimal(column.exact, row) : column.exact[row];
}

/** @returns Whether the BIGINT has 64 bits at most, or the DECIMAL's unscaled integer no more digits than its type. */
export function fitsType(value: bigint, type: DataType): boolean {
  return type.kind === "DECIMAL" ? fitsPrecision(value, type.precision) : BigInt.asIntN(64, value) === value;
}

export function overflowCode(type: DataType): WarningCode {
  return type.kind === "DECIMAL" ? "DECIMAL_OVERFLOW" : "BIGINT_OVERFLOW";
}

/** A BIGINT or a DECIMAL's unscaled integer as text. */
export function exactText(value: bigint, type: DataType): string {
  return formatDecimal(value, type.kind === "DECIMAL" ? type.scale : 0);
}

/**
 * A column of exact values computed row by row; those that do not fit the type are NULL and counted.
 *
 * @param compute gets the row's number and gives null where the result is NULL without a warning.
 * @param describe says, for the first row that does not fit, what was computed.
 */
export function computeExact(
  type: DataType,
  length: number,
  compute: (row: number) => bigint | null,
  describe: (row: number) => string,
  warnings: WarningCounts,
): NumberColumn {
  const buffer = new NumberBuffer(type, length);
  const failed: number[] = [];
  for (let row = 0; row < length; row++) {
    const value = compute(row);
    if (value !== null && fitsType(value, type)) {
      buffer.setExact(row, value);
      continue;
    }
    buffer.setNull(row);
    if (value !== null) failed.push(row);
  }
  if (failed.length > 0) warn(warnings, overflowCode(type), failed, describe(failed[0]));
  return buffer.column(length);
}
