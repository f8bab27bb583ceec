/** How records find their logical partition. semantics.md, section 2. */
export type PartitioningStrategy = "hash" | "hash-velostream" | "sticky" | "round_robin" | "fan_in";

export interface PartitioningSpec {
  readonly strategy: PartitioningStrategy;
  /** Logical partitions, at least 1: part of the document's meaning, never taken from the machine (law 3). */
  readonly partitions: number;
}

/** A choice of partitions, with what the page says of it. */
export interface PartitioningChoice extends PartitioningSpec {
  /** Why this strategy, as a sentence. */
  readonly reason: string;
  /** Whether one group may be spread over several partitions: results are per (partition, window, group) then. */
  readonly splitsGroups: boolean;
}
