import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { windowDelays } from "../spec/window-delays.ts";
import type { SessionWindowSpec } from "../spec/window-spec.ts";
import { type Asked, AskedRecords } from "./asked-records.ts";
import { delaysOf } from "./judgement.ts";
import type { QueryRun } from "./query-run.ts";
import { SessionSweep } from "./session-sweep.ts";
import { isDropped } from "./trace/fate.ts";

/**
 * For how long the sessions of a run take records: until the watermark is so long past their end, or past the start of the
 * next session of their group where that ends them.
 */
export interface SessionDelays {
  readonly spec: SessionWindowSpec;
  /** ms. */
  readonly delay: number;
  /** ms: less the bound, and less the lateness, of which it is the sum with either unless it is `least`. */
  readonly withoutBound: number;
  /** null: the lateness has no part in it. */
  readonly withoutLateness: number | null;
  /** ms: that time with a lateness of 0. */
  readonly least: number;
}

/** @returns null where there are no sessions. */
export function sessionDelays(run: QueryRun): SessionDelays | null {
  const { query, rules, watermark } = run.plan;
  const spec = query.kind === "aggregate" ? query.window : null;
  if (spec?.kind !== "session") return null;
  if (rules.session.closes === "after-next-record")
    return { spec, delay: 0, withoutBound: -watermark.bound, withoutLateness: null, least: 0 };
  const delay = delaysOf(run).expireDelay;
  const least = windowDelays(rules, 0, spec).expireDelay;
  return {
    spec,
    delay,
    withoutBound: delay - watermark.bound,
    // A short lateness that ends before the close changes nothing.
    withoutLateness: rules.closesAfterLateness ? least : rules.expireDelay,
    least,
  };
}

/**
 * The least delay with which sessions keep a record.
 *
 * Delays divide: where one keeps a record, a longer one does. For with the longer one each session is part of one that
 * reaches as far or further: that holds when a record begins a session; it stays so when one joins or merges sessions, as
 * what it touches it touches there too, and what has not expired has not expired there. So with less delay a session never
 * ends later, and the record is judged by the end of its session. Where the next session ends one, the longer delay may let
 * that start sooner, by records that the other drops; but these are dropped for a start that ends the session too. What another bound makes of watermarks is the same as a
 * delay that is longer by as much (`keep-limits.ts`), for which records reach their windows does not depend on it where any
 * come too late for these. A run that has forgotten records may tell more than the least.
 *
 * @param seq of a record that came too late for its session, or corrected one. @param atLeast ms: less is not looked for.
 */
export function leastDelay(
  run: QueryRun,
  sessions: SessionDelays,
  seq: number,
  atLeast: number = -Infinity,
): number {
  const { spec, delay } = sessions;
  const asked = AskedRecords.of(run);
  const near = reachable(run.plan, spec, asked.read(asked.groupOf(seq), 0, seq + 1));
  const { time, judged } = near.at(-1)!;
  const dropped = isDropped(run.records.fate.at(seq));
  // One more than is too little, and enough: alone in a session it ends no sooner.
  let low = dropped ? delay + 1 : Math.max(atLeast, judged - lastOf(near) - spec.gap + 1);
  let high = dropped ? judged - time - spec.gap + 1 : delay;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isKept(run.plan, spec, near, middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

/** Of a group's records those that the last one might be in a session with, whatever the delay, and what might end that. */
function reachable({ rules }: PhysicalPlan, spec: SessionWindowSpec, records: Asked): Asked {
  const all = new SessionSweep(spec, rules.session, Infinity);
  const session = records.reduce((_, { time, judged }) => all.offer(time, judged)!, { start: 0, last: 0 });
  const end = rules.session.closes === "after-end" ? session.last : Infinity;
  return records.filter(({ time }) => time >= session.start && time <= end);
}

function lastOf(records: Asked): number {
  return records.reduce((last, { time }) => Math.max(last, time), -Infinity);
}

/** Whether the last of the records is kept. */
function isKept({ rules }: PhysicalPlan, spec: SessionWindowSpec, records: Asked, delay: number): boolean {
  const sweep = new SessionSweep(spec, rules.session, delay);
  let kept = false;
  for (const { time, judged } of records) kept = sweep.offer(time, judged) !== null;
  return kept;
}
