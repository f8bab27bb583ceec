import type { KeyTable } from "../data/key-table.ts";
import type { RecordHeader } from "../data/record-status.ts";
import { Fnv1a64 } from "./fnv1a-64.ts";
import type { Partitioner } from "./partitioner.ts";

/** Ends every value of a key, so that ("ab", "c") and ("a", "bc") differ. */
const UNIT_SEPARATOR = 0x1f;

/**
 * FNV-1a 64 of the key's text. `mixed`: with a separator after each value and a final mix; else the exact bytes of
 * Velostream, without both (velostream.md, 1.2). Each key is hashed once, when it is first seen.
 */
export class HashPartitioner implements Partitioner {
  readonly #partitions: number;
  readonly #keys: KeyTable;
  readonly #mixed: boolean;
  readonly #hash = new Fnv1a64();
  readonly #encoder = new TextEncoder();
  #partitionOf: Int32Array = new Int32Array(64);
  #known = 0;

  constructor(partitions: number, keys: KeyTable, mixed: boolean) {
    this.#partitions = partitions;
    this.#keys = keys;
    this.#mixed = mixed;
  }

  route(header: RecordHeader, out: Int32Array): void {
    this.#learn();
    const partitionOf = this.#partitionOf;
    const { key, length } = header;
    for (let row = 0; row < length; row++) {
      const id = key[row]!;
      out[row] = id < 0 ? -1 : partitionOf[id]!;
    }
  }

  #learn(): void {
    const size = this.#keys.size;
    if (size > this.#partitionOf.length) {
      const grown = new Int32Array(Math.max(size, 2 * this.#partitionOf.length));
      grown.set(this.#partitionOf);
      this.#partitionOf = grown;
    }
    for (; this.#known < size; this.#known++) this.#partitionOf[this.#known] = this.#hashKey(this.#known);
  }

  #hashKey(id: number): number {
    const hash = this.#hash;
    hash.reset();
    for (const text of this.#keys.texts(id)) {
      hash.update(this.#encoder.encode(text));
      if (this.#mixed) hash.updateByte(UNIT_SEPARATOR);
    }
    if (this.#mixed) hash.mix();
    return hash.modulo(this.#partitions);
  }
}
