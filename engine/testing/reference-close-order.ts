import type { Value } from "../data/data-type.ts";
import type { SemanticsRules } from "../spec/semantics-rules.ts";
import type { GroupState } from "./reference-changelog.ts";

/** The order in which groups of closing windows print, partition last (semantics.md, section 7). */
export function compareCloses(order: SemanticsRules["closeOrder"], a: GroupState, b: GroupState): number {
  const left = a.window!;
  const right = b.window!;
  const inPreset = {
    "start-key": () => left.start - right.start || compareKeys(a.key, b.key),
    "end-key": () => left.end - right.end || compareByValues(a.key, b.key),
    "end-start-first": () => left.end - right.end || left.start - right.start || a.first - b.first,
  }[order]();
  return inPreset || a.partition - b.partition;
}

/** The order in which the timer of EMIT EVERY prints groups: that of a close, partition by partition. */
export function compareTimed(a: GroupState, b: GroupState): number {
  const [left, right] = [a.window ?? { start: 0, end: 0 }, b.window ?? { start: 0, end: 0 }];
  return a.partition - b.partition || left.end - right.end || left.start - right.start || a.first - b.first;
}

/** Sessions: where other windows go by their start, sessions go by their end first. */
export function compareSessionCloses(
  order: SemanticsRules["closeOrder"],
  a: GroupState,
  b: GroupState,
): number {
  return a.window!.end - b.window!.end || compareCloses(order, a, b);
}

/**
 * ksqlDB's key bytes: one STRING as UTF-8; one BIGINT as 8 bytes big-endian, compared unsigned; several columns as a
 * JSON object, whose names are the same in both and so never decide.
 */
function compareKeys(a: readonly Value[], b: readonly Value[]): number {
  const [left, right] = [keyBytes(a), keyBytes(b)];
  return Buffer.compare(left, right);
}

function keyBytes(key: readonly Value[]): Buffer {
  const value = key[0];
  if (key.length !== 1) return Buffer.from(`${key.map(jsonText).join(",")}}`);
  if (typeof value !== "bigint") return Buffer.from(String(value));
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}

function jsonText(value: Value, index: number): string {
  return `"${index}":${typeof value === "string" ? JSON.stringify(value) : String(value)}`;
}

/** RisingWave's order: each column ascending, NULL behind all values and NaN behind all numbers. */
function compareByValues(a: readonly Value[], b: readonly Value[]): number {
  const differing = a.findIndex((value, index) => !Object.is(value, b[index]));
  if (differing < 0) return 0;
  const [left, right] = [a[differing]!, b[differing]!];
  if (rankOf(left) !== rankOf(right) || left === null || right === null) return rankOf(left) - rankOf(right);
  if (typeof left === "string") return Buffer.compare(Buffer.from(left), Buffer.from(String(right)));
  return left < right ? -1 : 1;
}

function rankOf(value: Value): number {
  return value === null ? 2 : Number.isNaN(value) ? 1 : 0;
}
