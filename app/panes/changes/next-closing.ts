import type { QuerySummary, RunState, WindowRow } from "../../../engine/client/types.ts";
import type { Clock } from "../../words/clock.ts";
import { partitionLetter } from "../../words/partition-letter.ts";
import { thresholdOf } from "../../words/watermark-words.ts";

/**
 * "next in B: [00:40, 00:50) closes when its watermark reaches 00:50", for the partition that holds the watermark
 * back; "" when nothing is open there. @param windows latest start first.
 */
export function nextClosing(
  state: RunState | null,
  query: QuerySummary | null,
  windows: readonly WindowRow[],
  clock: Clock,
): string {
  if (state === null || query === null || state.watermark === null || state.phase === "finished") return "";
  if (query.closesByNext) return "";
  const { heldBy } = state.watermark;
  let next: WindowRow | null = null;
  for (const window of windows)
    if (window.partition === heldBy && window.state === "open" && !(next !== null && next.end <= window.end))
      next = window;
  if (next === null) return "";
  const { passes } = thresholdOf(query.closeDelay, query.allowedLateness);
  const threshold = clock.tick(next.end + query.closeDelay - Number(passes));
  const span = clock.span(next.start, next.end);
  return `next in ${partitionLetter(heldBy)}: ${span} closes when its watermark ${passes ? "passes" : "reaches"} ${threshold}`;
}
