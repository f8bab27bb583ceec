import type { DataType, Value } from "../data/data-type.ts";
import { formatDecimal } from "../data/decimal.ts";
import type { PartitioningSpec } from "../spec/partitioning-spec.ts";

/** Where the reference engine sends one record: its group key, with types, and the split it came from. */
export interface RoutedRecord {
  readonly key: readonly Value[];
  readonly keyTypes: readonly DataType[];
  readonly split: number;
}

/** Partition of each record in turn (semantics.md, section 2). Only records that reach a partition are asked for. */
export class ReferenceRouter {
  readonly #spec: PartitioningSpec;
  #turn = 0;

  constructor(spec: PartitioningSpec) {
    this.#spec = spec;
  }

  /** @returns 0 … partitions - 1. */
  route(record: RoutedRecord): number {
    const partitions = this.#spec.partitions;
    const texts = record.key.map((value, index) => keyText(value, record.keyTypes[index]!));
    switch (this.#spec.strategy) {
      case "hash":
        return modulo(mix(fnv1a(texts.map((text) => `${text}\u001f`).join(""))), partitions);
      case "hash-velostream":
        return modulo(fnv1a(texts.join("")), partitions);
      case "sticky":
        return record.split % partitions;
      case "round_robin":
        return this.#turn++ % partitions;
      case "fan_in":
        return 0;
    }
  }
}

/** A key value as it is hashed: NULL is the text `NULL`. */
export function keyText(value: Value, type: DataType): string {
  if (value === null) return "NULL";
  if (type.kind === "DECIMAL") return formatDecimal(value as bigint, type.scale);
  return String(value);
}

const MASK = (1n << 64n) - 1n;

/** FNV-1a, 64 bits, over the UTF-8 bytes. */
export function fnv1a(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & MASK;
  return hash;
}

/** The final mix: without it the low bits of FNV-1a follow the parity of the bytes. */
function mix(hash: bigint): bigint {
  let h = hash;
  h = ((h ^ (h >> 33n)) * 0xff51afd7ed558ccdn) & MASK;
  h = ((h ^ (h >> 33n)) * 0xc4ceb9fe1a85ec53n) & MASK;
  return h ^ (h >> 33n);
}

function modulo(hash: bigint, partitions: number): number {
  return Number(hash % BigInt(partitions));
}
