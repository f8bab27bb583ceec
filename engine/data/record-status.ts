/** What is known of a record before its partition sees it; one byte a record. semantics.md, sections 3 and 6. */
export const RecordStatus = {
  /** Goes on. */
  live: 0,
  /** Unreadable, or without a usable event time: touches no split, partition or round-robin turn. */
  malformed: 1,
  /** Left out for a NULL group column where the preset says so; time stands still. */
  skipped: 2,
  /** Removed by WHERE before it could advance time. */
  removed: 3,
  /** Removed by WHERE after it advanced time. */
  filtered: 4,
} as const;

/** The columns that decide about records before any value of them is looked at: the same on every thread. */
export interface RecordHeader {
  /** Seq of the first record. */
  readonly base: number;
  readonly length: number;
  /** RecordStatus, one a record. */
  readonly status: Uint8Array;
  /** Whether every record is live, as in most batches of a query without WHERE. */
  readonly allLive: boolean;
  /** ms; undefined where malformed, -Infinity where it is NULL and the record goes on all the same. */
  readonly eventTime: Float64Array;
  /** ms that a punctuated watermark goes by, -Infinity where the record has none; null or left out: it is another watermark. */
  readonly punctuation?: Float64Array | null;
  /** ms; never goes back. */
  readonly arrival: Float64Array;
  /** Source split of each record, or null: all in split 0. */
  readonly split: Int32Array | null;
  /** Id of each record's group key (KeyTable), -1 where it has none. */
  readonly key: Int32Array;
}
