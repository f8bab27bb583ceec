import type { RunState } from "../../engine/client/types.ts";

/** What rows were pulled for: it changes with everything that may change a row, at play, at steps back and at restarts. */
export function viewStamp(state: RunState | null): string {
  if (state === null) return "";
  return `${state.run} ${state.position} ${state.rowsOut} ${state.phase === "finished" ? "ended" : ""}`;
}
