/** How records are shared out among partitions. Plain data. */
export interface PartitionLoad {
  /** Records of the fullest partition as a multiple of the mean: 1 is even; null before any record. */
  readonly skew: number | null;
  /** Of each partition: whether it has so much more than the others that it holds the run up. */
  readonly hot: readonly boolean[];
}

/** A hot partition has more than this multiple of the mean. */
const HOT_MULTIPLE = 1.5;
/** And is that many standard deviations above it: a few records are never shared out evenly. */
const BEYOND_CHANCE = 3;

/** @param records of each partition. */
export function partitionLoad(records: readonly number[]): PartitionLoad {
  const total = records.reduce((sum, count) => sum + count, 0);
  if (total === 0) return { skew: null, hot: records.map(() => false) };
  const mean = total / records.length;
  const limit = Math.max(HOT_MULTIPLE * mean, mean + BEYOND_CHANCE * Math.sqrt(mean));
  return { skew: Math.max(...records) / mean, hot: records.map((count) => count > limit) };
}
