import { DELETE } from "../data/change.ts";
import type { Value } from "../data/data-type.ts";
import { closingDelay } from "./closing-delay.ts";
import { delaysOf, isDroppedUnasked, judgingClock, judgingStep } from "./judgement.ts";
import { keepLimits, type Limit } from "./keep-limits.ts";
import type { QueryRun } from "./query-run.ts";
import { eventTimeOf, valuesAt } from "./record-values.ts";
import type { RunPosition } from "./run-position.ts";
import { countedInSession, type SessionOfRecord, sessionOfRecord } from "./session-finder.ts";
import { CORRECTED_BIT, EXPIRED_BIT, isCounted, isDropped, verdictWord } from "./trace/fate.ts";
import type { Step } from "./trace/step-trace.ts";
import type { Verdict } from "./verdict.ts";
import { WindowFinder } from "./window-finder.ts";

/** All that decided about one record; the page makes its sentence of it (semantics.md, sections 3, 4 and 6). */
export interface RecordStory {
  readonly seq: number;
  readonly verdict: Verdict;
  /** Set when it was dropped: late by the watermark, or expired in all its windows. */
  readonly dropped: "late" | "expired" | null;
  /** ms; null where malformed, or where it has none. */
  readonly eventTime: number | null;
  readonly arrival: number;
  /** -1 where it has none, or has not arrived. */
  readonly partition: number;
  /** In the order of the stream's schema. */
  readonly values: readonly Value[];
  /** The watermark that judges in its partition, before it (timers passed) and after it, ms; null while unset. */
  readonly watermarkBefore: number | null;
  readonly watermarkAfter: number | null;
  /** The one of the two that judged it. */
  readonly judged: number | null;
  /** What last moved the watermark that judged it. */
  readonly mover: WatermarkMove | null;
  /** ms that it was behind the watermark that judged it: judged - event time, 0 when on time; null without an event time. */
  readonly lateness: number | null;
  /**
   * Ascending by start, then end; empty without windows, or where the record reached none. Of sessions: the one that it
   * is in, as it left it; of a dropped record the one that it would have begun.
   */
  readonly windows: readonly WindowStory[];
  /** What a counted record did to sessions; null of other windows. */
  readonly session: SessionStory | null;
  /** What would have kept a dropped record, or what a correction needed at least; else null. */
  readonly keptWith: KeptWith | null;
  /** Output rows of which it is the cause. */
  readonly rowsCaused: number;
}

/** One window that a record was offered to, or would have been had it not been dropped before. */
export interface WindowStory {
  /** ms, [start, end). */
  readonly start: number;
  readonly end: number;
  /** Counted in an open window, in a closed one (a correction), expired there, or dropped before it was reached. */
  readonly outcome: "counted" | "corrected" | "expired" | "not reached";
  /** Whether a row of it was withdrawn because of the record: HAVING held for what was shown, and no longer does. */
  readonly withdrew: boolean;
  /** What closed it, and what ended its retention, by the time the record came; null: not yet. */
  readonly closed: WatermarkMove | null;
  readonly expired: WatermarkMove | null;
}

/** The sessions that a record joined, and what they became. */
export interface SessionStory {
  /** Id of its group key. */
  readonly key: number;
  /** As they were, ascending by start; none: the record began a session. ms, [start, end). */
  readonly joined: readonly {
    readonly start: number;
    readonly end: number;
    readonly counted: number;
    readonly closed: boolean;
  }[];
  /** As it was behind the record: records in it. */
  readonly counted: number;
  /** Shown rows that the record took back, because their sessions are no more. */
  readonly withdrawn: number;
}

/** A move of a watermark and the record behind it. */
export interface WatermarkMove {
  /** The record that moved it; for a timer the one whose arrival let it pass. */
  readonly seq: number;
  readonly timer: boolean;
  /** ms: when. */
  readonly arrival: number;
  /** ms: its event time; null where malformed, which lets timers pass all the same, or where it has none. */
  readonly eventTime: number | null;
  /** ms: where the watermark came to. */
  readonly watermark: number;
  readonly values: readonly Value[];
}

/** Settings that would have kept a record, each alone, all else equal; null where none would. */
export interface KeptWith {
  readonly bound: Threshold | null;
  readonly lateness: Threshold | null;
}

/** A setting as a limit, and its price. */
export interface Threshold extends Limit {
  /**
   * ms by which results of closed windows come later: the median of the windows closed either way; 0 where they wait
   * no longer, as for most latenesses; null while unknown.
   */
  readonly delay: number | null;
}

/**
 * The story of a record at a position: facts of the trace and the plan, no judgement is made again.
 * @returns A record that is not read yet has its verdict and values alone; null where there is none, or where it is
 * older than what the trace keeps.
 */
export function recordStory(run: QueryRun, position: RunPosition, seq: number): RecordStory | null {
  const { plan, log, records, steps } = run;
  if (seq < 0 || seq >= log.length) return null;
  if (seq >= position.read) return storyToCome(run, seq);
  if (seq < records.first) return null;
  const fate = records.fate.at(seq);
  const verdict = verdictWord(fate);
  const time = knownTime(records.eventTime.at(seq));
  const partition = records.partition.at(seq);
  const clock = judgingClock(plan, partition);
  const step = isJudged(run, verdict) ? judgingStep(run, seq) : null;
  const dropped = isDropped(fate);
  return {
    seq,
    verdict,
    dropped: !dropped ? null : (fate & EXPIRED_BIT) === 0 ? "late" : "expired",
    eventTime: time,
    arrival: records.arrival.at(seq),
    partition,
    values: valuesAt(log, seq),
    watermarkBefore: steps.at(clock, seq, true)?.value ?? null,
    watermarkAfter: steps.at(clock, seq, false)?.value ?? null,
    judged: step?.value ?? null,
    mover: step && moveOf(run, step),
    lateness: step === null ? 0 : time === null ? null : Math.max(0, step.value - time),
    windows: windowStories(run, seq, step?.value ?? -Infinity),
    session: sessionStory(run, position, seq),
    keptWith: keptWith(run, position, seq),
    rowsCaused: rowsBefore(run, position, seq + 1) - rowsBefore(run, position, seq),
  };
}

function storyToCome({ plan, log }: QueryRun, seq: number): RecordStory {
  const values = valuesAt(log, seq);
  return {
    seq,
    verdict: "not yet",
    dropped: null,
    eventTime: eventTimeOf(plan.time, log, seq, values),
    arrival: log.arrivalAt(seq),
    partition: -1,
    values,
    watermarkBefore: null,
    watermarkAfter: null,
    judged: null,
    mover: null,
    lateness: 0,
    windows: [],
    session: null,
    keptWith: null,
    rowsCaused: 0,
  };
}

/** Records that WHERE removes are judged only where records are, and not their windows. */
function isJudged({ plan }: QueryRun, verdict: Verdict): boolean {
  if (verdict === "malformed" || verdict === "skipped") return false;
  return verdict !== "filtered" || plan.rules.lateUnit === "record";
}

/** @param judged the watermark that judged it; -Infinity: unset. */
function windowStories(run: QueryRun, seq: number, judged: number): readonly WindowStory[] {
  const { plan, records, steps } = run;
  const fate = records.fate.at(seq);
  const verdict = verdictWord(fate);
  if (verdict === "malformed" || verdict === "skipped" || verdict === "filtered") return [];
  const { closeDelay, expireDelay } = delaysOf(run);
  const clock = judgingClock(plan, records.partition.at(seq));
  const isUnasked = isDroppedUnasked(plan, fate);
  const own = isCounted(fate) ? sessionOfRecord(run, seq) : null;
  if (own) return [sessionWindow(run, own, seq)];
  const reached = (value: number): WatermarkMove | null => {
    const step = judged < value ? null : steps.reaching(clock, value);
    return step && moveOf(run, step);
  };
  const withdrawn = run.windows.retractedBy(seq);
  return new WindowFinder(plan.query).of(records.eventTime.at(seq)).map(({ start, end }) => {
    const isExpired = judged >= end + expireDelay;
    const isClosed = judged >= end + closeDelay;
    return {
      start,
      end,
      outcome: isUnasked ? "not reached" : isExpired ? "expired" : isClosed ? "corrected" : "counted",
      withdrew: withdrawn.some((window) => window.start === start && window.end === end),
      closed: reached(end + closeDelay),
      expired: reached(end + expireDelay),
    };
  });
}

/** The session that a counted record is in; what had closed before it is told of the one that it corrected. */
function sessionWindow(run: QueryRun, { after, joined }: SessionOfRecord, seq: number): WindowStory {
  const { start, end, partition } = after;
  const isCorrected = (run.records.fate.at(seq) & CORRECTED_BIT) !== 0;
  const closed = isCorrected
    ? joined.findLast((each) => each.closed !== null && each.closed <= seq)
    : undefined;
  const step = closed && run.steps.at(judgingClock(run.plan, partition), closed.closed!, false);
  return {
    start,
    end,
    outcome: isCorrected ? "corrected" : "counted",
    withdrew: run.windows.retractedBy(seq).some((window) => window.start === start && window.end === end),
    closed: step ? moveOf(run, step) : null,
    expired: null,
  };
}

function sessionStory(run: QueryRun, position: RunPosition, seq: number): SessionStory | null {
  const own = isCounted(run.records.fate.at(seq)) ? sessionOfRecord(run, seq) : null;
  if (!own) return null;
  const { after, joined } = own;
  let withdrawn = 0;
  run.changes.visit(rowsBefore(run, position, seq), rowsBefore(run, position, seq + 1), (output, row) => {
    if (output.kind[row] === DELETE) withdrawn++;
  });
  return {
    key: after.session!.key,
    joined: joined.map((each) => ({
      start: each.start,
      end: each.end,
      counted: countedInSession(run, each, seq),
      closed: each.closed !== null && each.closed < seq,
    })),
    counted: countedInSession(run, after, seq + 1),
    withdrawn,
  };
}

function moveOf({ plan, log, records }: QueryRun, { seq, timer, value }: Step): WatermarkMove {
  const values = valuesAt(log, seq);
  const eventTime =
    seq >= records.first ? knownTime(records.eventTime.at(seq)) : eventTimeOf(plan.time, log, seq, values);
  return { seq, timer, arrival: log.arrivalAt(seq), eventTime, watermark: value, values };
}

/** @param time of a record that is kept. */
function knownTime(time: number): number | null {
  return Number.isFinite(time) ? time : null;
}

function keptWith(run: QueryRun, position: RunPosition, seq: number): KeptWith | null {
  const limits = keepLimits(run, seq);
  if (limits === null) return null;
  const { rules, watermark, late } = run.plan;
  const delayOf = ({ ms, over }: Limit, now: number): number | null =>
    closingDelay(run, position, ms + (over ? 1 : 0) - now);
  const { bound, lateness } = limits;
  return {
    bound: bound && { ...bound, delay: delayOf(bound, watermark.bound) },
    lateness: lateness && {
      ...lateness,
      delay: rules.closesAfterLateness ? delayOf(lateness, late.allowedLateness) : 0,
    },
  };
}

/** Rows that are out, of causes before a record. */
function rowsBefore({ changes }: QueryRun, { rowsOut }: RunPosition, seq: number): number {
  return Math.min(rowsOut, changes.rowsBefore(seq));
}
