import type { PartitionCounts } from "./partition-counts.ts";
import type { QueryRun } from "./query-run.ts";
import { noCounts, type PositionCounts } from "./view-counts.ts";

/** Of a run without a trace: what its partitions counted so far, which is all that they tell. */
export class LatestCounts implements PositionCounts {
  malformed = 0;
  readonly #run: QueryRun;
  #counts: readonly PartitionCounts[] = [];

  constructor(run: QueryRun) {
    this.#run = run;
  }

  /** To behind the last record that was read; nothing else is known. */
  moveTo(): void {
    this.malformed = this.#run.malformed;
    // As in the log, the first records come with the first arrival that is known.
    const first = this.#run.log.firstArrival ?? -Infinity;
    this.#counts = this.#run.counts.map((counts) =>
      counts.records === 0 ? counts : { ...counts, lastArrival: Math.max(counts.lastArrival, first) },
    );
  }

  of(partition: number): Omit<PartitionCounts, "idle"> {
    return this.#counts[partition] ?? { ...noCounts(partition), watermark: -Infinity };
  }

  lastArrival(partition: number): number {
    return this.of(partition).lastArrival;
  }
}
