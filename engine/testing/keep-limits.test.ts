import fc from "fast-check";
import { expect, test } from "vitest";
import { hasSessions } from "../plan/has-sessions.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { closingDelay, SAMPLE } from "../runtime/closing-delay.ts";
import { startInProcess } from "../runtime/execution.ts";
import { keepAll } from "../runtime/keep-all.ts";
import { isDroppedUnasked, judgingStep } from "../runtime/judgement.ts";
import { keepLimits, type Limit } from "../runtime/keep-limits.ts";
import { QueryRun } from "../runtime/query-run.ts";
import { sessionDelays } from "../runtime/session-limits.ts";
import { recordStory } from "../runtime/record-story.ts";
import { CORRECTED_BIT, isDropped, MISSED_BIT } from "../runtime/trace/fate.ts";
import { generatedSessions } from "./generate-sessions.ts";
import { generatedTrial } from "./generate-trial.ts";
import { handMadeTrial } from "./hand-made-trial.ts";
import { recordTrial, viewAt } from "./recorded-trial.ts";
import { referenceSessions } from "./reference-engine.ts";
import { runTraced } from "./traced-run.ts";
import { compileTrial } from "./trial.ts";

const sessionsOfFive = "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW SESSION(5ms) EMIT CHANGES";
const queries = {
  velostream: sessionsOfFive,
  ksqldb:
    "SELECT k, COUNT(*) AS n FROM t WINDOW SESSION (5 MILLISECONDS, GRACE PERIOD 3 MILLISECONDS) GROUP BY k EMIT CHANGES",
  risingwave: "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW SESSION(ts, 5ms) EMIT ON WINDOW CLOSE",
};
const processed = { "late.data.strategy": "process_with_warning" };
/** More than any generated time. */
const PLENTY = 1_000_000;
const anyTrial = fc.oneof(generatedTrial, generatedSessions);
/** Records of a trial whose limits are tried out: each takes a handful of runs. */
const TRIED = 4;

/** The same records, run again with another setting and all else equal. */
async function again({ plan, log }: QueryRun, setting: "bound" | "lateness", ms: number): Promise<QueryRun> {
  const run = new QueryRun(changed(plan, setting, ms), log, startInProcess);
  while (run.known < log.length && run.failure === null) await run.readTo(log.length, () => true);
  return run;
}

/** A preset that knows no bound takes none. */
function changed(plan: PhysicalPlan, setting: "bound" | "lateness", ms: number): PhysicalPlan {
  if (setting === "lateness") return { ...plan, late: { ...plan.late, allowedLateness: ms } };
  return plan.rules.ignoresBound ? plan : { ...plan, watermark: { ...plan.watermark, bound: ms } };
}

function fateOf(run: QueryRun, seq: number): "dropped" | "kept" {
  return isDropped(run.records.fate.at(seq)) ? "dropped" : "kept";
}

async function expectLimit(
  run: QueryRun,
  seq: number,
  setting: "bound" | "lateness",
  { ms, over }: Limit,
): Promise<void> {
  const enough = over ? ms + 1 : ms;
  for (const more of [0, 1 + (seq % 13)])
    expect([seq, setting, more, fateOf(await again(run, setting, enough + more), seq)]).toEqual([
      seq,
      setting,
      more,
      "kept",
    ]);
  expect([seq, setting, fateOf(await again(run, setting, enough - 1), seq)]).toEqual([
    seq,
    setting,
    "dropped",
  ]);
}

test("a limit is exact: run again with it or more, a record is kept, and with 1 ms less it is dropped", async () => {
  const tried = {
    bound: 0,
    lateness: 0,
    neither: 0,
    corrections: 0,
    "of sessions": 0,
    "less than alone": 0,
    "ended by the next": 0,
  };
  await fc.assert(
    fc.asyncProperty(anyTrial, async (trial) => {
      const run = await recordTrial(trial);
      const fates = [...run.records.fate.view()];
      for (const wanted of [isDropped, (fate: number) => (fate & CORRECTED_BIT) !== 0]) {
        const seqs = fates.flatMap((fate, seq) => (wanted(fate) ? [seq] : []));
        for (const seq of seqs.slice(-TRIED)) {
          const limits = keepLimits(run, seq)!;
          const sessions = isDroppedUnasked(run.plan, fates[seq]!) ? null : sessionDelays(run);
          if (sessions) {
            tried["of sessions"]++;
            const limit = limits.lateness ?? limits.bound;
            const without = limits.lateness ? sessions.withoutLateness! : sessions.withoutBound;
            const alone = judgingStep(run, seq)!.value - run.records.eventTime.at(seq) - sessions.spec.gap;
            if (limit && limit.ms < alone - without) tried["less than alone"]++;
            if (sessions.withoutLateness === null) tried["ended by the next"]++;
          }
          for (const setting of ["bound", "lateness"] as const) {
            const limit = limits[setting];
            if (limit) await expectLimit(run, seq, setting, limit);
            else {
              const other = wanted === isDropped ? PLENTY : 0;
              expect(fateOf(await again(run, setting, other), seq)).toBe(fateOf(run, seq));
              tried.neither++;
            }
            if (limit) tried[setting]++;
          }
          if (wanted !== isDropped) tried.corrections++;
        }
      }
    }),
    { numRuns: 300 },
  );
  for (const count of Object.values(tried)) expect(count).toBeGreaterThan(0);
}, 60_000);

/** Of the last record, whose group is a; the gap is 5 ms. */
test.each([
  // A bound of 0 and a lateness of 5, judged by a watermark of 20. It joins [0, 9): 20 < 9 + 12. Alone it would end at 7.
  ["velostream", "it joins a session that would not have expired", "a0 a4 b20 a2", 6, 11],
  // [8, 13): 20 < 13 + 8.
  ["velostream", "it is alone", "a0 b20 a8", 2, 7],
  // a6 is dropped too. With 10 ms it is not, and its end, 11, is that of both.
  ["velostream", "it joins one that a drop would have begun", "a0 b20 a6 a3", 4, 9],
  // Stream time is above 6 + 3, and not above 6 + 4.
  ["ksqldb", "stream time knows no bound", "a0 b10 a1", null, 3],
  // The next session begins at 10 and ends it below a watermark of 12: not at 10.
  ["risingwave", "the next session ends it, whatever the lateness", "a0 a10 b12 a1", 1, null],
] as const)(
  "%s: what would have kept a record of sessions: %s",
  async (preset, _, records, bound, lateness) => {
    const run = await recordTrial(
      handMadeTrial(queries[preset], records, preset, preset === "risingwave" ? processed : {}),
    );
    const over = (ms: number | null) => (ms === null ? null : { ms, over: true });
    expect(keepLimits(run, run.known - 1)).toEqual({ bound: over(bound), lateness: over(lateness) });
  },
);

/** How many of these records corrected a closed window. */
function correctionsAmong({ records }: QueryRun, seqs: Iterable<number>): number {
  return [...seqs].filter((seq) => (records.fate.at(seq) & CORRECTED_BIT) !== 0).length;
}

test("keepAll drops nothing, and 0.1 s less drops something", async () => {
  const offers = { "of windows": 0, "of sessions": 0 };
  await fc.assert(
    fc.asyncProperty(anyTrial, fc.constantFrom(1, 60, 100), async (trial, scale) => {
      // Times of whole tenths of a second and such between them.
      const records = trial.records.map(
        (record) =>
          record &&
          record.map((value, column) => (column === 0 && typeof value === "number" ? value * scale : value)),
      );
      const run = await recordTrial({ ...trial, records });
      const offer = keepAll(run, viewAt(run, 1));
      expect(offer === null).toBe(run.drops.end === 0);
      if (offer === null) return;
      for (const setting of ["bound", "lateness"] as const) {
        const smallest = offer[setting];
        if (smallest === null) {
          expect((await again(run, setting, PLENTY)).drops.end).toBeGreaterThan(0);
          continue;
        }
        const kept = await again(run, setting, smallest.ms);
        expect(smallest.ms % 100).toBe(0);
        expect([setting, kept.drops.end]).toEqual([setting, 0]);
        if (setting === "lateness") {
          const { corrections, atMost } = offer.lateness!;
          const made = correctionsAmong(kept, run.drops.view());
          // A session that goes on may be open still.
          if (atMost) expect(made).toBeLessThanOrEqual(corrections);
          else expect(made).toBe(corrections);
        }
        if (smallest.ms >= 100)
          expect((await again(run, setting, smallest.ms - 100)).drops.end).toBeGreaterThan(0);
        offers[hasSessions(run.plan) ? "of sessions" : "of windows"]++;
      }
    }),
    { numRuns: 200 },
  );
  for (const count of Object.values(offers)) expect(count).toBeGreaterThan(0);
}, 60_000);

test("keepAll of records that are judged by what left of their group offers nothing, for only a run tells", async () => {
  const sql =
    "SELECT k, COUNT(*) OVER (PARTITION BY k ORDER BY ts ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS n FROM t";
  const run = await recordTrial(handMadeTrial(sql, "a1 a10 b20 a5", "flink"));
  expect([...run.drops.view()]).toEqual([3]);
  expect(keepAll(run, viewAt(run, 1))).toEqual({ bound: null, lateness: null, unknown: true });
});

test("results come later by what a run with the larger bound shows", async () => {
  let known = 0;
  await fc.assert(
    fc.asyncProperty(generatedTrial, fc.integer({ min: 0, max: 30 }), async (trial, more) => {
      const run = await recordTrial(trial);
      const { plan, windows, records } = run;
      if (plan.query.kind !== "aggregate" || plan.query.window === null) return;
      // With a larger bound sessions may become others.
      if (hasSessions(run.plan)) return;
      if (plan.watermark.strategy !== "bounded" || plan.rules.ignoresBound) return;
      const later = await again(run, "bound", plan.watermark.bound + more);
      const delays: number[] = [];
      const ended = windows.histories.filter(({ closed }) => closed !== null && closed !== Infinity);
      for (const { partition, start, end, opened, closed } of ended.slice(-SAMPLE)) {
        if (closed === null || closed === opened) continue;
        const same = later.windows.histories.find(
          (other) => other.partition === partition && other.start === start && other.end === end,
        );
        if (same && same.closed !== null && same.closed < Infinity)
          delays.push(records.arrival.at(same.closed) - records.arrival.at(closed));
      }
      // A window opened by a late record closes at once, which says nothing of the watermark: left out in both.
      if (windows.histories.some(({ opened, closed }) => opened === closed)) return;
      delays.sort((a, b) => a - b);
      const middle = delays.length >>> 1;
      const median = delays.length % 2 === 1 ? delays[middle]! : (delays[middle - 1]! + delays[middle]!) / 2;
      expect(closingDelay(run, viewAt(run, 1), more)).toBe(delays.length === 0 ? null : median);
      known += Number(delays.length > 0);
    }),
    { numRuns: 300 },
  );
  expect(known).toBeGreaterThan(0);
}, 60_000);

test("stories of late records agree with the dead letters: watermark, mover, lateness, window", async () => {
  const seen = { dropped: 0, counted: 0, "counted in a session": 0 };
  await fc.assert(
    fc.asyncProperty(anyTrial, async (trial) => {
      const run = await recordTrial(trial);
      const view = viewAt(run, 1);
      const lives = referenceSessions(run.plan, compileTrial(trial).records.slice(0, run.known), trial) ?? [];
      for (const entry of runTraced(trial).late) {
        const story = recordStory(run, view, entry.seq)!;
        expect(story).toMatchObject({
          dropped: entry.reason,
          partition: entry.partition,
          eventTime: entry.eventTime === -Infinity ? null : entry.eventTime,
          arrival: entry.arrival,
          judged: entry.watermark,
          lateness: entry.lateness === Infinity ? null : Math.max(0, entry.lateness),
          mover: { seq: entry.mover, watermark: entry.watermark },
        });
        const told = [story.windows.at(0)?.start ?? null, story.windows.at(-1)?.end ?? null];
        // A letter names the session that the record is alone in; of one that was counted the story tells what it made.
        const made = lives.find(({ seqs }) => seqs.includes(entry.seq));
        expect(told).toEqual(made ? [made.start, made.end] : [entry.windowStart, entry.windowEnd]);
        seen[made ? "counted in a session" : entry.reason === null ? "counted" : "dropped"]++;
      }
    }),
    { numRuns: 300 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
}, 60_000);

test.each([
  // A gap and a lateness of 5 ms: the session [0, 9) closes at 10 and expires at 14.
  [
    "dropped by a watermark of 20: the session that it would have begun",
    "a0 a4 b20 a2",
    "dropped",
    [2, 7, "expired"],
  ],
  [
    "counted at 13, where it corrects: the session that it is in",
    "a0 a4 b13 a2",
    "counted late",
    [0, 9, "corrected"],
  ],
  ["counted late at 9, where that is open", "a0 a4 b9 a2", "counted late", [0, 9, "counted"]],
])("the story of a record of sessions, %s", async (_, records, verdict, told) => {
  const run = await recordTrial(handMadeTrial(sessionsOfFive, records));
  const story = recordStory(run, viewAt(run, 1), 3)!;
  expect(story.verdict).toBe(verdict);
  expect(story.windows.map(({ start, end, outcome }) => [start, end, outcome])).toEqual([told]);
});

test("of every record: outcomes are those of its fate, moves lie before it, and every row has one cause", async () => {
  await fc.assert(
    fc.asyncProperty(generatedTrial, async (trial) => {
      const run = await recordTrial(trial);
      const view = viewAt(run, 0);
      view.moveTo(run.known, false);
      let rows = 0;
      for (let seq = 0; seq < run.known; seq++) {
        const story = recordStory(run, view, seq)!;
        const fate = run.records.fate.at(seq);
        rows += story.rowsCaused;
        const outcomes = story.windows.map(({ outcome }) => outcome);
        expect(outcomes.includes("corrected")).toBe((fate & CORRECTED_BIT) !== 0);
        if (isDropped(fate)) expect(outcomes.every((o) => o === "expired" || o === "not reached")).toBe(true);
        else {
          expect(outcomes.includes("not reached")).toBe(false);
          expect(outcomes.includes("expired")).toBe((fate & MISSED_BIT) !== 0);
        }
        for (const { start, end, closed, expired } of story.windows) {
          for (const move of [closed, expired]) if (move) expect(move.seq).toBeLessThanOrEqual(seq);
          const history = run.windows.histories.find(
            (window) => window.partition === story.partition && window.start === start && window.end === end,
          );
          if (closed && history) expect(history.closed).toBe(Math.max(history.opened, closed.seq));
        }
      }
      expect(rows).toBe(view.rowsOut);
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("law 3: a story told at a position is the one of a run that read no further", async () => {
  await fc.assert(
    fc.asyncProperty(anyTrial, fc.double({ min: 0, max: 1, noNaN: true }), async (trial, share) => {
      const run = await recordTrial(trial);
      const view = viewAt(run, share);
      // What is known of a later position changes nothing of an earlier one.
      keepAll(run, viewAt(run, 1));
      const fresh = new QueryRun(run.plan, run.log, startInProcess);
      await fresh.readTo(view.read, () => true);
      const freshView = viewAt(fresh, 0);
      freshView.moveTo(view.read, false);
      view.moveTo(view.read, false);
      for (let seq = 0; seq < run.known; seq++)
        expect(recordStory(run, view, seq)).toEqual(recordStory(fresh, freshView, seq));
      expect(keepAll(run, view)).toEqual(keepAll(fresh, freshView));
    }),
    { numRuns: 100 },
  );
}, 60_000);
