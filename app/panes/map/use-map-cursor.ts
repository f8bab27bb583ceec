import { useState } from "react";
import type { QuerySummary } from "../../../engine/client/types.ts";
import { useTrace } from "../../engine/use-trace.ts";
import {
  type CursorWords,
  type LaneWindow,
  laneWindows,
  recordSentence,
  windowSentence,
} from "../../map/cursor.ts";
import type { Focus } from "../../map/map-types.ts";
import { windowRecords } from "../../map/window-records.ts";
import type { MapPosition } from "../../map/windows-at.ts";
import { hover, sameTarget, type Target } from "../../session/selection-store.ts";

export interface MapCursor {
  /** Where the keyboard stands; null before it was used. */
  readonly target: Target | null;
  /** What stands there, in one sentence; null where there is nothing any more. */
  readonly sentence: string | null;
  readonly moveTo: (target: Target) => void;
  /** Of the lane, ascending; looked up when they are asked for. */
  readonly windows: () => readonly LaneWindow[];
}

/** The keyboard's place among records and windows. */
export function useMapCursor(
  query: QuerySummary,
  focus: Focus,
  { read, ended }: MapPosition,
  words: CursorWords,
): MapCursor {
  const { mirror } = useTrace();
  const [target, setTarget] = useState<Target | null>(null);
  const lane = focus.kind === "partition" && query.windowed ? focus.partition : null;
  const windows = (): readonly LaneWindow[] =>
    lane === null ? [] : laneWindows(mirror, lane, { read, ended });

  const sentence = (): string | null => {
    if (target?.kind === "record")
      return target.seq >= mirror.first && target.seq < mirror.known
        ? recordSentence(mirror, read, target.seq, words)
        : null;
    if (target === null) return null;
    const window = windows().find((one) => sameTarget({ kind: "window", ...one }, target));
    return window ? windowSentence(window, windowRecords(mirror, window, read).length, words) : null;
  };

  return {
    target,
    sentence: sentence(),
    moveTo: (to) => {
      setTarget(to);
      hover(to);
    },
    windows,
  };
}
