import {
  BIGINT,
  BOOLEAN,
  type DataType,
  DOUBLE,
  type StructField,
  TIMESTAMP,
  arrayOf,
  decimal,
  isNested,
  mapOf,
  sameType,
  structOf,
  typeName,
} from "../data/data-type.ts";
import { coercionOf } from "./coercion-table.ts";
import type { Resolution } from "./scalar-function.ts";

/** Digits of the largest DECIMAL. */
export const MAX_PRECISION = 38;
/** Digits that a BIGINT can need. */
const BIGINT_PRECISION = 19;

export function isNumeric(type: DataType): boolean {
  return type.kind === "BIGINT" || type.kind === "DOUBLE" || type.kind === "DECIMAL";
}

/** Digits before the point; of a BIGINT or DECIMAL. */
export function wholeDigits(type: DataType): number {
  return type.kind === "DECIMAL" ? type.precision - type.scale : BIGINT_PRECISION;
}

/** Digits after the point; a BIGINT is a DECIMAL without any. */
export function scaleOf(type: DataType): number {
  return type.kind === "DECIMAL" ? type.scale : 0;
}

/** A DECIMAL with those digits, cut at 38 from the left: values that then do not fit become NULL when computed. */
export function decimalOf(whole: number, scale: number): DataType {
  return decimal(Math.max(1, Math.min(MAX_PRECISION, whole + scale)), scale);
}

/**
 * The type that values of all the types become without loss of meaning: for CASE, COALESCE, NULLIF and ARRAY. Numbers widen
 * BIGINT -> DECIMAL -> DOUBLE, DATE to TIMESTAMP, ARRAYs and MAPs as what is in them does, STRUCTs of as many fields
 * field by field (the first gives the names); other types mix with themselves only. NULL literals fit any.
 *
 * @returns null when there is no such type; BOOLEAN when all are NULL literals.
 */
export function commonType(types: readonly (DataType | null)[]): DataType | null {
  let common: DataType | null = null;
  for (const type of types) {
    if (type === null) continue;
    common = common === null ? type : commonOfTwo(common, type);
    if (common === null) return null;
  }
  return common ?? BOOLEAN;
}

function commonOfTwo(a: DataType, b: DataType): DataType | null {
  if (sameType(a, b)) return a;
  if (isNumeric(a) && isNumeric(b)) return commonNumber(a, b);
  if (a.kind === "ARRAY" && b.kind === "ARRAY") {
    const element = commonOfTwo(a.element, b.element);
    return element && arrayOf(element);
  }
  if (a.kind === "MAP" && b.kind === "MAP") {
    const value = commonOfTwo(a.value, b.value);
    return value && mapOf(value);
  }
  if (a.kind === "STRUCT" && b.kind === "STRUCT") return commonStruct(a.fields, b.fields);
  if (coercionOf(a, b) === "implicit") return b;
  return coercionOf(b, a) === "implicit" ? a : null;
}

function commonStruct(a: readonly StructField[], b: readonly StructField[]): DataType | null {
  if (a.length !== b.length) return null;
  const types = a.map(({ type }, index) => commonOfTwo(type, b[index]!.type));
  return types.every((type) => type !== null)
    ? structOf(a.map(({ name }, index) => ({ name, type: types[index]! })))
    : null;
}

function commonNumber(a: DataType, b: DataType): DataType {
  if (a.kind === "DOUBLE" || b.kind === "DOUBLE") return DOUBLE;
  if (a.kind === "BIGINT" && b.kind === "BIGINT") return BIGINT;
  return decimalOf(Math.max(wholeDigits(a), wholeDigits(b)), Math.max(scaleOf(a), scaleOf(b)));
}

/**
 * The types that values are compared as. BIGINT and DECIMAL stay: they compare by value across scales. Beside a DOUBLE
 * all are DOUBLE (the nearest). DATE, TIMESTAMP, and beside one of them a STRING (a time as text) and a BIGINT (ms since
 * the epoch) are compared as TIMESTAMP; ARRAYs, MAPs and STRUCTs as their common type.
 *
 * @returns null when they cannot be compared.
 */
export function comparableTypes(types: readonly (DataType | null)[]): readonly DataType[] | null {
  const known = types.filter((type) => type !== null);
  const first = known[0] ?? BOOLEAN;
  if (known.every(isNumeric) && known.length > 0) {
    if (known.some((type) => type.kind === "DOUBLE")) return types.map(() => DOUBLE);
    return types.map((type) => type ?? first);
  }
  const common = isNested(first) ? commonType(types) : first;
  if (common && known.every((type) => type.kind === common.kind)) return types.map(() => common);
  if (known.some(isTime) && known.every((type) => isTime(type) || coercionOf(type, TIMESTAMP) === "compared"))
    return types.map(() => TIMESTAMP);
  return null;
}

function isTime(type: DataType): boolean {
  return type.kind === "TIMESTAMP" || type.kind === "DATE";
}

/** @returns A problem when the number of arguments is not in [least, most]. */
export function countProblem(name: string, given: number, least: number, most: number): Resolution | null {
  if (given >= least && given <= most) return null;
  const wanted =
    least === most ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  const noun = wanted.endsWith(" 1") || wanted === "1" ? "argument" : "arguments";
  return { problem: `${name} takes ${wanted} ${noun}, not ${given}.`, wrongCount: true };
}

/** A problem of one argument: `ABS takes a number, not STRING.` */
export function argumentProblem(name: string, wanted: string, type: DataType): Resolution {
  return { problem: `${name} takes ${wanted}, not ${typeName(type)}.` };
}
