import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import type { Partitioner } from "./partitioner.ts";

/**
 * Records take turns. Malformed records take none; records that are skipped or removed before they reach a partition
 * are booked where the next one goes, and take none either.
 */
export class RoundRobinPartitioner implements Partitioner {
  readonly #partitions: number;
  #turn = 0;

  constructor(partitions: number) {
    this.#partitions = partitions;
  }

  route({ status, length }: RecordHeader, out: Int32Array): void {
    for (let row = 0; row < length; row++) {
      const state = status[row]!;
      out[row] = state === RecordStatus.malformed ? -1 : this.#turn;
      if (state === RecordStatus.live || state === RecordStatus.filtered)
        this.#turn = (this.#turn + 1) % this.#partitions;
    }
  }
}
