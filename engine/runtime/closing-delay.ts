import { delaysOf, judgingClock } from "./judgement.ts";
import type { QueryRun } from "./query-run.ts";
import type { RunPosition } from "./run-position.ts";

/** Windows that are looked at: the last of those that have closed, by when they opened. */
export const SAMPLE = 200;

/**
 * How much later results would come with another bound: the median over the last windows that closed up to the
 * position and would have closed with that bound as well.
 * @param shift ms by which the bound would be larger: windows then close when today's watermark is as much further.
 * @returns ms of arrival time, below 0 for results that come earlier, 0 without windows; null while none closed either way.
 */
export function closingDelay(run: QueryRun, { read }: RunPosition, shift: number): number | null {
  const { plan, records, steps, windows } = run;
  if (plan.query.kind !== "aggregate" || plan.query.window === null) return 0;
  const { above = -Infinity, minAdvance } = plan.watermark;
  // Which record sets a watermark that stays unset up to a time, a run with the other bound tells.
  if (above > -Infinity && minAdvance > 0) return null;
  const { closeDelay } = delaysOf(run);
  const { histories } = windows;
  const arrivalOf = (clock: number, value: number): number | null => {
    const step = steps.reaching(clock, value);
    return step === null || step.seq >= read || step.seq < records.first
      ? null
      : records.arrival.at(step.seq);
  };
  const delays: number[] = [];
  let looked = 0;
  for (let at = windows.openedBefore(read) - 1; at >= 0 && looked < SAMPLE; at--) {
    const { partition, end, closed } = histories[at]!;
    if (closed === null || closed >= read) continue;
    looked++;
    const clock = judgingClock(plan, partition);
    const now = arrivalOf(clock, end + closeDelay);
    const then = arrivalOf(clock, Math.max(end + closeDelay, above + 1) + shift);
    if (now !== null && then !== null) delays.push(then - now);
  }
  return median(delays);
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >>> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
