import type { KeyTable } from "../data/key-table.ts";
import type { RecordHeader } from "../data/record-status.ts";
import { createPartitioner } from "../partition/create-partitioner.ts";
import { PartitionRouter } from "../partition/partition-router.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";

/**
 * Where the records of a first batch go: what each partition is expected to get of the others.
 * @param keys hold every key that the batch names.
 * @returns Of each partition, the records that reach it.
 */
export function sampleLoads(
  { partitioning }: PhysicalPlan,
  keys: KeyTable,
  header: RecordHeader,
): readonly number[] {
  const all = Array.from({ length: partitioning.partitions }, (_, id) => id);
  const router = new PartitionRouter(createPartitioner(partitioning, keys), partitioning.partitions, all);
  return router.route(header).map((rows) => rows?.count ?? 0);
}
