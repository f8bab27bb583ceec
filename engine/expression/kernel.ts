import type { BooleanColumn, Column, NumberColumn, Validity } from "../data/column.ts";
import type { DataType } from "../data/data-type.ts";
import type { WarningCounts } from "./warning-counts.ts";

/** What is known of an argument before any row is seen. */
export interface Operand {
  readonly type: DataType;
  /** One row that stands for every row, where the argument is a literal or was computed from literals alone. */
  readonly constant: Column | null;
}

/**
 * Computes a call for rows 0 … length - 1. An argument whose operand is constant has one row, which loops read at
 * `i & 0`; others read `i & -1`, so that one loop serves both. Results may share arrays with arguments, and are valid
 * until the kernel runs again (scratch.ts).
 */
export type Kernel = (columns: readonly Column[], length: number, warnings: WarningCounts) => Column;

/** @returns What row numbers are masked with: 0 for a constant, -1 (all bits) for a column. */
export function maskOf(operand: Operand): number {
  return operand.constant ? 0 : -1;
}

/** @returns Bytes of a result that is NULL where `a` is. */
export function spreadValidity(a: Validity, aMask: number, length: number): Validity {
  if (a === null || aMask !== 0) return a;
  return a[0] === 0 ? new Uint8Array(length) : null;
}

/** @returns Bytes of a result that is NULL where either is. */
export function bothValid(a: Validity, aMask: number, b: Validity, bMask: number, length: number): Validity {
  const left = spreadValidity(a, aMask, length);
  const right = spreadValidity(b, bMask, length);
  if (left === null || right === null) return left ?? right;
  const both = new Uint8Array(length);
  for (let i = 0; i < length; i++) both[i] = left[i] & right[i];
  return both;
}

/** @returns Bytes that may be written: a copy, or all valid. */
export function ownValidity(validity: Validity, length: number): Uint8Array {
  return validity ? validity.slice(0, length) : new Uint8Array(length).fill(1);
}

export function numberColumn(values: Float64Array, validity: Validity): NumberColumn {
  return { kind: "number", values, exact: null, validity };
}

/** @returns Whether row `row` is not NULL. */
export function isValid(validity: Validity, row: number): boolean {
  return validity === null || validity[row] !== 0;
}

export function booleanColumn(values: Uint8Array, validity: Validity): BooleanColumn {
  return { kind: "boolean", values, validity };
}
