import type { RecordHeader } from "../data/record-status.ts";

/** Which group keys each partition has seen: their number, and the first of them. */
export class PartitionKeys {
  readonly #seen: Uint8Array[];
  readonly #counts: number[];
  readonly #first: number[][];

  constructor(partitions: number) {
    this.#seen = Array.from({ length: partitions }, () => new Uint8Array(64));
    this.#counts = Array.from({ length: partitions }, () => 0);
    this.#first = Array.from({ length: partitions }, () => []);
  }

  append({ key, length }: RecordHeader, partitionOf: Int32Array): void {
    for (let row = 0; row < length; row++) {
      const partition = partitionOf[row]!;
      if (partition < 0) continue;
      const id = key[row]!;
      let seen = this.#seen[partition]!;
      if (id >= seen.length) {
        seen = new Uint8Array(Math.max(2 * seen.length, id + 1));
        seen.set(this.#seen[partition]!);
        this.#seen[partition] = seen;
      }
      if (seen[id] === 1) continue;
      seen[id] = 1;
      this.#counts[partition]!++;
      if (this.#first[partition]!.length < 3) this.#first[partition]!.push(id);
    }
  }

  /** @returns How many keys, and the ids of up to three. */
  of(partition: number): { readonly count: number; readonly first: readonly number[] } {
    return { count: this.#counts[partition]!, first: this.#first[partition]! };
  }
}
