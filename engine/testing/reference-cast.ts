import type { DataType, Value } from "../data/data-type.ts";
import { divideRounded, fitsPrecision, formatDecimal, parseDecimal, rescale } from "../data/decimal.ts";
import { composed, keysOf, partType, partsOf } from "./reference-nested.ts";
import { dateText, intervalText, timeFromText } from "./reference-time.ts";

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
  if (type.kind === "DATE") return dateText(Number(value));
  if (type.kind === "INTERVAL") return intervalText(Number(value));
  if (type.kind === "ARRAY" || type.kind === "MAP" || type.kind === "STRUCT") return jsonOf(value, type);
  return String(value);
}

/** JSON, a STRUCT with the names of its fields; times, and what JSON has no number for, are texts. */
function jsonOf(value: Value, type: DataType): string {
  if (value === null) return "null";
  if (type.kind === "ARRAY" || type.kind === "MAP" || type.kind === "STRUCT") {
    const parts = partsOf(value, type).map((part, index) => jsonOf(part, partType(type, index)));
    if (type.kind === "ARRAY") return `[${parts.join(",")}]`;
    const names = type.kind === "MAP" ? keysOf(value, type) : type.fields.map(({ name }) => name);
    return `{${names.map((name, index) => `${JSON.stringify(name)}:${parts[index]}`).join(",")}}`;
  }
  const text = textOf(value, type);
  const bare =
    ["BOOLEAN", "BIGINT", "DECIMAL", "DOUBLE"].includes(type.kind) &&
    !/[a-z]{3}/i.test(text.replace(/true|false/, ""));
  return bare ? text : JSON.stringify(text);
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
      if (typeof value === "string") return timeFromText(value);
      return Math.abs(Number(value)) <= 8.64e15 ? Number(value) : null;
    case "DATE": {
      const time = typeof value === "string" ? timeFromText(value) : Number(value);
      return time === null ? null : time - (((time % DAY) + DAY) % DAY);
    }
    case "INTERVAL":
      if (typeof value !== "string") return Number.isSafeInteger(Number(value)) ? Number(value) : null;
      throw new Error("The reference engine reads no lengths of time from text.");
    case "ARRAY":
    case "MAP":
    case "STRUCT":
      return castParts(value, from, to);
  }
}

const DAY = 86_400_000;

/** One ARRAY, MAP or STRUCT to another of its kind; NULL where a part that is not NULL becomes NULL. */
function castParts(value: Value, from: DataType, to: DataType): Value {
  if (from.kind !== to.kind) throw new Error("The reference engine reads no JSON.");
  const parts = partsOf(value, from);
  const cast = parts.map((part, index) =>
    part === null ? null : castValue(part, partType(from, index), partType(to, index)),
  );
  if (cast.some((part, index) => part === null && parts[index] !== null)) return null;
  return composed(cast, to, from.kind === "MAP" ? keysOf(value, from) : []);
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
  else if (typeof value === "string") unscaled = decimalFromText(value, scale);
  else unscaled = decimalFromDouble(Number(value), scale);
  return unscaled !== null && to.kind === "DECIMAL" && fitsPrecision(unscaled, to.precision)
    ? unscaled
    : null;
}

/** Digits beyond the scale are rounded half away from zero. */
function decimalFromText(text: string, scale: number): bigint | null {
  const digits = Math.max(scale, text.length);
  const exact = parseDecimal(text, digits);
  return exact === null ? null : rescale(exact, digits, scale, "half-up");
}

/** The shortest text of the double, as exact as it stands there. */
function decimalFromDouble(value: number, scale: number): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) return null;
  const fraction = match[3] ?? "";
  const digits = BigInt(`${match[1]}${match[2]}${fraction}`);
  const shift = Number(match[4] ?? 0) - fraction.length + scale;
  return shift < 0 ? divideRounded(digits, 10n ** BigInt(-shift), "half-up") : digits * 10n ** BigInt(shift);
}

function numberFromText(text: string): number | null {
  const value = text.trim() === "" ? NaN : Number(text);
  return Number.isNaN(value) ? null : value;
}

function booleanFromText(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return word === "true" ? true : word === "false" ? false : null;
}
