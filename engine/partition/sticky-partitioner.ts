import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import type { Partitioner } from "./partitioner.ts";

/** A record stays in the split it came from: split mod P. */
export class StickyPartitioner implements Partitioner {
  readonly #partitions: number;

  constructor(partitions: number) {
    this.#partitions = partitions;
  }

  route({ split, status, length }: RecordHeader, out: Int32Array): void {
    for (let row = 0; row < length; row++)
      out[row] = status[row] === RecordStatus.malformed ? -1 : split ? split[row]! % this.#partitions : 0;
  }
}
