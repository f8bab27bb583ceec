import type { ChangeKind, Pane, Reason } from "../data/change.ts";
import type { Value } from "../data/data-type.ts";

export type { ChangeKind, Pane, Reason };

/** One output row with all that is known about it (semantics.md, section 5): for display, tests and exports. */
export interface ResultRow {
  readonly kind: ChangeKind;
  /** One for each output column. A tombstone (ksqlDB) holds its key and window columns, the rest NULL. */
  readonly values: readonly Value[];
  /** The seq of the record that caused it; Infinity at the end of input. */
  readonly cause: number;
  /** Null without a window. */
  readonly pane: Pane | null;
  readonly reason: Reason;
  readonly partition: number;
  /** ms; -Infinity while unset, Infinity at the end of input. In the record phase: the one the record was judged by. */
  readonly watermark: number;
  /** ms; null without a window. */
  readonly windowStart: number | null;
  readonly windowEnd: number | null;
}

/** A row of the folded changelog. */
export interface TableRow extends ResultRow {
  /** Its index in the changelog. */
  readonly index: number;
}

/** Where every record that was read went; the counts always add up (law 7; semantics.md, section 6). */
export interface Ledger {
  readonly read: number;
  readonly malformed: number;
  readonly skipped: number;
  readonly filtered: number;
  readonly inNoWindow: number;
  /** Dropped because late by the watermark (or late for all windows, where windows are judged). */
  readonly late: number;
  /** Dropped because expired in every window. */
  readonly expired: number;
  readonly counted: number;
  /** Beside the sum: late records that were counted all the same, those that corrected a window, and those too late for some of theirs. */
  readonly countedLate: number;
  readonly corrections: number;
  readonly windowMisses: number;
}

/** One entry of the dead-letter table. */
export interface DroppedRecord {
  readonly seq: number;
  readonly reason: "late" | "expired";
  readonly partition: number;
  /** ms; -Infinity where it is NULL. */
  readonly eventTime: number;
  readonly arrival: number;
  /** The watermark that judged it, ms. */
  readonly watermark: number;
  /** Seq of the record that last moved that watermark; -1 when none did. */
  readonly mover: number;
  /** ms by which it was behind that watermark: watermark - event time. */
  readonly lateness: number;
  /** The windows it missed: from the start of the first to the end of the last, ms; null where there is none. */
  readonly windowStart: number | null;
  readonly windowEnd: number | null;
}

/** All that a run to the end leaves: what the engine and the reference engine are compared by. */
export interface RunResult {
  readonly rows: readonly ResultRow[];
  readonly ledger: Ledger;
  readonly dropped: readonly DroppedRecord[];
  /** Seqs of malformed, skipped and filtered records, ascending. */
  readonly malformed: readonly number[];
  readonly skipped: readonly number[];
  readonly filtered: readonly number[];
}
