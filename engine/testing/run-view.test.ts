import fc from "fast-check";
import { expect, test } from "vitest";
import { readRow } from "../runtime/output-batch.ts";
import { type QueryRun, RUN_BUDGET } from "../runtime/query-run.ts";
import { RunView } from "../runtime/run-view.ts";
import { CLOSED } from "../runtime/trace/trace-tables.ts";
import { EVENT_KINDS, type EventKind, eventPosition } from "../runtime/timeline.ts";
import { generatedSeeks } from "./generate-seeks.ts";
import { generatedTrial } from "./generate-trial.ts";
import { runTraced } from "./traced-run.ts";
import { seekDisagreement } from "./trial-checks.ts";
import { beginRun, freshView, readOn, viewState } from "./view-state.ts";

test("law 3: after any walk of moves the state is that of a fresh run to that position", async () => {
  await fc.assert(
    fc.asyncProperty(generatedTrial, generatedSeeks, async (trial, seeks) => {
      expect(await seekDisagreement({ ...trial, seeks })).toBeNull();
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("law 3: at any position the counts, rows and late records are those of partitions that read no further", async () => {
  await fc.assert(
    fc.asyncProperty(generatedTrial, fc.double({ min: 0, max: 1, noNaN: true }), async (trial, share) => {
      const run = beginRun(trial);
      const view = new RunView(run);
      await readOn(run, Infinity, trial.batch);
      view.moveTo(run.known, false);
      view.moveTo(Math.round(share * run.known), false);
      const records = trial.records.slice(0, view.read);
      const hosts = runTraced({ ...trial, records, endOfInput: false });
      // Records before the first known arrival have none on the clock; the log lets them come with the first that is known.
      const counts = hosts.counts.map((each) => ({
        ...each,
        lastArrival: each.records > 0 ? Math.max(each.lastArrival, run.log.firstArrival!) : each.lastArrival,
      }));
      if (view.read > 0) expect(view.counts).toEqual(counts);
      const rows: unknown[] = [];
      run.changes.visit(0, view.rowsOut, (output, row) => rows.push(readRow(run.plan, output, row)));
      expect(rows).toEqual(hosts.rows);
      expect(run.late.slice(0, view.lateCount)).toEqual(Float64Array.from(hosts.late, ({ seq }) => seq));
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("what a run forgets changes nothing of what can still be looked at, wherever the view stands meanwhile", async () => {
  const kept = fc.integer({ min: 1, max: 8 });
  const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(generatedTrial, fc.tuple(kept, kept, kept), places, async (trial, budget, shares) => {
      const [records, rows, windows] = budget;
      const run = beginRun(trial, { records, rows, windows });
      const view = new RunView(run);
      for (const share of shares) {
        await readOn(run, run.known + 4, 2);
        expect(run.first).toBeLessThanOrEqual(view.read);
        view.moveTo(run.first + Math.round(share * (run.known - run.first)), false);
        const fresh = await freshView(trial, view.read, 8_192, false);
        expect(viewState(view, run)).toEqual(viewState(fresh, run));
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

test("where every record opens windows, so many of them are kept as may be, and the records that go with them", async () => {
  const times = Array.from({ length: 3_000 }, (_, seq) => [100 * seq]);
  const run = beginRun(
    {
      sql: "SELECT COUNT(*) AS n FROM t WINDOW SLIDING(ts, 100ms, 2ms)",
      preset: "velostream",
      settings: { "watermark.max_out_of_orderness": "0ms", "watermark.allowed_lateness": "0ms" },
      stream: {
        name: "t",
        schema: [{ name: "ts", type: { kind: "TIMESTAMP" } }],
        eventTime: "ts",
        arrival: null,
        split: null,
        splits: 1,
        maxOutOfOrderness: null,
      },
      records: times,
      endOfInput: false,
      batch: 100,
      workers: 1,
    },
    { ...RUN_BUDGET, windows: 5_000 },
  );
  const view = new RunView(run);
  while (run.known < run.log.length) {
    await readOn(run, run.known + 100, 100);
    view.moveTo(run.known, false);
    expect(run.windows.histories.length).toBeLessThan(2.5 * 5_000);
  }
  expect(run.first).toBeGreaterThan(2_500);
  view.moveTo(run.first, false);
  expect(view.ledger.counted).toBe(run.first);
});

test("the previous event is found also where it is forgotten, and the view can go to it by running anew", async () => {
  await fc.assert(
    fc.asyncProperty(generatedTrial, fc.constantFrom(...EVENT_KINDS), async (trial, kind) => {
      const [whole, short] = [beginRun(trial), beginRun(trial, { records: 1, rows: 1, windows: 1 })];
      const view = new RunView(short);
      while (short.known < short.log.length && short.failure === null) {
        await readOn(short, short.known + 1, 1);
        view.moveTo(short.known, false);
      }
      await readOn(whole, Infinity, 8_192);
      expect(eventPosition(short, view, kind, "previous")).toBe(
        eventPosition(whole, { read: view.read, ended: false, rowsOut: view.rowsOut }, kind, "previous"),
      );
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("next and previous visit exactly the events of a kind, each once, in order", async () => {
  await fc.assert(
    fc.asyncProperty(generatedTrial, fc.constantFrom(...EVENT_KINDS), async (trial, kind) => {
      const run = beginRun(trial);
      const view = new RunView(run);
      await readOn(run, Infinity, trial.batch);
      if (trial.endOfInput && run.failure === null) await run.end();
      const forward: number[] = [];
      for (;;) {
        const position = eventPosition(run, view, kind, "next");
        if (position === null) break;
        forward.push(position);
        view.moveTo(Math.min(position, run.known), position > run.known);
      }
      view.moveTo(run.known, run.knownEnd);
      const last = run.knownEnd ? run.known + 1 : run.known;
      const back = forward.includes(last) ? [last] : [];
      for (;;) {
        const position = eventPosition(run, view, kind, "previous");
        if (position === null || position === 0) break;
        back.push(position);
        view.moveTo(position, false);
      }
      expect(back.toReversed()).toEqual(forward);
      expect(forward).toEqual([...new Set(expectedPositions(run, kind, run.knownEnd))].sort((a, b) => a - b));
    }),
    { numRuns: 150 },
  );
}, 60_000);

/** The same from the tables themselves, row by row. */
function expectedPositions(run: QueryRun, kind: EventKind, ended: boolean): number[] {
  const behind = (seqs: Iterable<number>): number[] =>
    [...seqs].map((seq) => (seq === Infinity ? run.known + 1 : seq + 1));
  const causes: number[] = [];
  run.changes.visit(0, run.changes.length, (output, row) => causes.push(output.cause[row]!));
  const windows = run.windows.rows(0, run.windows.end);
  switch (kind) {
    case "record":
      return Array.from({ length: run.known + Number(ended) }, (_, seq) => seq + 1);
    case "close":
      return behind(windows.seq.filter((_, at) => windows.event[at] === CLOSED));
    case "watermark":
      return behind(run.steps.rows(0, run.steps.end).seq);
    case "drop":
      return behind(run.drops.view());
    case "correction":
      return behind(run.corrections.view());
    case "row":
      return behind(causes);
  }
}
