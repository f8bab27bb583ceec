/** How records find their logical partition. semantics.md, section 2. */
export type PartitioningStrategy = "hash" | "hash-velostream" | "sticky" | "round_robin" | "fan_in";

export interface PartitioningSpec {
  readonly strategy: PartitioningStrategy;
  /** Logical partitions, at least 1: part of the document's meaning, never taken from the machine (law 3). */
  readonly partitions: number;
}
