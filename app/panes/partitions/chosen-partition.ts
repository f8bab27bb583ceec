import type { Chosen } from "../../session/use-chosen.ts";

/** The partition of the chosen record, row or window; null when nothing is chosen, or it has none. */
export function chosenPartition({ target, lights: { story, lineage } }: Chosen): number | null {
  if (target?.kind === "window") return target.partition;
  const partition = target?.kind === "record" ? story?.partition : lineage?.partition;
  return partition === undefined || partition < 0 ? null : partition;
}
