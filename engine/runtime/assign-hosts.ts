import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { assignPartitions } from "./assign-partitions.ts";
import { type GroupLane, hasLanes, WHOLE } from "./group-lane.ts";

/** What one host, a thread, has of a query: some partitions whole, or some groups of one. */
export interface HostShare {
  /** Ascending. */
  readonly own: readonly number[];
  readonly lane: GroupLane;
}

/**
 * Shares a query out over `workers` threads. Where these are more than partitions and groups stand for themselves, the
 * threads that are left over go one after the other to the partition with most to do for each of its own, and those of
 * one partition share its groups. Results do not depend on it (law 3).
 * @param traced a trace tells of windows as a whole: then partitions are not shared.
 * @param loads records that each partition is expected to get; null where nothing is known.
 */
export function assignHosts(
  plan: PhysicalPlan,
  workers: number,
  traced: boolean,
  loads: readonly number[] | null,
): readonly HostShare[] {
  const { partitions } = plan.partitioning;
  if (workers <= partitions || traced || !hasLanes(plan))
    return assignPartitions(partitions, workers, loads).map((own) => ({ own, lane: WHOLE }));
  const threads = Array.from({ length: partitions }, () => 1);
  const load = (id: number): number => (loads ? loads[id]! : 1) / threads[id]!;
  for (let left = workers - partitions; left > 0; left--) {
    const fullest = threads.reduce((most, _, id) => (load(id) > load(most) ? id : most), 0);
    threads[fullest]!++;
  }
  return threads.flatMap((of, id) =>
    Array.from({ length: of }, (_, index) => ({ own: [id], lane: { index, of } })),
  );
}
