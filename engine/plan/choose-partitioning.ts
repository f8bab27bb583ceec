import type { StreamDefinition } from "../catalog/stream-definition.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { PartitioningChoice, PartitioningStrategy } from "../spec/partitioning-spec.ts";
import type { BoundAnnotations } from "./bind-annotations.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { listNames } from "./list-names.ts";
import { groupKeysOf, type PhysicalPlan } from "./physical-plan.ts";

const defaultPartitions = 4;

/** A bound query and what of its stream bears on how records are spread. */
export interface SpreadQuery {
  readonly query: PhysicalPlan["query"];
  /** Index of the column with a record's split, or null. */
  readonly split: number | null;
  /** Of the SELECT. */
  readonly range: SourceRange;
}

interface Chosen {
  readonly strategy: PartitioningStrategy;
  readonly reason: string;
}

/**
 * How records are spread: as annotated, else as the stream declares, else four partitions for a query with a key and one otherwise, by hash where
 * there are aggregates and by the record's split where not. The machine has no say. Warns where a group may be spread over several.
 */
export function choosePartitioning(
  { partitions, strategy }: BoundAnnotations,
  spread: SpreadQuery,
  stream: StreamDefinition,
  report: DiagnosticList,
): PartitioningChoice {
  const { query, range } = spread;
  const keyed = groupKeysOf(query).length > 0;
  const count = partitions ?? stream.partitions ?? (keyed ? defaultPartitions : 1);
  const chosen =
    strategy === null
      ? automatic(query, keyed)
      : strategy.value === "smart"
        ? smart(spread, stream)
        : { strategy: strategy.value, reason: "@partitioning_strategy says so." };
  if (strategy?.value === "smart")
    report.info(
      chosen.strategy === "sticky" ? "SMART_IS_STICKY" : "SMART_IS_HASH",
      strategy.annotation.range,
      chosen.reason,
    );
  const splitsGroups = canSplitGroups(chosen.strategy, count, spread, stream);
  if (splitsGroups)
    report.warning(
      "SPLIT_GROUPS",
      strategy?.annotation.range ?? range,
      `${chosen.strategy} can spread one group over several partitions.`,
      {
        hint:
          strategy === null
            ? "Each partition then has its own rows. Write -- @num_partitions: 1 above the query to keep records together."
            : "Each partition then has its own row for it. Use hash to keep groups whole.",
      },
    );
  return { ...chosen, partitions: count, splitsGroups };
}

function automatic(query: PhysicalPlan["query"], keyed: boolean): Chosen {
  if (query.kind === "aggregate")
    return {
      strategy: "hash",
      reason: keyed
        ? "The query has groups, and hash keeps each of them whole."
        : "The query has one group of all records, and hash keeps it whole.",
    };
  if (query.kind === "over" && keyed)
    return { strategy: "hash", reason: "OVER has groups, and hash keeps each of them whole." };
  // Windows of OVER with different groups see all records in one place.
  if (query.kind === "over" && query.windows.some(({ keys }) => keys !== null))
    return {
      strategy: "hash",
      reason: "The windows of OVER have different groups, so all records stay together.",
    };
  return { strategy: "sticky", reason: "The query has no groups, so each record stays in its split." };
}

/** Whether records are held back alone, and nothing is computed of others. */
function isHeld(query: PhysicalPlan["query"]): boolean {
  return query.kind === "over" && query.functions.length === 0;
}

/** Sticky where the source is keyed by the very columns of the groups, else hash. */
function smart({ query }: SpreadQuery, { name, schema, keyedBy }: StreamDefinition): Chosen {
  if (keyedBy === undefined)
    return { strategy: "hash", reason: `Nothing says by what ${name} is keyed, so smart is hash.` };
  const grouped = groupKeysOf(query).map((key) =>
    key.kind === "column" ? schema[key.index]?.name : undefined,
  );
  const same =
    grouped.length > 0 &&
    grouped.every((column) => column !== undefined && keyedBy.includes(column)) &&
    keyedBy.every((column) => grouped.includes(column));
  const key = listNames(keyedBy);
  return same
    ? { strategy: "sticky", reason: `${name} is keyed by ${key}, as the groups are, so smart is sticky.` }
    : {
        strategy: "hash",
        reason: `${name} is keyed by ${key}, and the groups are others, so smart is hash.`,
      };
}

/** Hash keeps groups whole; splits do where the source or the query is keyed by them. */
function canSplitGroups(
  strategy: PartitioningStrategy,
  partitions: number,
  { query, split }: SpreadQuery,
  { splits, schema, keyedBy }: StreamDefinition,
): boolean {
  if (query.kind === "project" || isHeld(query) || partitions === 1) return false;
  if (strategy === "round_robin") return true;
  if (strategy !== "sticky" || splits === 1) return false;
  const windows = query.kind === "over" ? query.windows.map(({ keys }) => keys ?? query.keys) : [query.keys];
  return !windows.every((keys) => {
    const columns = keys.map((key) => (key.kind === "column" ? key.index : -1));
    const names = columns.map((index) => schema[index]?.name);
    return (
      (split !== null && columns.includes(split)) ||
      (keyedBy !== undefined && keyedBy.every((column) => names.includes(column)))
    );
  });
}
