import type { DataType, Value } from "../../engine/client/types.ts";
import type { Clock } from "./clock.ts";

/** One value as the page shows it. */
export interface ShownValue {
  readonly text: string;
  /** Not a value of its own: shown dim. */
  readonly dim: boolean;
  /** All of it, where `text` is shorter; else null. */
  readonly full: string | null;
}

/** BIGINT keeps every digit, DECIMAL its scale; a DOUBLE is cut to three decimals with the whole of it in `full`. */
export function showValue(value: Value, type: DataType, clock: Clock): ShownValue {
  if (value === null) return { text: "NULL", dim: true, full: null };
  if (value === "") return { text: "(empty)", dim: true, full: null };
  if (typeof value === "bigint")
    return plain(type.kind === "DECIMAL" ? decimalText(value, type.scale) : String(value));
  if (typeof value !== "number") return plain(String(value));
  if (type.kind === "TIMESTAMP")
    return { text: clock.moment(value), dim: false, full: `${value} ms since the epoch` };
  return doubleValue(value);
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

/** @param unscaled 1230n of scale 2 is 12.30. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale === 0) return String(unscaled);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  return `${unscaled < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** A value as another program reads it: NULL and empty text are nothing, times are ms since the epoch, numbers whole. */
export function rawText(value: Value, type: DataType): string {
  if (typeof value === "bigint" && type.kind === "DECIMAL") return decimalText(value, type.scale);
  return Object.is(value, -0) ? "-0" : String(value ?? "");
}

/** The type as SQL spells it: `DECIMAL(10, 2)`. */
export function typeText(type: DataType): string {
  return type.kind === "DECIMAL" ? `DECIMAL(${type.precision}, ${type.scale})` : type.kind;
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
