import { isCounted, MISSED_BIT, verdictWord } from "../../engine/client/types.ts";
import { judgedBy } from "./clock-steps.ts";
import type { MapState } from "./map-state.ts";
import { type GridWindow, gridWindows } from "./window-grid.ts";

/** A window of the grid that a record lies in, and whether it was counted there. */
export interface RecordWindow extends GridWindow {
  readonly counted: boolean;
}

/**
 * The windows that a record which has arrived lies in, ascending by start, then end; none of a record that reached no
 * window, and none of sessions, which the record alone does not tell.
 */
export function windowsOfRecord(
  { mirror, query, position }: Pick<MapState, "mirror" | "query" | "position">,
  seq: number,
): RecordWindow[] {
  const at = seq - mirror.first;
  if (at < 0 || seq >= mirror.known || seq >= position.read) return [];
  const fate = mirror.fate[at]!;
  const isDropped = verdictWord(fate) === "dropped";
  if (!isDropped && !isCounted(fate)) return [];
  const time = mirror.eventTime[at]!;
  const judged = judgedBy(mirror, query, seq) ?? -Infinity;
  const missed = (fate & MISSED_BIT) === 0 ? -Infinity : judged - query.expireDelay;
  return gridWindows(query.window, { from: time, to: time + 1 }).map(({ start, end }) => ({
    start,
    end,
    counted: !isDropped && end > missed,
  }));
}
