import type { StreamDefinition } from "../catalog/stream-definition.ts";
import type { PartitioningSpec, PartitioningStrategy } from "../spec/partitioning-spec.ts";
import type { BoundAnnotations } from "./bind-annotations.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";

const defaultPartitions = 4;

/**
 * How records are spread: as annotated, else as the stream declares, else four partitions for a query with a key and one otherwise, by hash where
 * there are aggregates and by the record's split where not. The machine has no say.
 */
export function choosePartitioning(
  { partitions, strategy }: BoundAnnotations,
  shape: { readonly keyed: boolean; readonly aggregated: boolean },
  stream: StreamDefinition,
  report: DiagnosticList,
): PartitioningSpec {
  const count = partitions ?? stream.partitions ?? (shape.keyed ? defaultPartitions : 1);
  const automatic: PartitioningStrategy = shape.aggregated ? "hash" : "sticky";
  if (strategy === null) return { strategy: automatic, partitions: count };
  const { value, annotation } = strategy;
  if (value === "smart") {
    report.info(
      "SMART_IS_HASH",
      annotation.range,
      `Nothing says by what ${stream.name} is keyed, so smart is hash.`,
    );
    return { strategy: "hash", partitions: count };
  }
  const splits =
    value === "round_robin" ? count > 1 : value === "sticky" && Math.min(count, stream.splits) > 1;
  if (splits && shape.aggregated)
    report.warning(
      "SPLIT_GROUPS",
      annotation.range,
      `${value} can spread one group over several partitions.`,
      {
        hint: "Each partition then has its own row for it. Use hash to keep groups whole.",
      },
    );
  return { strategy: value, partitions: count };
}
