import type { Column, Validity } from "../data/column.ts";
import { type Operand, isValid, maskOf, ownValidity } from "./kernel.ts";
import { rowText } from "./value-text.ts";
import { type WarningCode, type WarningCounts, warn } from "./warning-counts.ts";

/** What a call was made with, for the example of a warning. */
export interface CallRows {
  /** Upper case. */
  readonly name: string;
  readonly operands: readonly Operand[];
  readonly columns: readonly Column[];
}

/** `SQRT(-1)`: the call with the values of one row. */
export function callText({ name, operands, columns }: CallRows, row: number): string {
  const values = columns.map((column, index) => {
    const operand = operands[index];
    const text = rowText(column, operand.type, row & maskOf(operand));
    return operand.type.kind === "STRING" && text !== "NULL" ? `'${text}'` : text;
  });
  return `${name}(${values.join(", ")})`;
}

/**
 * Results that are NaN, where no argument is, have none: they become NULL and are counted.
 * @returns The bytes of the result.
 */
export function withoutResults(
  call: CallRows,
  out: Float64Array,
  validity: Validity,
  warnings: WarningCounts,
  code: WarningCode = "BAD_ARGUMENT",
): Validity {
  let numbers = 0;
  for (let i = 0; i < out.length; i++) numbers += out[i] === out[i] ? 1 : 0;
  if (numbers === out.length) return validity;
  const own = ownValidity(validity, out.length);
  const failed: number[] = [];
  for (let row = 0; row < out.length; row++) {
    if (!Number.isNaN(out[row]) || !isValid(own, row) || hasNaN(call, row)) continue;
    own[row] = 0;
    failed.push(row);
  }
  reportBadArguments(call, failed, warnings, code);
  return own;
}

/** Counts the rows whose arguments have no result. */
export function reportBadArguments(
  call: CallRows,
  failed: readonly number[],
  warnings: WarningCounts,
  code: WarningCode = "BAD_ARGUMENT",
): void {
  if (failed.length > 0) warn(warnings, code, failed, callText(call, failed[0]));
}

function hasNaN({ operands, columns }: CallRows, row: number): boolean {
  return columns.some(
    (column, index) => column.kind === "number" && Number.isNaN(column.values[row & maskOf(operands[index])]),
  );
}
