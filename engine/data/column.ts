import { type DataType, type Value, isNested } from "./data-type.ts";
import type { Dictionary } from "./dictionary.ts";
import { readDecimal } from "./decimal.ts";

/**
 * BIGINT, DOUBLE, DECIMAL, TIMESTAMP, DATE and INTERVAL. `values` holds the number itself; for DECIMAL the unscaled integer.
 * `exact` is there only when some BIGINT or DECIMAL lies beyond 2^53: then it holds every value of the column
 * exactly (one 64-bit word a BIGINT; two words, low then high, a DECIMAL) and `values` the nearest double.
 */
export interface NumberColumn {
  readonly kind: "number";
  readonly values: Float64Array;
  readonly exact: BigInt64Array | null;
  readonly validity: Validity;
}

export interface BooleanColumn {
  readonly kind: "boolean";
  /** 1 true, 0 false. */
  readonly values: Uint8Array;
  readonly validity: Validity;
}

/** STRING, ARRAY, MAP and STRUCT, dictionary-encoded: what functions make of a text is computed once an entry. */
export interface StringColumn {
  readonly kind: "string";
  readonly codes: Int32Array;
  readonly dictionary: Dictionary;
  readonly validity: Validity;
}

/** One byte a row, 0 where the value is NULL and else 1; null when no value is. What a value array holds at a NULL is undefined. */
export type Validity = Uint8Array | null;

/** Arrays may be longer than the batch; its length is kept by the batch. */
export type Column = NumberColumn | BooleanColumn | StringColumn;

/** @returns The kind of column that holds values of the type. */
export function columnKind(type: DataType): Column["kind"] {
  if (type.kind === "STRING" || isNested(type)) return "string";
  return type.kind === "BOOLEAN" ? "boolean" : "number";
}

/** @returns Whether row `index` is NULL. */
export function isNull(column: Column, index: number): boolean {
  return column.validity !== null && column.validity[index] === 0;
}

/** One value of a column, for what is displayed or compared in tests; never on a hot path. */
export function readValue(column: Column, type: DataType, index: number): Value {
  if (isNull(column, index)) return null;
  if (column.kind === "string") return column.dictionary.get(column.codes[index]!);
  if (column.kind === "boolean") return column.values[index] === 1;
  if (type.kind === "BIGINT") return column.exact ? column.exact[index]! : BigInt(column.values[index]!);
  if (type.kind === "DECIMAL")
    return column.exact ? readDecimal(column.exact, index) : BigInt(column.values[index]!);
  return column.values[index]!;
}
