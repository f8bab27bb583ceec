/** The SQL types that columns and expressions have. */
export type DataType =
  | { readonly kind: "BOOLEAN" }
  | { readonly kind: "BIGINT" }
  | { readonly kind: "DOUBLE" }
  | { readonly kind: "DECIMAL"; readonly precision: number; readonly scale: number }
  | { readonly kind: "STRING" }
  | { readonly kind: "TIMESTAMP" }
  | { readonly kind: "DATE" }
  | { readonly kind: "INTERVAL" }
  | { readonly kind: "ARRAY"; readonly element: DataType }
  | { readonly kind: "MAP"; readonly value: DataType }
  | { readonly kind: "STRUCT"; readonly fields: readonly StructField[] };

export interface StructField {
  readonly name: string;
  readonly type: DataType;
}

export const BOOLEAN: DataType = { kind: "BOOLEAN" };
export const BIGINT: DataType = { kind: "BIGINT" };
export const DOUBLE: DataType = { kind: "DOUBLE" };
export const STRING: DataType = { kind: "STRING" };
export const TIMESTAMP: DataType = { kind: "TIMESTAMP" };
export const DATE: DataType = { kind: "DATE" };
export const INTERVAL: DataType = { kind: "INTERVAL" };

/** @param precision all digits, 1 … 38. @param scale digits after the point, 0 … precision. */
export function decimal(precision: number, scale: number): DataType {
  return { kind: "DECIMAL", precision, scale };
}

export function arrayOf(element: DataType): DataType {
  return { kind: "ARRAY", element };
}

/** A MAP's keys are STRINGs. */
export function mapOf(value: DataType): DataType {
  return { kind: "MAP", value };
}

export function structOf(fields: readonly StructField[]): DataType {
  return { kind: "STRUCT", fields };
}

/** Types are equal when every digit, element and field of them is; letter case of field names does not matter. */
export function sameType(a: DataType, b: DataType): boolean {
  if (a.kind === "DECIMAL" && b.kind === "DECIMAL") return a.precision === b.precision && a.scale === b.scale;
  if (a.kind === "ARRAY" && b.kind === "ARRAY") return sameType(a.element, b.element);
  if (a.kind === "MAP" && b.kind === "MAP") return sameType(a.value, b.value);
  if (a.kind === "STRUCT" && b.kind === "STRUCT")
    return (
      a.fields.length === b.fields.length &&
      a.fields.every(({ name, type }, index) => {
        const other = b.fields[index]!;
        return name.toLowerCase() === other.name.toLowerCase() && sameType(type, other.type);
      })
    );
  return a.kind === b.kind;
}

/** ARRAY, MAP and STRUCT: values made of values. */
export function isNested(type: DataType): boolean {
  return type.kind === "ARRAY" || type.kind === "MAP" || type.kind === "STRUCT";
}

/** Whether values of the type are DOUBLEs or have some in them. */
export function holdsDoubles(type: DataType): boolean {
  if (type.kind === "ARRAY") return holdsDoubles(type.element);
  if (type.kind === "MAP") return holdsDoubles(type.value);
  if (type.kind === "STRUCT") return type.fields.some((field) => holdsDoubles(field.type));
  return type.kind === "DOUBLE";
}

/** The type as SQL spells it: `DECIMAL(10, 2)`, `ARRAY<STRING>`, `STRUCT<x BIGINT>`. */
export function typeName(type: DataType): string {
  switch (type.kind) {
    case "DECIMAL":
      return `DECIMAL(${type.precision}, ${type.scale})`;
    case "ARRAY":
      return `ARRAY<${typeName(type.element)}>`;
    case "MAP":
      return `MAP<STRING, ${typeName(type.value)}>`;
    case "STRUCT":
      return `STRUCT<${type.fields.map((field) => `${field.name} ${typeName(field.type)}`).join(", ")}>`;
    case "BOOLEAN":
    case "BIGINT":
    case "DOUBLE":
    case "STRING":
    case "TIMESTAMP":
    case "DATE":
    case "INTERVAL":
      return type.kind;
  }
}

/**
 * One value outside a column: BIGINT is a bigint, DECIMAL the unscaled bigint (12.30 of scale 2 is 1230n),
 * DOUBLE and TIMESTAMP (ms since the epoch, UTC) are numbers. DATE is the ms of its midnight, UTC, so that it compares
 * with a TIMESTAMP as it is; INTERVAL is ms of any sign. ARRAY, MAP and STRUCT are the one JSON text of their value
 * (nested-value.ts), so that equal values are equal texts.
 */
export type Value = null | boolean | number | bigint | string;
