/** What a query does to the rows of all its partitions once they are in their one order. semantics.md, section 5. */
export interface ResultSpec {
  /** SELECT DISTINCT: a row leaves the first time that its values come. */
  readonly distinct: boolean;
  /** ORDER BY; empty without. */
  readonly order: readonly SortKey[];
  /** Rows of the changelog that are left out first, and how many leave then; null: all. */
  readonly offset: number;
  readonly limit: number | null;
}

/** One key of ORDER BY. */
export interface SortKey {
  /** Index into the query's projection, whose last columns may be there for the order alone. */
  readonly column: number;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

/** All rows, as they come. */
export const wholeResult: ResultSpec = { distinct: false, order: [], offset: 0, limit: null };
