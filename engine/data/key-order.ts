import type { DataType, Value } from "./data-type.ts";
import { formatDecimal } from "./decimal.ts";

/**
 * The order in which ksqlDB prints the keys of one window: the bytes of the serialised key (semantics.md, section 7).
 * One STRING: its UTF-8 bytes. One BIGINT: 8 bytes big-endian two's complement, compared unsigned, so negatives come
 * last. Several columns: the bytes of the JSON object of upper-case names and values.
 */
export function compareKeyBytes(
  names: readonly string[],
  types: readonly DataType[],
  a: readonly Value[],
  b: readonly Value[],
): number {
  if (names.length !== 1) return compareUtf8(jsonKey(names, types, a), jsonKey(names, types, b));
  if (types[0]!.kind !== "BIGINT")
    return compareUtf8(valueText(a[0]!, types[0]!), valueText(b[0]!, types[0]!));
  const left = a[0]!;
  const right = b[0]!;
  if (typeof left === "bigint" && typeof right === "bigint")
    return compare(BigInt.asUintN(64, left), BigInt.asUintN(64, right));
  return compareUtf8(String(left), String(right));
}

/**
 * The order in which RisingWave prints them: column by column as the values compare, NULL as the greatest. Texts go by
 * their UTF-8 bytes, NaN is the greatest number.
 */
export function compareKeyValues(a: readonly Value[], b: readonly Value[]): number {
  for (let i = 0; i < a.length; i++) {
    const order = compareValues(a[i]!, b[i]!);
    if (order !== 0) return order;
  }
  return 0;
}

function compareValues(a: Value, b: Value): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "string" && typeof b === "string") return compareUtf8(a, b);
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

function jsonKey(names: readonly string[], types: readonly DataType[], values: readonly Value[]): string {
  const fields = names.map((name, index) => {
    const value = values[index]!;
    return `${JSON.stringify(name.toUpperCase())}:${types[index]!.kind === "STRING" ? JSON.stringify(value) : valueText(value, types[index]!)}`;
  });
  return `{${fields.join(",")}}`;
}

function valueText(value: Value, type: DataType): string {
  return type.kind === "DECIMAL" && typeof value === "bigint"
    ? formatDecimal(value, type.scale)
    : String(value);
}

/** UTF-8 byte order is code-point order: it differs from UTF-16 order only for surrogates. */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return surrogatesLast(left) - surrogatesLast(right);
  }
  return a.length - b.length;
}

/** Code units above the surrogates sort below them, since surrogates stand for code points above 0xFFFF. */
function surrogatesLast(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
