/** What can go wrong with one value, at run time, without stopping the query: the value becomes NULL and is counted. */
export type WarningCode = "DIVISION_BY_ZERO" | "BIGINT_OVERFLOW" | "DECIMAL_OVERFLOW" | "CAST_FAILED";

export interface WarningCount {
  /** How many values, at least 1. */
  readonly count: number;
  /** One of them, in words: `9223372036854775807 + 1`. */
  readonly example: string;
}

/** Counted warnings of a run or of a part of it: plain data that crosses threads. */
export type WarningCounts = Map<WarningCode, WarningCount>;

/** @param count values that went wrong, at least 1. @param example the first of them; kept when the code is new. */
export function warn(warnings: WarningCounts, code: WarningCode, count: number, example: string): void {
  const known = warnings.get(code);
  warnings.set(code, { count: count + (known?.count ?? 0), example: known?.example ?? example });
}

/** Adds `from` to `into`; an example that is there stays. */
export function mergeWarnings(into: WarningCounts, from: WarningCounts): void {
  for (const [code, { count, example }] of from) warn(into, code, count, example);
}
