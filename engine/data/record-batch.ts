import type { Column } from "./column.ts";

/** A run of records of one stream in arrival order: the unit that flows, and that crosses threads. */
export interface RecordBatch {
  /** The position of the first record in the replay log (its seq), from 0. */
  readonly base: number;
  /** Records in the batch. */
  readonly length: number;
  /** One column a field of the stream's schema. */
  readonly columns: readonly Column[];
  /** 1 where the record could not be read (its columns hold NULL), or null when every record could. */
  readonly unreadable: Uint8Array | null;
}
