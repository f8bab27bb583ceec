import { DIALECTS } from "../common/dialect.ts";
import type { PartitioningStrategy } from "../spec/partitioning-spec.ts";
import type { Annotation } from "../sql/ast.ts";
import { actingAnnotations, nearestAnnotation, whyWithoutEffect } from "./annotation-keys.ts";
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
  alwayshash: "hash",
  "hash-velostream": "hash-velostream",
  hash_velostream: "hash-velostream",
  sticky: "sticky",
  sticky_partition: "sticky",
  stickypartition: "sticky",
  round_robin: "round_robin",
  roundrobin: "round_robin",
  round: "round_robin",
  robin: "round_robin",
  fan_in: "fan_in",
  fanin: "fan_in",
  "fan-in": "fan_in",
  smart: "smart",
  smart_repartition: "smart",
  smartrepartition: "smart",
};

/** Reads the annotations of the query that runs. */
export function bindAnnotations(
  annotations: readonly Annotation[],
  report: DiagnosticList,
): BoundAnnotations {
  let partitions: number | null = null;
  let strategy: BoundAnnotations["strategy"] = null;
  for (const annotation of annotations) {
    switch (annotation.key.toLowerCase()) {
      case "num_partitions":
      case "partition_count": {
        const count = readCount(annotation, report);
        if (partitions !== null && count !== null && count !== partitions)
          reportContradiction(annotation, "number of partitions", report);
        partitions ??= count;
        break;
      }
      case "partitioning_strategy": {
        const value = readStrategy(annotation, report);
        if (strategy !== null && value !== null && value !== strategy.value)
          reportContradiction(annotation, "strategy", report);
        if (value !== null) strategy ??= { value, annotation };
        break;
      }
      case "dialect":
        checkDialect(annotation, report);
        break;
      default:
        noteWithoutEffect(annotation, report);
    }
  }
  return { partitions, strategy };
}

/** Notes the annotations of statements that do not run; those that act would act on the query alone. */
export function noteOtherAnnotations(annotations: readonly Annotation[], report: DiagnosticList): void {
  for (const annotation of annotations) {
    const key = annotation.key.toLowerCase();
    if (key === "dialect") checkDialect(annotation, report);
    else if (actingAnnotations.includes(key))
      report.warning(
        "MISPLACED_ANNOTATION",
        annotation.range,
        `@${annotation.key} stands before another statement, where it changes nothing.`,
        { hint: "Write it directly above the query." },
      );
    else noteWithoutEffect(annotation, report);
  }
}

function noteWithoutEffect(annotation: Annotation, report: DiagnosticList): void {
  const why = whyWithoutEffect(annotation.key);
  if (why === null) reportUnknown(annotation, report);
  else
    report.info(
      "ANNOTATION_WITHOUT_EFFECT",
      annotation.range,
      `@${annotation.key} changes nothing here: ${why}.`,
      {
        hint: "It may stay; a server reads it.",
      },
    );
}

function reportContradiction({ range }: Annotation, what: string, report: DiagnosticList): void {
  report.error("CONTRADICTING_ANNOTATIONS", range, `Another annotation sets another ${what}.`, {
    hint: "Keep one of them.",
  });
}

/** Where a wrong value is marked: an empty one with its key. */
function placeOf({ value, range, valueRange }: Annotation): Annotation["range"] {
  return value === "" ? range : valueRange;
}

function checkDialect(annotation: Annotation, report: DiagnosticList): void {
  const typed = annotation.value.toLowerCase();
  if (DIALECTS.some((dialect) => dialect === typed)) return;
  report.error("BAD_ANNOTATION_VALUE", placeOf(annotation), `'${annotation.value}' is no dialect.`, {
    hint: `It is one of: ${DIALECTS.join(", ")}.`,
    fix: annotation.value === "" ? null : nearestName(typed, DIALECTS),
  });
}

function readCount(annotation: Annotation, report: DiagnosticList): number | null {
  const count = /^\d{1,9}$/.test(annotation.value) ? Number(annotation.value) : 0;
  if (count >= 1 && count <= mostPartitions) return count;
  return report.error(
    "BAD_ANNOTATION_VALUE",
    placeOf(annotation),
    `A query has 1 to ${mostPartitions} partitions.`,
    { hint: `Write -- @${annotation.key}: 4.` },
  );
}

function readStrategy(annotation: Annotation, report: DiagnosticList): PartitioningStrategy | "smart" | null {
  const typed = annotation.value.toLowerCase();
  if (Object.hasOwn(strategies, typed)) return strategies[typed]!;
  const near = nearestName(typed, Object.keys(strategies));
  return report.error(
    "BAD_ANNOTATION_VALUE",
    placeOf(annotation),
    `'${annotation.value}' is no partitioning strategy.`,
    {
      hint: "It is one of: hash, hash-velostream, sticky, round_robin, fan_in, smart.",
      fix: annotation.value === "" ? null : near,
    },
  );
}

function reportUnknown({ key, keyRange }: Annotation, report: DiagnosticList): void {
  const near = nearestAnnotation(key);
  report.warning("UNKNOWN_ANNOTATION", keyRange, `The annotation @${key} is not known and changes nothing.`, {
    hint:
      near === null
        ? "Those that act are @num_partitions, @partitioning_strategy and @dialect."
        : `Did you mean @${near}?`,
    fix: near,
  });
}
