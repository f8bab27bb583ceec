import type { PartitionStatus } from "../../engine/client/types.ts";
import type { Clock } from "../words/clock.ts";
import { partitionLetter } from "../words/partition-letter.ts";
import { count } from "../words/value.ts";

/** Partitions named one by one. */
const NAMED = 3;

/** Which partitions are idle: "C" with the moment since when, "A, C", "5 partitions"; null when none is. Those that never had a record are none. */
export function idleText(
  partitions: readonly PartitionStatus[],
  clock: Clock,
): { readonly who: string; readonly since: string | null } | null {
  const idle = partitions.filter((partition) => partition.idle && partition.lastArrival !== null);
  const [first] = idle;
  if (first === undefined) return null;
  if (idle.length > NAMED) return { who: `${idle.length} partitions`, since: null };
  const who = idle.map(({ id }) => partitionLetter(id)).join(", ");
  const since = idle.length === 1 && first.idleSince !== null ? clock.moment(first.idleSince) : null;
  return { who, since };
}

/** @param rate records a second. @returns `0.8`, `12`, `210,000`. */
export function rateText(rate: number): string {
  return rate < 9.95 ? rate.toFixed(1) : count(Math.round(rate));
}
