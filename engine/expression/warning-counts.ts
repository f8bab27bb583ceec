/** What can go wrong with one value, at run time, without stopping the query: the value becomes NULL and is counted. */
export type WarningCode =
  | "DIVISION_BY_ZERO"
  | "BIGINT_OVERFLOW"
  | "DECIMAL_OVERFLOW"
  | "CAST_FAILED"
  | "TIME_OUT_OF_RANGE"
  | "BAD_ARGUMENT"
  | "BAD_JSON"
  | "BAD_REGEX"
  | "TEXT_TOO_LONG"
  | "TOO_MANY_VALUES";

export interface WarningCount {
  /** How many values, at least 1. */
  readonly count: number;
  /** Their rows among those that were evaluated; a row once for each of its values. */
  readonly rows: number[];
  /** The first of them, in words: `9223372036854775807 + 1`; of several in one row, the smallest text. */
  readonly example: string;
  /** The row of the example. */
  readonly first: number;
}

/** Counted warnings of a run or of a part of it: plain data that crosses threads. */
export type WarningCounts = Map<WarningCode, WarningCount>;

/**
 * @param rows whose values went wrong, ascending, at least one.
 * @param example the first of them. The example of the lowest row is kept, so that it does not depend on batches.
 */
export function warn(
  warnings: WarningCounts,
  code: WarningCode,
  rows: readonly number[],
  example: string,
): void {
  add(warnings, code, rows, example, rows[0]);
}

/**
 * Adds `from` to `into`.
 * @param place where a row of `from` stands among those of `into`; left out where they are the same.
 */
export function mergeWarnings(
  into: WarningCounts,
  from: WarningCounts,
  place?: (row: number) => number,
): void {
  for (const [code, { rows, first, example }] of from)
    if (place) add(into, code, rows.map(place), example, place(first));
    else add(into, code, rows, example, first);
}

/** @returns The warning whose example stands for both, in whatever order they were found. */
export function earlier<T extends Pick<WarningCount, "example" | "first">>(a: T, b: T): T {
  return b.first < a.first || (b.first === a.first && b.example < a.example) ? b : a;
}

function add(
  warnings: WarningCounts,
  code: WarningCode,
  rows: readonly number[],
  example: string,
  first: number,
): void {
  const known = warnings.get(code) ?? { count: 0, rows: [], example, first };
  for (const row of rows) known.rows.push(row);
  warnings.set(code, { ...earlier(known, { ...known, example, first }), count: known.rows.length });
}
