import type { DataType } from "../data/data-type.ts";
import { parseDecimal, rescale } from "../data/decimal.ts";
import { parseInterval } from "../data/interval-text.ts";
import { parseDate, parseTimestamp } from "../data/timestamp-text.ts";
import { fitsType } from "./exact.ts";
import { scaleOf } from "./type-rules.ts";

export type ExactType = Extract<DataType, { kind: "BIGINT" | "DECIMAL" }>;

/** Characters of the longest text that is read as a number: bigints of a million digits would take seconds. */
const LONGEST = 400;

type Parser = (text: string) => number | null;

const parsers: Readonly<Partial<Record<DataType["kind"], Parser>>> = {
  TIMESTAMP: parseTimestamp,
  DATE: parseDate,
  INTERVAL: parseInterval,
  BOOLEAN: parseBoolean,
};

/** @returns How a text is read as a DOUBLE, TIMESTAMP, DATE, INTERVAL or BOOLEAN (1, 0); null is no such text. */
export function parserOf(type: DataType): Parser {
  return parsers[type.kind] ?? parseDouble;
}

/**
 * A BIGINT, or a DECIMAL's unscaled integer; digits of a DECIMAL beyond its scale are rounded half up.
 *
 * @returns null when the text is none, or too large for the type.
 */
export function parseExact(text: string, type: ExactType): bigint | null {
  if (text.length > LONGEST || (type.kind === "BIGINT" && text.includes("."))) return null;
  const scale = scaleOf(type);
  const fraction = /\.(\d+)\s*$/.exec(text)?.[1].length ?? 0;
  const digits = Math.max(scale, fraction);
  const value = parseDecimal(text, digits);
  if (value === null) return null;
  const rounded = rescale(value, digits, scale, "half-up");
  return fitsType(rounded, type) ? rounded : null;
}

/** Plain or with an exponent, or one of the texts that DOUBLEs are written as: NaN, Infinity, -Infinity. */
function parseDouble(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === "NaN") return NaN;
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$|^[+-]?Infinity$/.test(trimmed)) return Number(trimmed);
  return null;
}

function parseBoolean(text: string): number | null {
  const word = text.trim().toLowerCase();
  if (word === "true") return 1;
  return word === "false" ? 0 : null;
}
