import type { Schema } from "../data/schema.ts";

/** What is known of a stream before any query reads it. */
export interface StreamDefinition {
  readonly name: string;
  readonly schema: Schema;
  /** Name of the event-time column, or null: the arrival time is the event time unless the query names one. */
  readonly eventTime: string | null;
  /** Name of the TIMESTAMP column with the arrival time, or null: a(n) = n ms. */
  readonly arrival: string | null;
  /** Name of the BIGINT column with the record's split (`_PARTITION`), or null: one split. */
  readonly split: string | null;
  /** Number of splits, at least 1. */
  readonly splits: number;
  /** Declared bound in ms, or null: the query or the preset decides. */
  readonly maxOutOfOrderness: number | null;
}
