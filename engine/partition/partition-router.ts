import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import type { Partitioner } from "./partitioner.ts";

/** The rows of one partition in one batch, in order of arrival. */
export interface PartitionRows {
  /** Rows that reach the partition: live, or filtered after the clock. */
  rows: Int32Array;
  count: number;
  skipped: number;
  removed: number;
}

/** By status: 1 where a record reaches its partition's clock. */
const REACHES_CLOCK = Uint8Array.of(1, 0, 0, 0, 1);

/**
 * Routing by replicated scan: every thread finds the partition of every record and keeps the rows of its own
 * partitions. No queues between threads, and the same result on any number of them (law 3).
 */
export class PartitionRouter {
  readonly #partitioner: Partitioner;
  /** Where each partition's rows are collected; null for partitions of other threads. */
  readonly #own: readonly (PartitionRows | null)[];
  /** How many of partition 0's rows are their own position, left from batches that were taken whole. */
  #identity = 0;
  /** Records of the batch by status. */
  readonly #tally = new Int32Array(5);
  /** Partition of each record of the last batch; -1 where it has none. */
  partitionOf: Int32Array = new Int32Array(0);

  /** @param own the partitions that this thread hosts. */
  constructor(partitioner: Partitioner, partitions: number, own: readonly number[]) {
    this.#partitioner = partitioner;
    this.#own = Array.from({ length: partitions }, (_, id) =>
      own.includes(id) ? { rows: new Int32Array(0), count: 0, skipped: 0, removed: 0 } : null,
    );
  }

  /** @returns For each partition its rows, null where it is not of this thread. Valid until the next batch. */
  route(header: RecordHeader): readonly (PartitionRows | null)[] {
    const { length, status } = header;
    if (this.partitionOf.length < length) this.partitionOf = new Int32Array(length);
    if (this.#own.length === 1 && (header.allLive || allReachClock(status, length)))
      return this.#takeAll(this.#own, length);
    this.#partitioner.route(header, this.partitionOf);
    this.#identity = 0;
    for (const own of this.#own) {
      if (!own) continue;
      own.count = own.skipped = own.removed = 0;
      if (own.rows.length < length) own.rows = new Int32Array(length);
    }
    if (this.#own.length === 1) return this.#sortOut(this.#own, header);
    for (let row = 0; row < length; row++) {
      const state = status[row]!;
      if (state === RecordStatus.malformed) continue;
      const own = this.#own[this.partitionOf[row]!];
      if (!own) continue;
      if (state === RecordStatus.live || state === RecordStatus.filtered) own.rows[own.count++] = row;
      else if (state === RecordStatus.skipped) own.skipped++;
      else own.removed++;
    }
    return this.#own;
  }

  /** One partition: without branches, since what WHERE lets pass cannot be predicted. */
  #sortOut(
    all: readonly (PartitionRows | null)[],
    { length, status }: RecordHeader,
  ): readonly (PartitionRows | null)[] {
    const own = all[0];
    if (!own) return all;
    const { rows } = own;
    const tally = this.#tally.fill(0);
    let count = 0;
    for (let row = 0; row < length; row++) {
      const state = status[row]!;
      rows[count] = row;
      count += REACHES_CLOCK[state]!;
      tally[state]!++;
    }
    own.count = count;
    own.skipped = tally[RecordStatus.skipped]!;
    own.removed = tally[RecordStatus.removed]!;
    return all;
  }

  /** One partition, and every record reaches its clock. */
  #takeAll(all: readonly (PartitionRows | null)[], length: number): readonly (PartitionRows | null)[] {
    this.partitionOf.fill(0, 0, length);
    const own = all[0];
    if (own) {
      own.skipped = own.removed = 0;
      own.count = length;
      if (own.rows.length < length) {
        own.rows = new Int32Array(length);
        this.#identity = 0;
      }
      for (; this.#identity < length; this.#identity++) own.rows[this.#identity] = this.#identity;
    }
    return all;
  }
}

/** Live and filtered records are those whose status has neither of the two lowest bits. */
function allReachClock(status: Uint8Array, length: number): boolean {
  let bits = 0;
  for (let row = 0; row < length; row++) bits |= status[row]!;
  return (bits & 3) === 0;
}
