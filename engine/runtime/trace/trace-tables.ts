/**
 * The trace of a run as the page and the wire know it: three append-only tables in order of seq. Nothing in them is
 * ever undone: what holds at position n is what their rows with seq < n say. `design.md`: stepping back truncates views.
 */

/** What became of each record, one row a record, from seq `from` on. */
export interface RecordColumns {
  readonly from: number;
  /** ms; NaN where malformed, or where it has none. */
  readonly eventTime: Float64Array;
  /** ms. */
  readonly arrival: Float64Array;
  /** -1 where it has none. */
  readonly partition: Int16Array;
  /** `fate.ts`: the verdict, and what it does not say. */
  readonly fate: Uint8Array;
  /** The split whose clock it touches, -1 where it touches none; only where splits have clocks. */
  readonly split?: Int16Array;
  /** Id of its group key, -1 where it has none. */
  readonly key: Int32Array;
}

/** Every move of every watermark: row i is the i-th of the run. */
export interface StepColumns {
  readonly from: number;
  /** The record that moved it, or whose arrival let the timer pass that did. */
  readonly seq: Float64Array;
  /** A partition, a split (scope source), or COMBINED. */
  readonly clock: Int16Array;
  /** The watermark from here on, ms; never descends within one clock. */
  readonly value: Float64Array;
  /** 1 where a timer moved it, before its record was looked at. */
  readonly timer: Uint8Array;
}

/** Clock of the minimum over all members, in scopes wider than a partition. */
export const COMBINED = -1;

/** What happened to windows that have state. */
export interface WindowColumns {
  readonly from: number;
  /** The record that caused it; Infinity at the end of input. */
  readonly seq: Float64Array;
  /**
   * OPENED, GROWN, ABSORBED, CLOSED, RETRACTED or EXPIRED. A window that a late record opens after its end is opened and
   * closed by that record; so is a session that a record lets grow (`GROWN`) or opens when its end has passed.
   */
  readonly event: Uint8Array;
  readonly partition: Int16Array;
  /** ms. A session ends a gap after its last record, whatever results call its end. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Of a session: the id of its group key, for several groups have sessions of the same bounds; -1 of other windows. */
  readonly key: Int32Array;
  /** GROWN and ABSORBED: the session's bounds before, ms; else NaN. */
  readonly oldStart: Float64Array;
  readonly oldEnd: Float64Array;
  /** 1 where a timer caused it, before its record was looked at; told of sessions alone. */
  readonly timer: Uint8Array;
}

export const OPENED = 0;
/**
 * A record joined a session and moved its bounds: what was [oldStart, oldEnd) is [start, end) from here on, and open,
 * unless CLOSED follows. Of two sessions that a record joins the earlier one is GROWN, to the bounds of both.
 */
export const GROWN = 1;
/** The later one, [oldStart, oldEnd), is no session of its own any more: it went into [start, end). */
export const ABSORBED = 2;
export const CLOSED = 3;
/** A shown row of it was taken back and not replaced: HAVING no longer held. As often as that happens. */
export const RETRACTED = 4;
export const EXPIRED = 5;

/** Rows that a reader has of each table; `next` ones are sent after them. */
export interface TraceMark {
  readonly records: number;
  readonly steps: number;
  readonly windows: number;
  /** Group keys whose texts are there; left out: none are wanted. */
  readonly groups?: number;
}

/** What a reader lacks. */
export interface TraceTail {
  /** The run that this is of: `RunState.run`. With another mark than 0 of another run, a reader starts anew. */
  readonly run: number;
  /** Records whose fate is known: the run may be ahead of the position that is shown. */
  readonly known: number;
  readonly records: RecordColumns;
  readonly steps: StepColumns;
  readonly windows: WindowColumns;
  /** Texts of group keys by their ids, from id `from` on; told only where windows name their groups: of sessions. */
  readonly groups?: { readonly from: number; readonly texts: readonly string[] };
}

/** What the partitions of one thread add to the trace for one batch; seqs ascend in each. */
export interface HostTrace {
  readonly steps: Omit<StepColumns, "from">;
  readonly windows: Omit<WindowColumns, "from">;
}
