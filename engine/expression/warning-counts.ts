/** What can go wrong with one value, at run time, without stopping the query: the value becomes NULL and is counted. */
export type WarningCode =
  "DIVISION_BY_ZERO" | "BIGINT_OVERFLOW" | "DECIMAL_OVERFLOW" | "CAST_FAILED" | "BAD_ARGUMENT";

export interface WarningCount {
  /** How many values, at least 1. */
  readonly count: number;
  /** Their rows among those that were evaluated, where they are known. */
  readonly rows: number[];
  /** One of them, in words: `9223372036854775807 + 1`. */
  readonly example: string;
}

/** Counted warnings of a run or of a part of it: plain data that crosses threads. */
export type WarningCounts = Map<WarningCode, WarningCount>;

/**
 * @param where the rows whose values went wrong, at least one; or how many values there are of no known rows.
 * @param example the first of them; kept when the code is new.
 */
export function warn(
  warnings: WarningCounts,
  code: WarningCode,
  where: readonly number[] | number,
  example: string,
): void {
  if (typeof where === "number") add(warnings, code, where, [], example);
  else add(warnings, code, where.length, where, example);
}

/**
 * Adds `from` to `into`; an example that is there stays.
 * @param place where a row of `from` stands among those of `into`; left out where they are the same.
 */
export function mergeWarnings(
  into: WarningCounts,
  from: WarningCounts,
  place?: (row: number) => number,
): void {
  for (const [code, { count, rows: found, example }] of from)
    add(into, code, count, place ? found.map(place) : found, example);
}

function add(
  warnings: WarningCounts,
  code: WarningCode,
  count: number,
  rows: readonly number[],
  example: string,
): void {
  const known = warnings.get(code) ?? { count: 0, rows: [], example };
  for (const row of rows) known.rows.push(row);
  warnings.set(code, { ...known, count: known.count + count });
}
