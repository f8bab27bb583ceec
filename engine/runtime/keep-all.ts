import { closingDelay } from "./closing-delay.ts";
import { keepLimits, type Limit } from "./keep-limits.ts";
import type { QueryRun } from "./query-run.ts";
import type { RunPosition } from "./run-position.ts";

/** ms between the settings that are offered. */
const GRID = 100;

/**
 * The smallest settings, in steps of 0.1 s, that drop none of the records read so far, each alone, with its price;
 * null where none does. Of a run longer than its trace, the records that are still kept.
 */
export interface KeepAll {
  /** A bound delays results: median over the windows closed in both runs, ms; null while there is none. */
  readonly bound: { readonly ms: number; readonly delay: number | null } | null;
  /** A lateness adds corrections: this many. None where windows wait for it before they close. */
  readonly lateness: { readonly ms: number; readonly corrections: number } | null;
}

/** @returns null when nothing was dropped. */
export function keepAll(run: QueryRun, position: RunPosition): KeepAll | null {
  const { drops, records, plan } = run;
  const end = drops.lowerBound(position.read);
  const first = drops.lowerBound(records.first);
  if (first >= end) return null;
  let bound: number | null = -Infinity;
  let lateness: number | null = -Infinity;
  for (let at = first; at < end; at++) {
    const limits = keepLimits(run, drops.at(at))!;
    bound = larger(bound, limits.bound);
    lateness = larger(lateness, limits.lateness);
    if (bound === null && lateness === null) break;
  }
  const corrections = plan.rules.closesAfterLateness ? 0 : end - first;
  return {
    bound:
      bound === null ? null : { ms: bound, delay: closingDelay(run, position, bound - plan.watermark.bound) },
    lateness: lateness === null ? null : { ms: lateness, corrections },
  };
}

/** The larger of a setting on the grid and the smallest one there that a limit allows; null: there is none. */
function larger(setting: number | null, limit: Limit | null): number | null {
  if (setting === null || limit === null) return null;
  const steps = limit.over ? Math.floor(limit.ms / GRID) + 1 : Math.ceil(limit.ms / GRID);
  return Math.max(setting, steps * GRID);
}
