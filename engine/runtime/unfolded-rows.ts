import type { OutputBatch } from "./output-batch.ts";

/**
 * Rows that each are a record of a session (`AggregateQuery.unfolds`): those of a session leave together, in order of
 * arrival, so they are told apart from the last one on. The oldest records of a session may be forgotten.
 */

/** @param counted seqs of the session's records that are kept, ascending. @returns That of row `at`; null: it is forgotten. */
export function recordOfRow(output: OutputBatch, at: number, counted: readonly number[]): number | null {
  return counted[counted.length - 1 - (lastRowOf(output, at) - at)] ?? null;
}

/** @returns The row of record `seq`, beside row `at` of its session. */
export function rowOfRecord(
  output: OutputBatch,
  at: number,
  counted: readonly number[],
  seq: number,
): number {
  return lastRowOf(output, at) - (counted.length - 1 - counted.indexOf(seq));
}

/** Whether two rows of an output are of one session. */
export function isOfSession(output: OutputBatch, at: number, other: number): boolean {
  const { cause, key, windowStart, windowEnd } = output;
  return (
    cause[at] === cause[other] &&
    key[at] === key[other] &&
    windowStart[at] === windowStart[other] &&
    windowEnd[at] === windowEnd[other]
  );
}

function lastRowOf(output: OutputBatch, at: number): number {
  let last = at;
  while (last + 1 < output.length && isOfSession(output, at, last + 1)) last++;
  return last;
}
