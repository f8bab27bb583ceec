import type { Lights } from "../../session/lights-store.ts";
import type { Target } from "../../session/selection-store.ts";

/** The partition of the chosen record, row or window; null when nothing is chosen, or it has none. */
export function chosenPartition(target: Target | null, { story, lineage }: Lights): number | null {
  switch (target?.kind) {
    case "window":
      return target.partition;
    case "record":
      return story?.seq === target.seq && story.partition >= 0 ? story.partition : null;
    case "row":
      return lineage?.row === target.row ? lineage.partition : null;
    case undefined:
      return null;
  }
}
