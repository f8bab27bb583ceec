/** The SQL types that columns and expressions have. */
export type DataType =
  | { readonly kind: "BOOLEAN" }
  | { readonly kind: "BIGINT" }
  | { readonly kind: "DOUBLE" }
  | { readonly kind: "DECIMAL"; readonly precision: number; readonly scale: number }
  | { readonly kind: "STRING" }
  | { readonly kind: "TIMESTAMP" };

export const BOOLEAN: DataType = { kind: "BOOLEAN" };
export const BIGINT: DataType = { kind: "BIGINT" };
export const DOUBLE: DataType = { kind: "DOUBLE" };
export const STRING: DataType = { kind: "STRING" };
export const TIMESTAMP: DataType = { kind: "TIMESTAMP" };

/** @param precision all digits, 1 … 38. @param scale digits after the point, 0 … precision. */
export function decimal(precision: number, scale: number): DataType {
  return { kind: "DECIMAL", precision, scale };
}

/** Types are equal when every digit of them is. */
export function sameType(a: DataType, b: DataType): boolean {
  if (a.kind === "DECIMAL" && b.kind === "DECIMAL") return a.precision === b.precision && a.scale === b.scale;
  return a.kind === b.kind;
}

/** The type as SQL spells it: `DECIMAL(10, 2)`. */
export function typeName(type: DataType): string {
  return type.kind === "DECIMAL" ? `DECIMAL(${type.precision}, ${type.scale})` : type.kind;
}

/**
 * One value outside a column: BIGINT is a bigint, DECIMAL the unscaled bigint (12.30 of scale 2 is 1230n),
 * DOUBLE and TIMESTAMP (ms since the epoch, UTC) are numbers.
 */
export type Value = null | boolean | number | bigint | string;
