import { type DataType, type Value, valueText } from "../../engine/client/types.ts";
import type { Clock } from "./clock.ts";

/** One value as the page shows it. */
export interface ShownValue {
  readonly text: string;
  /** Not a value of its own: shown dim. */
  readonly dim: boolean;
  /** All of it, where `text` is shorter; else null. */
  readonly full: string | null;
}

/**
 * BIGINT keeps every digit, DECIMAL its scale; a DOUBLE is cut to three decimals with the whole of it in `full`. A DATE is
 * `2026-01-31`, an INTERVAL `1h 5m`, an ARRAY, MAP or STRUCT its JSON.
 */
export function showValue(value: Value, type: DataType, clock: Clock): ShownValue {
  if (value === null) return { text: "NULL", dim: true, full: null };
  if (value === "") return { text: "(empty)", dim: true, full: null };
  if (typeof value !== "number") return plain(valueText(value, type));
  if (type.kind === "TIMESTAMP")
    return { text: clock.moment(value), dim: false, full: `${value} ms since the epoch` };
  if (type.kind === "INTERVAL") return { ...plain(valueText(value, type)), full: `${value} ms` };
  return type.kind === "DATE" ? plain(valueText(value, type)) : doubleValue(value);
}

function plain(text: string): ShownValue {
  return { text, dim: false, full: null };
}

function doubleValue(value: number): ShownValue {
  const exact = Object.is(value, -0) ? "-0" : String(value);
  const size = Math.abs(value);
  if (!Number.isFinite(value) || exact === "-0" || size >= 1e15 || (size > 0 && size < 0.001))
    return plain(exact);
  const text = value.toFixed(3);
  return { text, dim: false, full: Number(text) === value ? null : exact };
}

/**
 * A value as another program reads it: NULL and empty text are nothing, a TIMESTAMP is ms since the epoch, an INTERVAL ms,
 * a DATE `2026-01-31`, an ARRAY, MAP or STRUCT JSON, numbers are whole.
 */
export function rawText(value: Value, type: DataType): string {
  if (value === null) return "";
  if (typeof value !== "number" || type.kind === "DATE") return valueText(value, type);
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Numbers stand at the right, so that their digits line up. */
export function isNumeric(type: DataType): boolean {
  return type.kind === "BIGINT" || type.kind === "DOUBLE" || type.kind === "DECIMAL";
}

/** A count with its digits grouped: 200,000. For counts of the page; values of columns are never grouped. */
export function count(n: number): string {
  return n.toLocaleString("en-US");
}

/** "1 row", "58 rows". */
export function counted(n: number, noun: string): string {
  return `${count(n)} ${noun}${n === 1 ? "" : "s"}`;
}
