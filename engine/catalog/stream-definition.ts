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
  /**
   * Names of the columns by which the source has spread its records over the splits: those that a CREATE STREAM calls KEY. Left out:
   * nothing is known.
   */
  readonly keyedBy?: readonly string[];
  /** Declared bound in ms, or null: the query or the preset decides. */
  readonly maxOutOfOrderness: number | null;
  /**
   * How a CREATE statement in the script tells the watermark: with WATERMARK FOR, with options alone, or not at all; under rules
   * by which a stream has one only where it is declared, it has none then, whatever it was loaded with. Left out: there is no
   * such statement.
   */
  readonly watermarkBy?: "clause" | "options" | "nothing";
  /**
   * What a CREATE STREAM would say in its WITH list, by the same keys and with values of the same spelling:
   * `{ "watermark.allowed_lateness": "5s" }`. The binder reads them as if the query's own WITH list said so; a key
   * that the query says too is the query's. Left out: nothing more is declared.
   */
  readonly options?: Readonly<Record<string, string>>;
  /**
   * Logical partitions of a query over the stream that does not say `@num_partitions` itself, at least 1. Left out:
   * the binder's default. (Part of the document, never of the machine: law 3.)
   */
  readonly partitions?: number;
  /**
   * Indexes into `schema` of the columns that queries see, in the order of `SELECT *`: those that a CREATE STREAM lists.
   * Times and splits may lie in others. Left out: all.
   */
  readonly visible?: readonly number[];
}
