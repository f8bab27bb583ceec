import fc from "fast-check";
import { expect, test } from "vitest";
import type { QueryRun } from "../runtime/query-run.ts";
import type { RunView } from "../runtime/run-view.ts";
import { isCounted } from "../runtime/trace/fate.ts";
import { COMBINED } from "../runtime/trace/trace-tables.ts";
import { windowRows } from "../runtime/window-rows.ts";
import { windowDelays } from "../spec/window-delays.ts";
import { generatedTrial } from "./generate-trial.ts";
import { recordTrial, viewAt } from "./recorded-trial.ts";
import { referenceWindows } from "./reference-windows.ts";

const windowedTrial = generatedTrial.filter(({ sql }) => /TUMBL|HOP|SLIDING|CUMULATE/.test(sql));
const shares = fc.array(fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })), {
  minLength: 1,
  maxLength: 6,
});

const allRows = (view: RunView) => windowRows(view.run, view, 0, Infinity);

/** The watermark that judged a record, ms. */
function judgedBy({ plan, records, steps }: QueryRun, seq: number): number {
  const clock = plan.watermark.scope === "partition" ? records.partition.at(seq) : COMBINED;
  return steps.at(clock, seq, plan.rules.clock === "judge-first")?.value ?? -Infinity;
}

/** The same, from the trace's tables row by row. */
function expectedRows(run: QueryRun, view: RunView) {
  const { plan, records, steps, log } = run;
  const { closeDelay, expireDelay } = windowDelays(plan.rules, plan.late.allowedLateness);
  const seen = (seq: number | null): seq is number =>
    seq !== null && (seq < view.read || (seq === Infinity && view.ended));
  const moment = (seq: number | null) =>
    seen(seq) ? { seq, arrival: seq === Infinity ? null : log.arrivalAt(seq) } : null;
  return run.windows.histories
    .filter(({ opened }) => seen(opened))
    .toSorted((a, b) => b.start - a.start || b.end - a.end || a.partition - b.partition)
    .map(({ partition, start, end, opened, closed, expired }) => {
      const seqs = Array.from({ length: view.read }, (_, seq) => seq).filter(
        (seq) =>
          seq >= records.first &&
          isCounted(records.fate.at(seq)) &&
          records.partition.at(seq) === partition &&
          records.eventTime.at(seq) >= start &&
          records.eventTime.at(seq) < end &&
          judgedBy(run, seq) < end + expireDelay,
      );
      const state = seen(expired) ? "expired" : seen(closed) ? "closed" : "open";
      const clock = plan.watermark.scope === "partition" ? partition : COMBINED;
      const watermark = steps.at(clock, view.read - 1, false)?.value;
      const isOver = state === "expired" || (view.ended && plan.rules.endOfInputFires);
      return {
        partition,
        start,
        end,
        state,
        counted: seqs.length,
        corrections: seqs.filter((seq) => judgedBy(run, seq) >= end + closeDelay).length,
        opened: moment(opened),
        closed: moment(closed),
        expired: moment(expired),
        remaining:
          isOver || watermark === undefined
            ? null
            : end + (state === "open" ? closeDelay : expireDelay) - watermark,
      };
    });
}

test("windows at any position, wherever the last question was asked: latest start first, then by partition", async () => {
  await fc.assert(
    fc.asyncProperty(windowedTrial, shares, async (trial, walk) => {
      const run = await recordTrial(trial);
      for (const share of walk) {
        const view = viewAt(run, share);
        const { total, rows } = allRows(view);
        expect(rows).toEqual(expectedRows(run, view));
        expect(total).toBe(rows.length);
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);

/** Of each counted record, the number of windows that it was counted in. */
function countsOf({ run, read }: RunView): number[] {
  const { plan, records } = run;
  const window = plan.query.kind === "aggregate" ? plan.query.window : null;
  const { expireDelay } = windowDelays(plan.rules, plan.late.allowedLateness);
  return Array.from({ length: read }, (_, seq) => seq)
    .filter((seq) => isCounted(records.fate.at(seq)))
    .map((seq) => {
      const windows = referenceWindows(window!, records.eventTime.at(seq), plan.rules);
      return windows.filter(({ end }) => judgedBy(run, seq) < end + expireDelay).length;
    });
}

test("the windows hold each counted record at least once, and what is missing until a close or expiry is above 0", async () => {
  await fc.assert(
    fc.asyncProperty(windowedTrial, shares, async (trial, [share]) => {
      const view = viewAt(await recordTrial(trial), share!);
      const { rows } = allRows(view);
      const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
      const counted = countsOf(view);
      expect(sum(rows.map((row) => row.counted))).toBe(sum(counted));
      expect(counted.length).toBe(view.ledger.counted);
      expect(Math.min(1, ...counted)).toBe(1);
      for (const { remaining } of rows) if (remaining !== null) expect(remaining).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test("rows from … to are a part of all rows, also outside what there is", async () => {
  await fc.assert(
    fc.asyncProperty(windowedTrial, fc.nat({ max: 12 }), fc.nat({ max: 12 }), async (trial, from, to) => {
      const view = viewAt(await recordTrial(trial), 1);
      const { total, rows } = allRows(view);
      expect(windowRows(view.run, view, from, to)).toEqual({
        total,
        rows: rows.slice(from, Math.max(from, to)),
      });
    }),
    { numRuns: 100 },
  );
});

test("where records are forgotten while the run goes on, those that are kept are counted, whenever it was asked", async () => {
  await fc.assert(
    fc.asyncProperty(windowedTrial, fc.integer({ min: 1, max: 10 }), async (trial, keep) => {
      const run = await recordTrial({ ...trial, batch: 5 }, keep, (partial) => {
        const view = viewAt(partial, 1);
        expect(allRows(view).rows).toEqual(expectedRows(partial, view));
      });
      const view = viewAt(run, 1);
      expect(allRows(view).rows).toEqual(expectedRows(run, view));
    }),
    { numRuns: 100 },
  );
});
