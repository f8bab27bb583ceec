import type { QuerySummary, WindowRow } from "../../../engine/client/types.ts";
import { duration } from "../../words/clock.ts";
import { thresholdOf } from "../../words/watermark-words.ts";

/** How far the watermark is on its way to what happens to a window next. */
export interface WindowDistance {
  /** "7.2 s to close". */
  readonly text: string;
  /** Of the way, 0 … 1. */
  readonly share: number;
  /** The watermark itself, ms. */
  readonly watermark: number;
}

/**
 * An open window is passed from its start to where it closes, a closed one from there to where it expires.
 * @returns Null for a window to which nothing more can happen, and while no watermark is set.
 */
export function windowDistance(
  { start, end, state, remaining }: WindowRow,
  {
    closeDelay,
    expireDelay,
    allowedLateness,
    closesByNext,
  }: Pick<QuerySummary, "closeDelay" | "expireDelay" | "allowedLateness" | "closesByNext">,
): WindowDistance | null {
  // What closes it has yet to come: nobody knows how far that is.
  if (closesByNext) return null;
  if (state === "expired" || remaining === null || !Number.isFinite(remaining)) return null;
  const closes = end + closeDelay;
  const [from, to, verb] =
    state === "open" ? [start, closes, "close"] : [closes, end + expireDelay, "expire"];
  const { passes } = thresholdOf(state === "open" ? closeDelay : expireDelay, allowedLateness);
  return {
    // Past an edge is a millisecond more than the edge.
    text: `${duration(remaining - Number(passes))} to ${verb}`,
    share: to > from ? Math.min(1, Math.max(0, 1 - remaining / (to - from))) : 1,
    watermark: to - remaining,
  };
}
