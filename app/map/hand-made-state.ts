import type { QuerySummary } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import { clockFor } from "../words/clock.ts";
import { nowAt } from "./clock-steps.ts";
import { IdleIndex } from "./idle-spans.ts";
import type { MapState } from "./map-state.ts";
import { ALL_LAYERS, NOTHING_LIT } from "./map-types.ts";
import { SessionLookup } from "./session-lookup.ts";
import { WindowIndex } from "./windows-at.ts";

/** What a picture of a hand-made trace depends on, for tests of layers: letters are half as wide as high. */
export function handMadeState(
  mirror: TraceMirror,
  read: number,
  query: QuerySummary,
  more: Partial<MapState> = {},
): MapState {
  const windows = query.window?.kind === "session" ? new SessionLookup() : new WindowIndex();
  const idle = new IdleIndex();
  windows.update(mirror, read);
  idle.update(mirror, read, query.idleTimeout);
  const position = { read, ended: false };
  return {
    mirror,
    windows,
    idle,
    position,
    now: nowAt(mirror, position),
    query,
    clock: clockFor(0, 20_000),
    noun: "order",
    selection: NOTHING_LIT,
    layers: ALL_LAYERS,
    coming: false,
    measure: (text, size) => text.length * size * 0.55,
    ...more,
  };
}
