/** What a visitor can step to (design.md, section 2: every event is a position). */
export const EVENT_KINDS = ["record", "close", "watermark", "drop", "correction", "row"] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

export type Direction = "next" | "previous";

/** What the scrubber marks, over all that is known of the run, ms of arrival, ascending. */
export interface Timeline {
  /** `RunState.run`. */
  readonly run: number;
  /** Records whose fate is known. */
  readonly known: number;
  /** Drops one by one; empty where they are too many: then `dropBins` counts them. */
  readonly drops: readonly number[];
  readonly dropBins: readonly DropBin[];
  /** Moments at which at least one window closed, thinned where they are too many. */
  readonly closings: readonly number[];
}

export interface DropBin {
  /** ms, [start, end). */
  readonly start: number;
  readonly end: number;
  readonly dropped: number;
}
