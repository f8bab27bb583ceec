import type { ResultRow, RunState } from "../../engine/client/types.ts";

/**
 * The step that was made last: the seq of the record that was read last, Infinity at the end of input. Null before
 * the first, and while the run plays: rows that light up and go out again at every record would only flicker.
 */
export function stepOf(state: RunState | null): number | null {
  if (state === null || state.phase === "playing" || state.position === 0) return null;
  return state.phase === "finished" ? Infinity : state.position - 1;
}

/** @returns Whether a row came out in this step. */
export function causedBy(step: number | null): (row: Pick<ResultRow, "cause">) => boolean {
  return ({ cause }) => cause === step;
}
