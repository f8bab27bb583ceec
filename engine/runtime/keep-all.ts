import { closingDelay } from "./closing-delay.ts";
import { isDroppedUnasked } from "./judgement.ts";
import { boundMatters, keepLimits, type Limit } from "./keep-limits.ts";
import type { QueryRun } from "./query-run.ts";
import type { RunPosition } from "./run-position.ts";
import { SessionKeepAll } from "./session-keep-all.ts";
import { sessionDelays } from "./session-limits.ts";
import { AppendColumn } from "./trace/append-column.ts";
import { WindowFinder } from "./window-finder.ts";

/** ms between the settings that are offered. */
const GRID = 100;

/**
 * The smallest settings, in steps of 0.1 s, that drop none of the records read so far, each alone, with its price;
 * null where none does. Records that the trace forgot before anybody asked count as kept.
 */
export interface KeepAll {
  /** A bound delays results: median over the windows closed in both runs, ms; null while there is none. */
  readonly bound: { readonly ms: number; readonly delay: number | null } | null;
  /**
   * A lateness makes corrections of what is dropped: so many; of sessions at most, which may be open still where they go on.
   * None where windows wait for it before they close.
   */
  readonly lateness: { readonly ms: number; readonly corrections: number; readonly atMost?: true } | null;
  /** Whether only a run with other settings tells. Left out: no. */
  readonly unknown?: true;
}

/** Of each drop: the smallest settings that keep it and all before it, ms; Infinity where none does. */
interface Running {
  readonly bound: AppendColumn<Float64Array>;
  readonly lateness: AppendColumn<Float64Array>;
  /** Drops so far that lie in a window. */
  readonly inWindows: AppendColumn<Float64Array>;
  /** Of sessions. */
  readonly sessions: { readonly bound: SessionKeepAll; readonly lateness: SessionKeepAll | null } | null;
  /** Index of the first drop of which only a run with other settings tells. */
  unknownFrom: number;
}

/** What was worked out before: drops are never undone, so it holds at every position. */
const known = new WeakMap<QueryRun, Running>();

/** @returns null when nothing was dropped. */
export function keepAll(run: QueryRun, position: RunPosition): KeepAll | null {
  const { drops, plan } = run;
  const end = drops.lowerBound(position.read);
  if (end === 0) return null;
  const running = runningUpTo(run, end);
  const bound = running.bound.at(end - 1);
  const lateness = running.lateness.at(end - 1);
  const corrections = plan.rules.closesAfterLateness ? 0 : running.inWindows.at(end - 1);
  return {
    bound: Number.isFinite(bound)
      ? { ms: bound, delay: closingDelay(run, position, bound - plan.watermark.bound) }
      : null,
    lateness: Number.isFinite(lateness)
      ? { ms: lateness, corrections, ...(running.sessions && corrections > 0 && { atMost: true }) }
      : null,
    ...(end > running.unknownFrom && { unknown: true }),
  };
}

function runningUpTo(run: QueryRun, end: number): Running {
  let running = known.get(run);
  if (!running) {
    running = {
      sessions: sessionsOf(run),
      unknownFrom: Infinity,
      bound: new AppendColumn(new Float64Array(0)),
      lateness: new AppendColumn(new Float64Array(0)),
      inWindows: new AppendColumn(new Float64Array(0)),
    };
    known.set(run, running);
  }
  const { bound, lateness, inWindows } = running;
  const windows = new WindowFinder(run.plan.query);
  for (let at = bound.end; at < end; at++) {
    const seq = run.drops.at(at);
    const isKept = seq >= run.records.first;
    const smallest = isKept ? smallestSettings(run, running, seq) : { bound: 0, lateness: 0 };
    if (smallest === null) running.unknownFrom = Math.min(running.unknownFrom, at);
    const isInWindow = !isKept || windows.of(run.records.eventTime.at(seq)).length > 0;
    const [lastBound, lastLateness, before] =
      at === 0 ? [0, 0, 0] : [bound.at(at - 1), lateness.at(at - 1), inWindows.at(at - 1)];
    inWindows.push(before + Number(isInWindow));
    bound.push(Math.max(lastBound, smallest?.bound ?? Infinity));
    lateness.push(Math.max(lastLateness, smallest?.lateness ?? Infinity));
  }
  return running;
}

function sessionsOf(run: QueryRun): Running["sessions"] {
  const sessions = sessionDelays(run);
  if (sessions === null) return null;
  const { withoutBound, withoutLateness } = sessions;
  return {
    bound: new SessionKeepAll(run, sessions, withoutBound, GRID),
    lateness: withoutLateness === null ? null : new SessionKeepAll(run, sessions, withoutLateness, GRID),
  };
}

/** What keeps a drop, on the grid; of sessions all before it too. null where only a run with other settings tells. */
function smallestSettings(
  run: QueryRun,
  { sessions }: Running,
  seq: number,
): { readonly bound: number; readonly lateness: number } | null {
  const { plan, records } = run;
  if (sessions === null || isDroppedUnasked(plan, records.fate.at(seq))) {
    const limits = keepLimits(run, seq);
    return limits && { bound: onGrid(limits.bound), lateness: onGrid(limits.lateness) };
  }
  return {
    bound: boundMatters(plan) ? sessions.bound.take(seq) : Infinity,
    lateness: sessions.lateness?.take(seq) ?? Infinity,
  };
}

/** The smallest setting on the grid that a limit allows; Infinity where none helps. */
function onGrid(limit: Limit | null): number {
  if (limit === null) return Infinity;
  return GRID * (limit.over ? Math.floor(limit.ms / GRID) + 1 : Math.ceil(limit.ms / GRID));
}
