import type { PartitionStatus, QuerySummary, RunState } from "../../../engine/client/types.ts";
import { partitionLetter } from "../../words/partition-letter.ts";
import { count } from "../../words/value.ts";

/** What there is to say of how records are shared out: each with what to do about it. @param noun of one record. */
export function loadWarnings(state: RunState, query: QuerySummary, noun: string): readonly string[] {
  return [...splitWarning(query), ...skewWarnings(state, query, noun)];
}

/** Of workers that have nothing to do, for who asks about speed; null where all have, and before the first record. */
export function idleWorkers({ workers, metrics, traced }: RunState, query: QuerySummary): string | null {
  const busy = metrics.workers.length;
  if (busy === 0 || busy >= workers.count) return null;
  const have = `${busy} of ${workers.count} workers ${busy === 1 ? "has" : "have"} a partition`;
  return traced && query.sharesGroups
    ? `${have}; with the trace off the others share its groups`
    : `${have}; the others have nothing to do with @num_partitions below ${workers.count}`;
}

function splitWarning({ splitsGroups, strategy, keys }: QuerySummary): readonly string[] {
  if (!splitsGroups) return [];
  const group = keys.length > 0 ? `one ${keys.join(", ")}` : "the one group";
  return [
    `${strategy} splits groups: records of ${group} may go to several partitions, and each prints its own row for it. Hash keeps groups whole, and so does @num_partitions: 1.`,
  ];
}

function skewWarnings(
  { partitions, traced }: RunState,
  query: QuerySummary,
  noun: string,
): readonly string[] {
  const total = partitions.reduce((sum, { records }) => sum + records, 0);
  const mean = total / partitions.length;
  return partitions
    .filter(({ hot }) => hot)
    .map((partition) => {
      const share = Math.round((100 * partition.records) / total);
      const times = (partition.records / mean).toFixed(1);
      const letter = partitionLetter(partition.id);
      return `${letter} has ${share} % of the ${noun}s, ${times} times the mean, and a run is as slow as its fullest partition. ${remedy(partition, query, noun, traced)}`;
    });
}

function remedy(partition: PartitionStatus, query: QuerySummary, noun: string, traced: boolean): string {
  switch (query.strategy) {
    case "hash":
    case "hash-velostream":
      return traced
        ? hashRemedy(partition, query, noun)
        : "Another number of partitions may spread its keys.";
    case "sticky":
      return `They come in one split of the source, and sticky leaves them there: hash by a key spreads them.`;
    case "fan_in":
      return "That is what fan_in does: hash or round_robin spread them.";
    default:
      return "";
  }
}

function hashRemedy(
  { keys, someKeys }: PartitionStatus,
  { strategy, keys: columns }: QuerySummary,
  noun: string,
): string {
  const weak =
    strategy === "hash-velostream" ? " This hash leaves partitions empty that plain hash fills." : "";
  if (columns.length === 0) return `The query has one group of all ${noun}s: only a GROUP BY spreads them.`;
  if (keys === 1)
    return `All are of one ${columns.join(", ")}, ${someKeys[0] ?? "NULL"}: more partitions do not spread them, a further column in GROUP BY does.`;
  return `${count(keys ?? 0)} keys met there: another @num_partitions may spread them.${weak}`;
}
