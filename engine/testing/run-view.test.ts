import fc from "fast-check";
import { expect, test } from "vitest";
import { startInProcess } from "../runtime/execution.ts";
import { readRow } from "../runtime/output-batch.ts";
import { QueryRun } from "../runtime/query-run.ts";
import { RunView } from "../runtime/run-view.ts";
import { type Direction, EVENT_KINDS, type EventKind, eventPosition } from "../runtime/timeline.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { generatedTrial } from "./generate-trial.ts";
import { batchesOf } from "./record-batches.ts";
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

/** Reads in slices of `size` records up to `position`, or until a record ends the run. */
async function read(trial: Trial, position: number, size: number, ended: boolean): Promise<QueryRun> {
  const { plan, records } = compileTrial(trial);
  const log = new ReplayLog(trial.stream);
  for (const batch of batchesOf(plan.input, records, 8_192)) log.append({ batch, malformed: [] });
  log.finish();
  const run = new QueryRun(plan, log, startInProcess);
  for (let to = size; run.known < Math.min(position, log.length) && run.failure === null; to += size)
    await run.readTo(Math.min(to, position), () => true);
  if (ended) await run.end();
  return run;
}

/** All that the page can see of a view. */
function stateOf(view: RunView) {
  const { run, rowsOut } = view;
  const { plan } = run;
  const rows: unknown[] = [];
  run.changes.visit(0, rowsOut, (output, row) => rows.push(readRow(plan, output, row)));
  const table: unknown[] = [];
  view.table.visit(0, Infinity, (output, row, index) => table.push([index, readRow(plan, output, row)]));
  const steps = run.steps.rows(0, run.steps.seqs.lowerBound(view.read));
  const windows = run.windows.rows(0, run.windows.end);
  const events = windows.seq.filter((seq) => seq < view.read || (view.ended && seq === Infinity)).length;
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
    rows,
    table,
    tableRows: view.table.size,
    records: run.records.rows(0, view.read),
    steps,
    windows: run.windows.rows(0, events),
  };
}

test("law 3: after any walk of moves the state is that of a fresh run to that position", async () => {
  await fc.assert(
    fc.asyncProperty(generatedTrial, walk, fc.integer({ min: 1, max: 9 }), async (trial, moves, size) => {
      const run = await read(trial, Infinity, trial.batch, trial.endOfInput);
      const view = new RunView(run);
      for (const move of moves) {
        if (typeof move === "number") view.moveTo(Math.round(move * run.known), false);
        else {
          const position = eventPosition(run, view, ...move);
          if (position === null) continue;
          const ended = position > run.known;
          view.moveTo(Math.min(position, run.known), ended);
        }
        const fresh = new RunView(await read(trial, view.read, size, view.ended));
        fresh.moveTo(view.read, view.ended);
        expect(stateOf(view)).toEqual(stateOf(fresh));
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("next and previous visit exactly the events of a kind, each once, in order", async () => {
  await fc.assert(
    fc.asyncProperty(generatedTrial, fc.constantFrom(...EVENT_KINDS), async (trial, kind) => {
      const run = await read(trial, Infinity, trial.batch, trial.endOfInput);
      const view = new RunView(run);
      const forward: number[] = [];
      for (;;) {
        const position = eventPosition(run, view, kind, "next");
        if (position === null) break;
        forward.push(position);
        view.moveTo(Math.min(position, run.known), position > run.known);
      }
      view.moveTo(run.known, trial.endOfInput);
      const last = trial.endOfInput ? run.known + 1 : run.known;
      const back = forward.includes(last) ? [last] : [];
      for (;;) {
        const position = eventPosition(run, view, kind, "previous");
        if (position === null || position === 0) break;
        back.push(position);
        view.moveTo(position, false);
      }
      expect(back.toReversed()).toEqual(forward);
      expect(forward).toEqual(
        [...new Set(expectedPositions(run, kind, trial.endOfInput))].sort((a, b) => a - b),
      );
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
