import { DELETE, INSERT, phaseOf, UPDATE_AFTER, UPDATE_BEFORE } from "../data/change.ts";
import type { OutputBatch } from "./output-batch.ts";
import type { QueryRun } from "./query-run.ts";

/**
 * The seq behind the last that an aggregated row can hold. A timer's row came before the record that let it pass was
 * counted; a retraction takes back what was shown before it; all others came after the record.
 * @param row index of the row in the changelog.
 */
export function recordsEnd(run: QueryRun, output: OutputBatch, at: number, row: number): number {
  const cause = output.cause[at]!;
  const phase = phaseOf(output.reason[at]!);
  const kind = output.kind[at]!;
  const takesBack = kind === DELETE || kind === UPDATE_BEFORE;
  if (takesBack && isThrottled(run)) return endOfShown(run, output, at, row) ?? cause;
  return phase === 0 || (takesBack && phase === 1) ? cause : cause + 1;
}

/** Whether what is shown of a group may lack its newest records. */
function isThrottled({ plan: { query } }: QueryRun): boolean {
  if (query.kind !== "aggregate") return false;
  return query.emission.everyRows !== null || query.emission.everyInterval !== null;
}

/** That of the row that a retraction takes back; null where that is kept no longer. Looks back from the retraction on. */
function endOfShown(run: QueryRun, output: OutputBatch, at: number, row: number): number | null {
  const { partition } = output;
  const key = output.key[at]!;
  const start = output.windowStart[at]!;
  const end = output.windowEnd[at]!;
  for (let earlier = row - 1; earlier >= 0; earlier--) {
    const place = run.changes.at(earlier);
    if (place === null) return null;
    const { output: other, row: there } = place;
    const kind = other.kind[there]!;
    const isShown = kind === INSERT || kind === UPDATE_AFTER;
    if (!isShown || other.partition !== partition || other.key[there] !== key) continue;
    if (other.windowStart[there] === start && other.windowEnd[there] === end)
      return recordsEnd(run, other, there, earlier);
  }
  return null;
}
