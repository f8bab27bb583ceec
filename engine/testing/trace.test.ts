import fc from "fast-check";
import { expect, test } from "vitest";
import { RecordStatus } from "../data/record-status.ts";
import { hasSessions } from "../plan/has-sessions.ts";
import type { PartitionCounts } from "../runtime/partition-counts.ts";
import { CORRECTED_BIT, EXPIRED_BIT, isCounted, MISSED_BIT, verdictWord } from "../runtime/trace/fate.ts";
import type { StepTrace } from "../runtime/trace/step-trace.ts";
import { COMBINED, RETRACTED } from "../runtime/trace/trace-tables.ts";
import type { WindowHistory } from "../runtime/trace/window-trace.ts";
import { windowDelays } from "../spec/window-delays.ts";
import { generatedTrial } from "./generate-trial.ts";
import { ReferenceClock } from "./reference-clock.ts";
import { referenceSessions } from "./reference-engine.ts";
import type { SessionLife } from "./reference-sessions.ts";
import { referenceWindows } from "./reference-windows.ts";
import { runTraced, type TracedRecord, type TracedRun } from "./traced-run.ts";
import { compileTrial, type Trial } from "./trial.ts";
import { traceDisagreement } from "./trial-checks.ts";

function holds(rule: (trial: Trial) => void, numRuns = 400): void {
  fc.assert(fc.property(generatedTrial, rule), { numRuns });
}

test("law 7: the ledger counted from the fates of records is the ledger of each partition", () => {
  holds((trial) => {
    const { records, counts } = runTraced(trial);
    for (const found of counts)
      expect(
        countFates(
          found.partition,
          records.filter(({ partition }) => partition === found.partition),
        ),
      ).toEqual(pickCounts(found));
  });
});

test("a fate's bits: expired is of dropped records alone, corrected and missed of counted ones alone", () => {
  holds((trial) => {
    for (const { fate } of runTraced(trial).records) {
      const word = verdictWord(fate);
      if (fate & EXPIRED_BIT) expect(word).toBe("dropped");
      if (fate & CORRECTED_BIT) expect(word).toBe("counted late");
      if (fate & MISSED_BIT) expect(isCounted(fate)).toBe(true);
    }
  });
});

test("law 3: the trace is one, whatever the batches and the number of threads, and changes no row and no drop", () => {
  holds((trial) => {
    expect(traceDisagreement(trial)).toBeNull();
  });
});

test("without a trace nothing is told of clocks and windows", () => {
  holds((trial) => {
    const { steps, windows } = runTraced(trial, false);
    expect(steps.end + windows.end).toBe(0);
  }, 40);
});

test("every move of every clock is there, in order: timers, the record's own clock, the combined one", () => {
  holds((trial) => {
    const run = runTraced(trial);
    const { seq, clock, value, timer } = run.steps.rows(0, run.steps.end);
    const found = Array.from(seq, (at, i) => [at, clock[i], value[i], timer[i] === 1]);
    expect(found).toEqual(referenceMoves(run, trial));
  });
});

test("the trace names the watermark that judged a late record, and the record that moved it", () => {
  holds((trial) => {
    const { plan, steps, late } = runTraced(trial);
    const judgesFirst = plan.rules.clock === "judge-first";
    for (const { seq, partition, watermark, mover } of late) {
      const step = steps.at(clockOf(plan, partition), seq, judgesFirst);
      expect([step?.value ?? -Infinity, step?.seq ?? -1]).toEqual([watermark, mover]);
    }
  });
});

test("windows open at their first counted record, close and expire at the very step that reaches them", () => {
  holds((trial) => {
    const run = runTraced(trial);
    if (hasSessions(run.plan)) return;
    expect(sorted(run.windows.histories)).toEqual(sorted(windowHistories(run, trial.endOfInput)));
  });
});

test("windows tell each shown row that is taken back and not replaced, at the record that is the cause", () => {
  holds((trial) => {
    const run = runTraced(trial);
    if (hasSessions(run.plan)) return;
    const { seq, event, partition, start, end } = run.windows.rows(0, run.windows.end);
    const told = Array.from(seq, (at, i) => [at, partition[i]!, start[i]!, end[i]!]).filter(
      (_, i) => event[i] === RETRACTED,
    );
    expect(told.map(String).toSorted()).toEqual(withdrawals(run).map(String).toSorted());
    expect(
      told.every(([at, , from, to]) =>
        run.windows.retractedBy(at!).some((each) => each.start === from && each.end === to),
      ),
    ).toBe(true);
  });
});

test("sessions begin, grow, go into one another, close and expire at the records of the reference", () => {
  const seen = { replaced: 0, expired: 0, "expired though it outlives its close": 0 };
  holdsForSessions((trial) => {
    const run = runTraced(trial);
    const found = run.windows.histories.map(
      ({ session, partition, start, end, opened, closed, expired }) => ({
        partition,
        start,
        end,
        began: session!.began,
        opened,
        closed,
        replaced: session!.replaced,
        next: session!.next && { start: session!.next.start, end: session!.next.end },
        expired,
      }),
    );
    const wanted = livesOf(trial, run).toSorted(byOpening);
    expect(wanted).toMatchObject(found.toSorted(byOpening));
    const expired = wanted.filter((life) => life.expired !== null).length;
    seen.replaced += wanted.filter((life) => life.replaced !== null).length;
    seen.expired += expired;
    if (run.plan.rules.session.outlivesClose) seen["expired though it outlives its close"] += expired;
  });
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(25);
});

test("sessions tell of a shown row that HAVING takes back, at the record that is the cause", () => {
  holdsForSessions((trial) => {
    const run = runTraced(trial);
    const { seq, event, partition, start, end } = run.windows.rows(0, run.windows.end);
    const told = Array.from(seq, (at, i) => [at, partition[i]!, start[i]!, end[i]!]).filter(
      (_, i) => event[i] === RETRACTED,
    );
    const wanted = livesOf(trial, run).flatMap((life) =>
      life.withdrawn.map((at) => [at, life.partition, life.start, life.end]),
    );
    expect(told.map(String).toSorted()).toEqual(wanted.map(String).toSorted());
  });
});

test("events of windows stand by seq, and within one: what timers cause, openings, closings, retractions, expirations", () => {
  holds((trial) => {
    const { windows } = runTraced(trial);
    const { seq, event, timer } = windows.rows(0, windows.end);
    for (let i = 1; i < seq.length; i++) {
      const place = (at: number): number[] => [seq[at]!, 1 - timer[at]!, event[at]!];
      const [before, now] = [place(i - 1), place(i)];
      const differing = now.findIndex((value, at) => value !== before[at]);
      expect(differing < 0 || now[differing]! > before[differing]!).toBe(true);
    }
  });
});

const sessionTrial = generatedTrial.filter(({ sql }) => sql.includes("SESSION"));

function holdsForSessions(rule: (trial: Trial) => void): void {
  fc.assert(fc.property(sessionTrial, rule), { numRuns: 300 });
}

type Bounded = Pick<SessionLife, "opened" | "partition" | "start" | "end">;

/** Of the records up to one that ends the run. */
function livesOf(trial: Trial, { plan, records }: TracedRun): readonly SessionLife[] {
  const read = compileTrial(trial).records.slice(0, records.length);
  return referenceSessions(plan, read, trial)!;
}

function byOpening(a: Bounded, b: Bounded): number {
  return a.opened - b.opened || a.partition - b.partition || a.start - b.start || a.end - b.end;
}

/** [cause, partition, window start, window end] of the rows of the changelog that end what is shown of a group in a window. */
function withdrawals({ rows, groups }: TracedRun): number[][] {
  const shown = new Set<string>();
  const found: number[][] = [];
  rows.forEach(({ kind, cause, partition, windowStart, windowEnd }, i) => {
    const name = `${partition} ${windowStart} ${windowEnd} ${groups[i]}`;
    const next = rows[i + 1];
    const replaced =
      kind === "-U" && next?.kind === "+U" && next.cause === cause && groups[i + 1] === groups[i];
    if (kind === "+I" || kind === "+U") shown.add(name);
    else if (!replaced && shown.delete(name) && windowStart !== null && windowEnd !== null)
      found.push([cause, partition, windowStart, windowEnd]);
  });
  return found;
}

type Counted = Pick<
  PartitionCounts,
  | "partition"
  | "counted"
  | "countedLate"
  | "corrections"
  | "late"
  | "expired"
  | "filtered"
  | "windowMisses"
  | "inNoWindow"
  | "skipped"
  | "records"
>;

function pickCounts(counts: PartitionCounts): Counted {
  const { partition, counted, countedLate, corrections, late, expired } = counts;
  const { filtered, inNoWindow, windowMisses, skipped, records } = counts;
  return {
    partition,
    counted,
    countedLate,
    corrections,
    late,
    expired,
    filtered,
    inNoWindow,
    windowMisses,
    skipped,
    records,
  };
}

/** The ledger of one partition's records; what never reached its clock has no fate, but a status. */
function countFates(partition: number, records: readonly TracedRecord[]): Counted {
  const count = (holdsOf: (record: TracedRecord) => boolean): number => records.filter(holdsOf).length;
  const is = (word: string) => (record: TracedRecord) => verdictWord(record.fate) === word;
  return {
    partition,
    counted: count(is("counted")) + count(is("out of order")) + count(is("counted late")),
    countedLate: count(is("counted late")),
    corrections: count(({ fate }) => (fate & CORRECTED_BIT) !== 0),
    late: count((record) => is("dropped")(record) && (record.fate & EXPIRED_BIT) === 0),
    expired: count(({ fate }) => (fate & EXPIRED_BIT) !== 0),
    filtered: count(is("filtered")) + count(({ status }) => status === RecordStatus.removed),
    inNoWindow: count(is("in no window")),
    windowMisses: count(({ fate }) => (fate & MISSED_BIT) !== 0),
    skipped: count(({ status }) => status === RecordStatus.skipped),
    records: count(({ fate }) => fate !== 0),
  };
}

function clockOf(plan: TracedRun["plan"], partition: number): number {
  return plan.watermark.scope === "partition" ? partition : COMBINED;
}

/** The moves as the reference clock makes them, one record at a time: [seq, clock, value, by a timer]. */
function referenceMoves(
  { plan, records }: TracedRun,
  trial: Trial,
): (readonly [number, number, number, boolean])[] {
  const { watermark, partitioning, time } = plan;
  const isWide = watermark.scope !== "partition";
  const members = watermark.scope === "source" ? time.splits : partitioning.partitions;
  const wide = new ReferenceClock(watermark, partitioning.partitions, time.splits);
  const own = new ReferenceClock({ ...watermark, scope: "partition" }, members, 1);
  const column = plan.time.punctuation ?? null;
  const moves: (readonly [number, number, number, boolean])[] = [];
  let last = -Infinity;
  const lookAtWide = (seq: number, timer: boolean): void => {
    const value = wide.watermark(0);
    if (isWide && value > last) moves.push([seq, COMBINED, (last = value), timer]);
  };
  let hasStarted = false;
  records.forEach(({ status, eventTime, arrival, split, partition }, seq) => {
    if (!hasStarted && arrival > -Infinity) wide.start(arrival);
    hasStarted ||= arrival > -Infinity;
    while (wide.passIdleDeadline(arrival, seq)) lookAtWide(seq, true);
    if (status !== RecordStatus.live && status !== RecordStatus.filtered) return;
    const given = column === null ? null : (trial.records[seq]![column] ?? null);
    const punctuation = given === null ? null : Number(given);
    const member = watermark.scope === "source" ? split : partition;
    const before = own.watermark(member);
    own.observe({ seq, eventTime, arrival, partition: member, split: 0, punctuation });
    if (own.watermark(member) > before) moves.push([seq, member, own.watermark(member), false]);
    wide.observe({ seq, eventTime, arrival, partition, split, punctuation });
    lookAtWide(seq, false);
  });
  return moves;
}

/** When windows open, close and expire by the records' fates and the clock's moves. */
function windowHistories(run: TracedRun, endOfInput: boolean): WindowHistory[] {
  const { plan, records, steps } = run;
  if (plan.query.kind !== "aggregate" || plan.query.window === null) return [];
  const spec = plan.query.window;
  const { closeDelay, expireDelay } = windowDelays(plan.rules, plan.late.allowedLateness);
  const opened = new Map<string, WindowHistory>();
  records.forEach(({ fate, partition, eventTime }, seq) => {
    if (!["counted", "out of order", "counted late"].includes(verdictWord(fate))) return;
    const clock = clockOf(plan, partition);
    const judged = steps.at(clock, seq, plan.rules.clock === "judge-first")?.value ?? -Infinity;
    for (const { start, end } of referenceWindows(spec, eventTime, plan.rules)) {
      const name = `${partition} ${start} ${end}`;
      if (opened.has(name) || judged >= end + expireDelay) continue;
      const passed = seqOf(steps, clock, end + closeDelay);
      const atEnd = endOfInput && plan.rules.endOfInputFires ? Infinity : null;
      opened.set(name, {
        partition,
        start,
        end,
        opened: seq,
        closed: passed === null ? atEnd : Math.max(passed, seq),
        expired: seqOf(steps, clock, end + expireDelay),
      });
    }
  });
  return [...opened.values()];
}

function seqOf(steps: StepTrace, clock: number, value: number): number | null {
  return steps.reaching(clock, value)?.seq ?? null;
}

function sorted(histories: readonly WindowHistory[]): WindowHistory[] {
  return histories.toSorted((a, b) => a.partition - b.partition || a.start - b.start || a.end - b.end);
}
