import fc from "fast-check";
import { expect, test } from "vitest";
import { chartData } from "../runtime/chart-data.ts";
import { startInProcess } from "../runtime/execution.ts";
import { keepAll } from "../runtime/keep-all.ts";
import { recordEffects, rowLineage } from "../runtime/lineage.ts";
import { readRow } from "../runtime/output-batch.ts";
import { QueryRun, RUN_BUDGET, type RunBudget } from "../runtime/query-run.ts";
import { lateRows, recordRows } from "../runtime/run-rows.ts";
import { RunView } from "../runtime/run-view.ts";
import { type Direction, EVENT_KINDS, type EventKind, eventPosition } from "../runtime/timeline.ts";
import { windowRows } from "../runtime/window-rows.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { generatedTrial } from "./generate-trial.ts";
import { batchesOf } from "./record-batches.ts";
import { runTraced } from "./traced-run.ts";
import { compileTrial, type Trial } from "./trial.ts";

/** A walk over a run: to a share of its records, or to the next or previous event of a kind. */
type Move = number | readonly [EventKind, Direction];

const walk: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.tuple(fc.constantFrom(...EVENT_KINDS), fc.constantFrom("next" as const, "previous" as const)),
  ),
  { minLength: 1, maxLength: 12 },
);

/** The run of a trial, nothing of it read. */
function begin(trial: Trial, budget: RunBudget = RUN_BUDGET): QueryRun {
  const { plan, records } = compileTrial(trial);
  const log = new ReplayLog(trial.stream);
  for (const batch of batchesOf(plan.input, records, 8_192)) log.append({ batch, malformed: [] });
  log.finish();
  return new QueryRun(plan, log, startInProcess, budget);
}

/** A view at a position, of a run that was read to there and no further, in slices of `size` records. */
async function freshView(trial: Trial, position: number, size: number, ended: boolean): Promise<RunView> {
  const run = begin(trial);
  const view = new RunView(run);
  await readOn(run, position, size);
  if (ended) await run.end();
  view.moveTo(position, ended);
  return view;
}

/** Reads up to `position`, or until a record ends the run. */
async function readOn(run: QueryRun, position: number, size: number): Promise<void> {
  while (run.known < Math.min(position, run.log.length) && run.failure === null)
    await run.readTo(Math.min(run.known + size, position), () => true);
}

/** All that the page can see of a view, as far as `kept` keeps it. */
function stateOf(view: RunView, { changes, records, steps, windows }: QueryRun) {
  const { run, rowsOut } = view;
  const { plan } = run;
  const rows: unknown[] = [];
  run.changes.visit(changes.firstKept, rowsOut, (output, row) => rows.push(readRow(plan, output, row)));
  const table: unknown[] = [];
  view.table.visit(0, Infinity, (output, row, index) => table.push([index, readRow(plan, output, row)]));
  const { from } = windows.rows(0, Infinity);
  const events = run.windows
    .rows(0, run.windows.end)
    .seq.filter((seq) => seq < view.read || (view.ended && seq === Infinity));
  return {
    read: view.read,
    ended: view.ended,
    arrival: view.arrival,
    ledger: view.ledger,
    counts: view.counts,
    panes: view.panes,
    idle: view.counts.map(({ partition }) => view.idleSince(partition)),
    keys: view.counts.map(({ partition }) => view.keysOf(partition)),
    late: run.late.slice(0, view.lateCount),
    bins: view.histogram.bins(0, 1_000_000, 50),
    verdicts: recordRows(view, 0, Infinity),
    rowsOut,
    rows,
    table,
    tableRows: view.table.size,
    records: run.records.rows(records.first, view.read),
    steps: run.steps.rows(steps.seqs.first, run.steps.seqs.lowerBound(view.read)),
    windows: run.windows.rows(from, run.windows.rows(0, Infinity).from + events.length),
  };
}

/** What the page asks of a view, and what needs all that came before. */
function answersOf(view: RunView) {
  const { run, rowsOut, read } = view;
  return {
    late: lateRows(view, 0, Infinity),
    windows: windowRows(run, view, 0, Infinity),
    keepAll: keepAll(run, view),
    chart: chartData(view, null, 3),
    lineages: Array.from({ length: rowsOut }, (_, row) => rowLineage(run, view, row)),
    effects: Array.from({ length: read }, (_, seq) => recordEffects(run, view, seq)),
  };
}

test("law 3: after any walk of moves the state is that of a fresh run to that position", async () => {
  await fc.assert(
    fc.asyncProperty(generatedTrial, walk, fc.integer({ min: 1, max: 9 }), async (trial, moves, size) => {
      const run = begin(trial);
      const view = new RunView(run);
      await readOn(run, Infinity, trial.batch);
      if (trial.endOfInput && run.failure === null) await run.end();
      for (const move of moves) {
        if (typeof move === "number") view.moveTo(Math.round(move * run.known), false);
        else {
          const position = eventPosition(run, view, ...move);
          if (position === null) continue;
          view.moveTo(Math.min(position, run.known), position > run.known);
        }
        const fresh = await freshView(trial, view.read, size, view.ended);
        expect(stateOf(view, run)).toEqual(stateOf(fresh, run));
        expect(answersOf(view)).toEqual(answersOf(fresh));
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("law 3: at any position the counts, rows and late records are those of partitions that read no further", async () => {
  await fc.assert(
    fc.asyncProperty(generatedTrial, fc.double({ min: 0, max: 1, noNaN: true }), async (trial, share) => {
      const run = begin(trial);
      const view = new RunView(run);
      await readOn(run, Infinity, trial.batch);
      view.moveTo(run.known, false);
      view.moveTo(Math.round(share * run.known), false);
      const records = trial.records.slice(0, view.read);
      const hosts = runTraced({ ...trial, records, endOfInput: false });
      if (view.read > 0) expect(view.counts).toEqual(hosts.counts);
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
      const run = begin(trial, { records, rows, windows });
      const view = new RunView(run);
      for (const share of shares) {
        await readOn(run, run.known + 4, 2);
        expect(run.first).toBeLessThanOrEqual(view.read);
        view.moveTo(run.first + Math.round(share * (run.known - run.first)), false);
        const fresh = await freshView(trial, view.read, 8_192, false);
        expect(stateOf(view, run)).toEqual(stateOf(fresh, run));
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);

test("where every record opens windows, so many of them are kept as may be, and the records that go with them", async () => {
  const times = Array.from({ length: 3_000 }, (_, seq) => [100 * seq]);
  const run = begin(
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
      const [whole, short] = [begin(trial), begin(trial, { records: 1, rows: 1, windows: 1 })];
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
      const run = begin(trial);
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
      return behind(windows.seq.filter((_, at) => windows.event[at] === 1));
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
