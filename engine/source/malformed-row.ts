/** A row of the input that could not be read: where and why. It takes a seq all the same; its columns are NULL. */
export interface MalformedRow {
  readonly seq: number;
  /** Where the fault is: line of the file and character of the line, both from 1. */
  readonly line: number;
  readonly column: number;
  readonly reason: string;
  /** The first bytes of the row as text, at most about 80. */
  readonly excerpt: string;
}

/** Malformed rows that are kept with their reason; all are counted. */
export const MALFORMED_ROWS_KEPT = 1_000;
