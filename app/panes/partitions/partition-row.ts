import type {
  PartitionSpeed,
  PartitionStatus,
  RunState,
  WorkerMetrics,
} from "../../../engine/client/types.ts";

/** One partition as the pane shows it. */
export interface PartitionRow extends PartitionStatus {
  /** Of all records that reached a clock, 0 … 1. */
  readonly share: number;
  /** Null before the run's first record is read. */
  readonly speed: PartitionSpeed | null;
  /** The fullest of its workers'. */
  readonly queue: WorkerMetrics["queue"] | null;
  /** Whether the record read last went here. */
  readonly isStep: boolean;
}

/** @param step partition of the record read last, or null. */
export function partitionRows(
  { partitions, metrics }: RunState,
  step: number | null,
): readonly PartitionRow[] {
  const total = partitions.reduce((sum, { records }) => sum + records, 0);
  return partitions.map((partition) => ({
    ...partition,
    share: total === 0 ? 0 : partition.records / total,
    speed: metrics.partitions[partition.id] ?? null,
    queue: fullest(partition.workers.flatMap((worker) => metrics.workers[worker]?.queue ?? [])),
    isStep: partition.id === step,
  }));
}

function fullest(queues: readonly WorkerMetrics["queue"][]): WorkerMetrics["queue"] | null {
  return queues.reduce<WorkerMetrics["queue"] | null>(
    (most, queue) => (most !== null && most.depth >= queue.depth ? most : queue),
    null,
  );
}
