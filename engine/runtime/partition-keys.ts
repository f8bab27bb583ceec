import type { RecordHeader } from "../data/record-status.ts";
import { AppendColumn } from "./trace/append-column.ts";

/** Names of keys that are told of a partition. */
const NAMED = 3;

/** When each partition saw each of its group keys first: as of any position. */
export class PartitionKeys {
  readonly #seen: Uint8Array[];
  readonly #firstSights: readonly AppendColumn<Float64Array>[];
  readonly #named: number[][];

  constructor(partitions: number) {
    this.#seen = Array.from({ length: partitions }, () => new Uint8Array(64));
    this.#firstSights = Array.from({ length: partitions }, () => new AppendColumn(new Float64Array(0)));
    this.#named = Array.from({ length: partitions }, () => []);
  }

  append({ base, key, length }: RecordHeader, partitionOf: Int32Array): void {
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
      this.#firstSights[partition]!.push(base + row);
      if (this.#named[partition]!.length < NAMED) this.#named[partition]!.push(id);
    }
  }

  /** @returns How many keys the first `read` records brought to a partition, and the ids of up to three. */
  of(partition: number, read: number): { readonly count: number; readonly first: readonly number[] } {
    const count = this.#firstSights[partition]!.lowerBound(read);
    return { count, first: this.#named[partition]!.slice(0, count) };
  }
}
