import type { RecordStory } from "../../engine/client/types.ts";

/**
 * The record to blame for the fate of another: of a dropped one what expired its last window, of any late one else what
 * had moved the watermark that judged it. Null for records that were on time, or without one to blame.
 */
export function culpritOf({ seq, verdict, windows, mover }: RecordStory): number | null {
  if (verdict !== "dropped" && verdict !== "counted late") return null;
  const expired =
    verdict === "dropped" ? windows.findLast((window) => window.expired !== null)?.expired : null;
  const blamed = expired?.seq ?? mover?.seq ?? null;
  return blamed === null || blamed === seq || !Number.isFinite(blamed) || blamed < 0 ? null : blamed;
}
