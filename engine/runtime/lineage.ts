/** The records that an output row was made of. */
export interface RowLineage {
  /** Index of the row in the changelog. */
  readonly row: number;
  /** Ascending. */
  readonly records: readonly number[];
  readonly partition: number;
  /** The group's values as text. */
  readonly group: readonly string[];
  /** ms; null without a window. */
  readonly start: number | null;
  readonly end: number | null;
}

/** What a record went into, up to the position that is shown. */
export interface RecordEffects {
  readonly seq: number;
  /** Indexes in the changelog of the rows that it caused or is part of, ascending. */
  readonly rows: readonly number[];
  readonly windows: readonly { readonly partition: number; readonly start: number; readonly end: number }[];
}
