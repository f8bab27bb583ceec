import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { delaysOf, isDroppedUnasked, judgingStep } from "./judgement.ts";
import { overColumns, overRules } from "./over-rules.ts";
import type { QueryRun } from "./query-run.ts";
import { leastDelay, sessionDelays, type SessionDelays } from "./session-limits.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import { CORRECTED_BIT, isDropped } from "./trace/fate.ts";
import { WindowFinder } from "./window-finder.ts";

/** A setting that is enough, or the last one that is not. */
export interface Limit {
  /** ms. */
  readonly ms: number;
  /** Whether it must be more than `ms`; else `ms` is enough. */
  readonly over: boolean;
}

/** Limits of each setting alone, all else equal; null where none helps, or none is needed. */
export interface KeepLimits {
  readonly bound: Limit | null;
  readonly lateness: Limit | null;
}

/**
 * What would have kept a dropped record, or what a correction could not do without; null for any other record, and
 * where only a run with other settings tells.
 *
 * It is exact: a bound larger by d makes every watermark lower by d at every record. The first record sets a watermark
 * whatever the bound, `min_advance` compares differences, the skew and idleness look at arrivals alone, and a minimum
 * of lowered watermarks is the lowered minimum. So late (t < W) needs d >= W - t, and expired (W >= end + delay) needs
 * d > W - end - delay, where the end is that of the last window that begins before the record. The lateness moves no watermark: it only adds to that delay.
 *
 * @param seq of a record that is kept.
 */
export function keepLimits(run: QueryRun, seq: number): KeepLimits | null {
  const { plan, records } = run;
  const { watermark, late } = plan;
  const fate = records.fate.at(seq);
  const dropped = isDropped(fate);
  if (!dropped && (fate & CORRECTED_BIT) === 0) return null;
  if (plan.query.kind === "over" && !isDroppedUnasked(plan, fate)) return overLimits(run, seq);
  const judged = judgingStep(run, seq)!.value;
  const time = records.eventTime.at(seq);
  // What has no time is behind every watermark.
  const boundHelps = boundMatters(plan) && time > -Infinity;
  if (isDroppedUnasked(plan, fate)) {
    const bound = { ms: watermark.bound + judged - time, over: false };
    return { bound: boundHelps ? orUnset(bound, watermark, judged) : null, lateness: null };
  }
  const sessions = sessionDelays(run);
  if (sessions) return sessionLimits(run, sessions, seq);
  const end = new WindowFinder(plan.query).lastEnd(time);
  const missing = judged - end - delaysOf(run).expireDelay;
  const limit = (ms: number): Limit | null => (dropped || ms >= 0 ? { ms, over: true } : null);
  const bound = limit(watermark.bound + missing);
  return {
    bound: boundHelps && bound ? orUnset(bound, watermark, judged) : null,
    lateness: limit(late.allowedLateness + missing),
  };
}

/**
 * Whether watermarks go by the bound, and all by as much as it is larger. Where the first one has to be above a time, which of the
 * next are far enough above it only a run tells.
 */
export function boundMatters({ watermark, rules }: PhysicalPlan): boolean {
  const { strategy, above, minAdvance } = watermark;
  return strategy === "bounded" && !rules.ignoresBound && (above === undefined || minAdvance === 0);
}

/** A limit of the bound, or what leaves the watermark unset that judged, where that is less. */
function orUnset(limit: Limit, { bound, above }: WatermarkSpec, judged: number): Limit {
  const unset = above === undefined ? Infinity : bound + judged - above;
  return unset < limit.ms + (limit.over ? 1 : 0) ? { ms: unset, over: false } : limit;
}

/** Of a record that came too late for its session, or corrected one. */
function sessionLimits(run: QueryRun, sessions: SessionDelays, seq: number): KeepLimits {
  const { withoutBound, withoutLateness, least } = sessions;
  const needed = leastDelay(run, sessions, seq, Math.min(withoutBound, least));
  const dropped = isDropped(run.records.fate.at(seq));
  return {
    bound:
      boundMatters(run.plan) && needed > withoutBound ? { ms: needed - 1 - withoutBound, over: true } : null,
    lateness:
      withoutLateness !== null && (dropped || needed > least)
        ? { ms: needed - 1 - withoutLateness, over: true }
        : null,
  };
}

/** Of a record that no window of OVER took: a full buffer goes by its order alone, a row that waits by the watermark. */
function overLimits(run: QueryRun, seq: number): KeepLimits | null {
  const { plan, records } = run;
  if (plan.query.kind !== "over") return null;
  const { waits, leaveDelay, lateByGroup } = overRules(plan, overColumns(plan.query));
  if (!waits) return { bound: null, lateness: null };
  // Which rows of its group have left under another bound is not known without running anew.
  if (lateByGroup) return null;
  const { watermark } = plan;
  const judged = judgingStep(run, seq)!.value;
  const missing = judged - records.eventTime.at(seq) - leaveDelay;
  const bound = { ms: watermark.bound + missing, over: true };
  return { bound: boundMatters(plan) ? orUnset(bound, watermark, judged) : null, lateness: null };
}
