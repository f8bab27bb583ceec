import { nearestName } from "./nearest-name.ts";

/** Annotations that say how the query below them runs. */
export const actingAnnotations: readonly string[] = [
  "num_partitions",
  "partition_count",
  "partitioning_strategy",
  "dialect",
];

const server = "it is about jobs on a server";
const metrics = "the panes count everything, and nothing is exported to a monitor";
const paper = "it describes an application, not what is computed";

/** What the others are for; each ends the sentence "… changes nothing here: …". */
const withoutEffect: Readonly<Record<string, string>> = {
  job_mode: "a run has no transactions, and its results do not depend on batches",
  batch_size: "results do not depend on batches",
  sticky_partition_id: "a record stays with its own split",
  metric: metrics,
  metric_type: metrics,
  metric_help: metrics,
  metric_labels: metrics,
  metric_condition: metrics,
  metric_sample_rate: metrics,
  metric_field: metrics,
  metric_buckets: metrics,
  app: paper,
  name: paper,
  version: paper,
  description: paper,
  phase: paper,
  depends_on: "one query runs at a time",
};

const groups: readonly (readonly [RegExp, string])[] = [
  [/^deployment\./, server],
  [/^observability\./, metrics],
  [/^sla\./, "nothing watches over a replay"],
  [/^data\./, "the records come from the stream beside the editor"],
];

/** Why a known annotation changes nothing in a browser; null: it is not known, or acts. Letter case does not matter. */
export function whyWithoutEffect(key: string): string | null {
  const typed = key.toLowerCase();
  if (Object.hasOwn(withoutEffect, typed)) return withoutEffect[typed]!;
  return groups.find(([group]) => group.test(typed))?.[1] ?? null;
}

/** The known annotation that was probably meant, or null. */
export function nearestAnnotation(key: string): string | null {
  return nearestName(key, [...actingAnnotations, ...Object.keys(withoutEffect)]);
}
