import type { Value } from "../data/data-type.ts";
import type { Verdict } from "./verdict.ts";

/** All that decided about one record; the page makes its sentence of it (semantics.md, sections 3, 4 and 6). */
export interface RecordStory {
  readonly seq: number;
  readonly verdict: Verdict;
  /** Set when it was dropped: late by the watermark, or expired in all its windows. */
  readonly dropped: "late" | "expired" | null;
  /** ms; null where malformed. */
  readonly eventTime: number | null;
  readonly arrival: number;
  /** -1 where it has none, or has not arrived. */
  readonly partition: number;
  /** In the order of the stream's schema. */
  readonly values: readonly Value[];
  /** The watermark that judges in its partition, before it (timers passed) and after it, ms; null while unset. */
  readonly watermarkBefore: number | null;
  readonly watermarkAfter: number | null;
  /** The one of the two that judged it. */
  readonly judged: number | null;
  /** What last moved the watermark that judged it. */
  readonly mover: WatermarkMove | null;
  /** ms that it was behind the watermark that judged it: judged - event time; 0 or less is on time. */
  readonly lateness: number;
  /** Ascending by start, then end; empty without windows, or where the record reached none. */
  readonly windows: readonly WindowStory[];
  /** What would have kept a dropped record, or what a correction needed at least; else null. */
  readonly keptWith: KeptWith | null;
  /** Output rows of which it is the cause. */
  readonly rowsCaused: number;
}

/** One window that a record was offered to, or would have been had it not been dropped before. */
export interface WindowStory {
  /** ms, [start, end). */
  readonly start: number;
  readonly end: number;
  /** Counted in an open window, in a closed one (a correction), expired there, or dropped before it was reached. */
  readonly outcome: "counted" | "corrected" | "expired" | "not reached";
  /** What closed it, and what ended its retention, by the time the record came; null: not yet. */
  readonly closed: WatermarkMove | null;
  readonly expired: WatermarkMove | null;
}

/** A move of a watermark and the record behind it. */
export interface WatermarkMove {
  /** The record that moved it; for a timer the one whose arrival let it pass. */
  readonly seq: number;
  readonly timer: boolean;
  /** ms: when. */
  readonly arrival: number;
  /** ms: its event time. */
  readonly eventTime: number;
  /** ms: where the watermark came to. */
  readonly watermark: number;
  readonly values: readonly Value[];
}

/** Settings that would have kept a record, each alone, all else equal; null where none would. */
export interface KeptWith {
  readonly bound: Threshold | null;
  readonly lateness: Threshold | null;
}

/** A setting as a limit. */
export interface Threshold {
  /** ms. */
  readonly ms: number;
  /** Whether it must be more than `ms`; else `ms` is enough. */
  readonly over: boolean;
  /** ms by which results of closed windows come later (the median of windows closed either way); 0 for a lateness; null while unknown. */
  readonly delay: number | null;
}
