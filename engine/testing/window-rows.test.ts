import fc from "fast-check";
import { expect, test } from "vitest";
import type { QueryRun } from "../runtime/query-run.ts";
import type { RunView } from "../runtime/run-view.ts";
import { CORRECTED_BIT, isCounted } from "../runtime/trace/fate.ts";
import { COMBINED } from "../runtime/trace/trace-tables.ts";
import { windowRows } from "../runtime/window-rows.ts";
import { windowDelays } from "../spec/window-delays.ts";
import { generatedTrial } from "./generate-trial.ts";
import { recordTrial, viewAt } from "./recorded-trial.ts";

const windowedTrial = generatedTrial.filter(({ sql }) => /TUMBL/.test(sql));
const shares = fc.array(fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })), {
  minLength: 1,
  maxLength: 6,
});

const allRows = (view: RunView) => windowRows(view.run, view, 0, Infinity);

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
    .toSorted((a, b) => b.start - a.start || a.partition - b.partition)
    .map(({ partition, start, end, opened, closed, expired }) => {
      const seqs = Array.from({ length: view.read }, (_, seq) => seq).filter(
        (seq) =>
          seq >= records.first &&
          isCounted(records.fate.at(seq)) &&
          records.partition.at(seq) === partition &&
          records.eventTime.at(seq) >= start &&
          records.eventTime.at(seq) < end,
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
        corrections: seqs.filter((seq) => (records.fate.at(seq) & CORRECTED_BIT) !== 0).length,
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

test("the windows' counts add up to the ledger's, and what is missing until a close or expiry is above 0", async () => {
  await fc.assert(
    fc.asyncProperty(windowedTrial, shares, async (trial, [share]) => {
      const view = viewAt(await recordTrial(trial), share!);
      const { rows } = allRows(view);
      const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
      expect(sum(rows.map(({ counted }) => counted))).toBe(view.ledger.counted);
      expect(sum(rows.map(({ corrections }) => corrections))).toBe(view.ledger.corrections);
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
