import type { Backpressure } from "../partition/backpressure.ts";
import type { LatencySummary } from "./latency-histogram.ts";

/** A bounded queue as it is now. Depths are records. */
export interface QueueMetrics extends Backpressure {
  readonly depth: number;
  readonly capacity: number;
  /** The deepest that it was. */
  readonly peak: number;
}

/** What one worker is doing. */
export interface WorkerMetrics {
  /** Its partitions, ascending; fixed while a run lasts. */
  readonly partitions: readonly number[];
  /** Records handed to it that it has not answered. */
  readonly queue: QueueMetrics;
}

/** How fast a partition's records go through the engine. */
export interface PartitionSpeed {
  /** Records a second of the time in which the engine worked; null before the first. */
  readonly throughput: number | null;
  /** From reading a record to the answer of its partition's worker that holds its rows: one time each row. */
  readonly latency: LatencySummary | null;
}

/**
 * How a run goes through the machine, by the wall clock: a snapshot, which reading does not change. It says nothing of
 * the results, which are the same on any machine (law 3), and goes by what the engine has done, whatever is shown of it.
 */
export interface RunMetrics {
  readonly workers: readonly WorkerMetrics[];
  /** Of each partition, in order. */
  readonly partitions: readonly PartitionSpeed[];
  /** Records whose results nobody has taken yet. */
  readonly results: QueueMetrics;
  /** Records a second of the time in which the engine worked; null before the first. */
  readonly throughput: number | null;
  /** From reading a record to its row being merged with those of all partitions and kept: one time each row. */
  readonly latency: LatencySummary | null;
  /** ms in which the engine worked. */
  readonly busy: number;
  /** ms of them in which the source waited for a full queue. */
  readonly throttled: number;
}

/** Before anything was read. */
export const NO_METRICS: RunMetrics = {
  workers: [],
  partitions: [],
  results: { depth: 0, capacity: 0, peak: 0, utilization: 0, state: "healthy", throttles: false, delay: 0 },
  throughput: null,
  latency: null,
  busy: 0,
  throttled: 0,
};
