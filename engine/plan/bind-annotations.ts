import type { PartitioningStrategy } from "../spec/partitioning-spec.ts";
import type { Annotation } from "../sql/ast.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { nearestName } from "./nearest-name.ts";

/** What `-- @key: value` before the query says. */
export interface BoundAnnotations {
  /** Logical partitions, or null where nothing is said. */
  readonly partitions: number | null;
  readonly strategy: {
    readonly value: PartitioningStrategy | "smart";
    readonly annotation: Annotation;
  } | null;
}

const mostPartitions = 1024;

const strategies: Readonly<Record<string, PartitioningStrategy | "smart">> = {
  hash: "hash",
  always_hash: "hash",
  "hash-velostream": "hash-velostream",
  hash_velostream: "hash-velostream",
  sticky: "sticky",
  sticky_partition: "sticky",
  round_robin: "round_robin",
  roundrobin: "round_robin",
  fan_in: "fan_in",
  fanin: "fan_in",
  smart: "smart",
  smart_repartition: "smart",
};

/** Read by a server that runs many jobs; here they change nothing. */
const withoutEffect = [
  "job_mode",
  "batch_size",
  "sticky_partition_id",
  "metric",
  "app",
  "name",
  "version",
  "description",
  "phase",
  "depends_on",
];
const groupsWithoutEffect = /^(metric_|deployment\.|observability\.|data\.|sla\.)/;
const partitionKeys = ["num_partitions", "partition_count"];

export function bindAnnotations(
  annotations: readonly Annotation[],
  report: DiagnosticList,
): BoundAnnotations {
  let partitions: number | null = null;
  let strategy: BoundAnnotations["strategy"] = null;
  for (const annotation of annotations) {
    const key = annotation.key.toLowerCase();
    if (partitionKeys.includes(key)) {
      const count = readCount(annotation, report);
      if (partitions !== null && count !== null && count !== partitions)
        report.error(
          "CONTRADICTING_ANNOTATIONS",
          annotation.range,
          "Another annotation sets another number of partitions.",
          {
            hint: "Keep one of them.",
          },
        );
      partitions ??= count;
    } else if (key === "partitioning_strategy") {
      const value = readStrategy(annotation, report);
      if (strategy !== null && value !== null && value !== strategy.value)
        report.error(
          "CONTRADICTING_ANNOTATIONS",
          annotation.range,
          "Another annotation sets another strategy.",
          {
            hint: "Keep one of them.",
          },
        );
      if (value !== null) strategy ??= { value, annotation };
    } else if (withoutEffect.includes(key) || groupsWithoutEffect.test(key))
      report.info(
        "ANNOTATION_WITHOUT_EFFECT",
        annotation.range,
        `@${annotation.key} changes nothing in a browser.`,
      );
    else reportUnknown(annotation, report);
  }
  return { partitions, strategy };
}

function readCount(annotation: Annotation, report: DiagnosticList): number | null {
  const count = /^\d{1,9}$/.test(annotation.value) ? Number(annotation.value) : 0;
  if (count >= 1 && count <= mostPartitions) return count;
  const range = annotation.value === "" ? annotation.range : annotation.valueRange;
  return report.error("BAD_ANNOTATION_VALUE", range, `A query has 1 to ${mostPartitions} partitions.`, {
    hint: `Write -- @${annotation.key}: 4.`,
  });
}

function readStrategy(annotation: Annotation, report: DiagnosticList): PartitioningStrategy | "smart" | null {
  const typed = annotation.value.toLowerCase();
  if (Object.hasOwn(strategies, typed)) return strategies[typed]!;
  const near = nearestName(typed, Object.keys(strategies));
  const range = annotation.value === "" ? annotation.range : annotation.valueRange;
  return report.error("BAD_ANNOTATION_VALUE", range, `'${annotation.value}' is no partitioning strategy.`, {
    hint: "It is one of: hash, hash-velostream, sticky, round_robin, fan_in, smart.",
    fix: annotation.value === "" ? null : near,
  });
}

function reportUnknown({ key, keyRange }: Annotation, report: DiagnosticList): void {
  const known = [...partitionKeys, "partitioning_strategy", ...withoutEffect];
  const near = nearestName(key, known);
  report.warning("UNKNOWN_ANNOTATION", keyRange, `The annotation @${key} is not known and changes nothing.`, {
    hint: near === null ? "Known are @num_partitions and @partitioning_strategy." : `Did you mean @${near}?`,
    fix: near,
  });
}
