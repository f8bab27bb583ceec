import type { QuerySummary, ResultRow, RunState } from "../../../engine/client/types.ts";
import type { Clock } from "../../words/clock.ts";
import { partitionLetter } from "../../words/partition-letter.ts";
import { windowState } from "../../words/window-state.ts";

/** "next in B: [00:40, 00:50) closes when its watermark reaches 00:50", or nothing when that is not known. */
export function nextClosing(
  state: RunState | null,
  query: QuerySummary | null,
  rows: readonly ResultRow[],
  clock: Clock,
): string {
  if (state === null || query === null || state.watermark === null || state.phase === "finished") return "";
  const { heldBy, value } = state.watermark;
  let next: ResultRow | null = null;
  for (const row of rows) {
    if (row.partition !== heldBy || row.windowEnd === null) continue;
    if (windowState(row.windowEnd, value, query) !== "open") continue;
    if (next === null || row.windowEnd < (next.windowEnd ?? Infinity)) next = row;
  }
  if (next === null || next.windowStart === null || next.windowEnd === null) return "";
  const end = next.windowEnd + query.closeDelay;
  const window = clock.span(next.windowStart, next.windowEnd);
  return `next in ${partitionLetter(heldBy)}: ${window} closes when its watermark reaches ${clock.tick(end)}`;
}
