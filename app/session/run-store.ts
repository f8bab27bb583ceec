import { create } from "zustand";
import type { QuerySummary, RunState } from "../../engine/client/types.ts";

/** The run as the engine last told it; at most one change a frame. */
export interface RunSession {
  readonly state: RunState | null;
  readonly query: QuerySummary | null;
  /** Why the engine itself could not be reached, in words for the visitor; else null. */
  readonly fault: string | null;
  readonly speed: number;
}

export const useRun = create<RunSession>(() => ({ state: null, query: null, fault: null, speed: 1 }));

/** Whether the present run has a trace: without one nobody knows what its panes would show of single records. */
export function useTraced(): boolean {
  return useRun(({ state }) => state?.traced ?? true);
}

export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4, 8, 16, Infinity];

/** @returns `0.25×`, `16×`, `max`. */
export function speedText(speed: number): string {
  return speed === Infinity ? "max" : `${speed}×`;
}
