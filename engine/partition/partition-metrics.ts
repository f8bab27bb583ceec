/** Counts of one partition, read as a whole; nothing resets them. */
export class PartitionMetrics {
  /** Records that reached the partition. */
  records = 0;
  /** Records that the watermark judged late, whatever was done with them. */
  late = 0;
  /** Late records that were handed on all the same. */
  lateKept = 0;
  /** Late records that were dropped here. */
  dropped = 0;
  /** Records that WHERE removed after the clock. */
  filtered = 0;
  /** Records that never reached the clock: a NULL key, or removed by WHERE before it. */
  skipped = 0;
  removed = 0;
  /** ms; -Infinity while unset. */
  watermark: number = -Infinity;
  /** Arrival of the last record, ms; -Infinity before any. */
  lastArrival: number = -Infinity;
}
