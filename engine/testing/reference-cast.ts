import type { DataType, Value } from "../data/data-type.ts";
import { fitsPrecision, formatDecimal, parseDecimal, rescale } from "../data/decimal.ts";

/** Digits after the point; other types than DECIMAL have none. */
export function scaleOf(type: DataType): number {
  return type.kind === "DECIMAL" ? type.scale : 0;
}

/** The unscaled integer of a BIGINT or DECIMAL at a scale that is not smaller than its own. */
export function fraction(value: Value, type: DataType, scale: number): bigint {
  return rescale(BigInt(value as bigint), scaleOf(type), scale, "half-even");
}

/** The nearest double of a number, of a BOOLEAN 0 or 1. */
export function toDouble(value: Value, type: DataType): number {
  return type.kind === "DECIMAL" ? Number(formatDecimal(value as bigint, type.scale)) : Number(value);
}

/** The text of a value that is not NULL. */
export function textOf(value: Value, type: DataType): string {
  if (type.kind === "DECIMAL") return formatDecimal(value as bigint, type.scale);
  if (type.kind === "TIMESTAMP")
    return new Date(Number(value)).toISOString().replace("T", " ").replace("Z", "");
  return String(value);
}

/** CAST of a value that is not NULL: NULL where the target cannot hold it. Digits that go are cut from BIGINTs. */
export function castValue(value: Value, from: DataType, to: DataType): Value {
  switch (to.kind) {
    case "STRING":
      return textOf(value, from);
    case "DOUBLE":
      return typeof value === "string" ? numberFromText(value) : toDouble(value, from);
    case "BOOLEAN":
      if (typeof value === "string") return booleanFromText(value);
      return Boolean(value);
    case "BIGINT":
      return toBigint(value, from);
    case "DECIMAL":
      return toDecimal(value, from, to);
    case "TIMESTAMP":
      if (typeof value !== "string") return Number.isSafeInteger(Number(value)) ? Number(value) : null;
      throw new Error("The reference engine reads no times from text.");
    default:
      throw new Error(`The reference engine has no ${to.kind} yet.`);
  }
}

function toBigint(value: Value, from: DataType): bigint | null {
  let whole: bigint | null = null;
  if (typeof value === "bigint") whole = rescale(value, scaleOf(from), 0, "toward-zero");
  else if (typeof value === "string") whole = /^\s*[+-]?\d+\s*$/.test(value) ? BigInt(value.trim()) : null;
  else if (Number.isFinite(Number(value))) whole = BigInt(Math.trunc(Number(value)));
  return whole !== null && BigInt.asIntN(64, whole) === whole ? whole : null;
}

function toDecimal(value: Value, from: DataType, to: DataType): bigint | null {
  const scale = scaleOf(to);
  let unscaled: bigint | null;
  if (typeof value === "bigint") unscaled = rescale(value, scaleOf(from), scale, "half-up");
  else if (typeof value === "string") unscaled = parseDecimal(value, scale);
  else unscaled = Number.isFinite(value) ? BigInt(Math.round(Number(value) * 10 ** scale)) : null;
  return unscaled !== null && to.kind === "DECIMAL" && fitsPrecision(unscaled, to.precision)
    ? unscaled
    : null;
}

function numberFromText(text: string): number | null {
  const value = text.trim() === "" ? NaN : Number(text);
  return Number.isNaN(value) ? null : value;
}

function booleanFromText(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return word === "true" ? true : word === "false" ? false : null;
}
