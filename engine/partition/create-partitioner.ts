import type { KeyTable } from "../data/key-table.ts";
import type { PartitioningSpec } from "../spec/partitioning-spec.ts";
import { FanInPartitioner } from "./fan-in-partitioner.ts";
import { HashPartitioner } from "./hash-partitioner.ts";
import { RoundRobinPartitioner } from "./round-robin-partitioner.ts";
import { StickyPartitioner } from "./sticky-partitioner.ts";
import type { Partitioner } from "./partitioner.ts";

/** @param keys the query's group keys; it has at least every key that a routed record names. */
export function createPartitioner(spec: PartitioningSpec, keys: KeyTable): Partitioner {
  // Nobody has to know a key's hash where all go to one place.
  if (spec.partitions === 1) return new FanInPartitioner();
  switch (spec.strategy) {
    case "hash":
    case "hash-velostream":
      return new HashPartitioner(spec.partitions, keys, spec.strategy === "hash");
    case "sticky":
      return new StickyPartitioner(spec.partitions);
    case "round_robin":
      return new RoundRobinPartitioner(spec.partitions);
    case "fan_in":
      return new FanInPartitioner();
  }
}
