import { chartData } from "../runtime/chart-data.ts";
import { startInProcess } from "../runtime/execution.ts";
import { keepAll } from "../runtime/keep-all.ts";
import { recordEffects, rowLineage } from "../runtime/lineage.ts";
import { readRow } from "../runtime/output-batch.ts";
import { QueryRun, RUN_BUDGET, type RunBudget } from "../runtime/query-run.ts";
import { lateRows, recordRows } from "../runtime/run-rows.ts";
import { RunView } from "../runtime/run-view.ts";
import { windowRows } from "../runtime/window-rows.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { batchesOf } from "./record-batches.ts";
import { compileTrial, type Trial } from "./trial.ts";

/** The run of a trial, nothing of it read. */
export function beginRun(trial: Trial, budget: RunBudget = RUN_BUDGET): QueryRun {
  const { plan, records } = compileTrial(trial);
  const log = new ReplayLog(trial.stream);
  for (const batch of batchesOf(plan.input, records, 8_192)) log.append({ batch, malformed: [] });
  log.finish();
  return new QueryRun(plan, log, startInProcess, budget);
}

/** A view at a position, of a run that was read to there and no further, in slices of `size` records. */
export async function freshView(
  trial: Trial,
  position: number,
  size: number,
  ended: boolean,
): Promise<RunView> {
  const run = beginRun(trial);
  const view = new RunView(run);
  await readOn(run, position, size);
  if (ended) await run.end();
  view.moveTo(position, ended);
  return view;
}

/** Reads up to `position`, or until a record ends the run. */
export async function readOn(run: QueryRun, position: number, size: number): Promise<void> {
  while (run.known < Math.min(position, run.log.length) && run.failure === null)
    await run.readTo(Math.min(run.known + size, position), () => true);
}

/** All that the page can see of a view, as far as `kept` keeps it. */
export function viewState(
  view: RunView,
  { changes, records, steps, windows }: QueryRun,
): Readonly<Record<string, unknown>> {
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
export function viewAnswers(view: RunView): Readonly<Record<string, unknown>> {
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
