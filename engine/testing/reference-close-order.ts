import type { Value } from "../data/data-type.ts";
import type { SemanticsRules } from "../spec/semantics-rules.ts";
import type { GroupState } from "./reference-changelog.ts";

/** The order in which groups of closing windows print, partition last (semantics.md, section 7). */
export function compareCloses(order: SemanticsRules["closeOrder"], a: GroupState, b: GroupState): number {
  const left = a.window!;
  const right = b.window!;
  const inPreset =
    order === "start-key"
      ? left.start - right.start || compareKeys(a.key, b.key)
      : left.end - right.end || left.start - right.start || a.first - b.first;
  return inPreset || a.partition - b.partition;
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
