import { startInProcess } from "../runtime/execution.ts";
import { QueryRun, RUN_BUDGET } from "../runtime/query-run.ts";
import { RunView } from "../runtime/run-view.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { batchesOf } from "./record-batches.ts";
import { compileTrial, type Trial } from "./trial.ts";

/**
 * @param keep records whose trace is kept, at least.
 * @param onSlice looks at the run after each slice.
 * @returns The run of a trial, recorded to its end or to the record that ends it, in slices of the trial's batch.
 */
export async function recordTrial(
  trial: Trial,
  keep: number = RUN_BUDGET.records,
  onSlice: (run: QueryRun) => void = () => undefined,
): Promise<QueryRun> {
  const { plan, records } = compileTrial(trial);
  const log = new ReplayLog(trial.stream);
  for (const batch of batchesOf(plan.input, records, 8_192)) log.append({ batch, malformed: [] });
  log.finish();
  const run = new QueryRun(plan, log, startInProcess, { ...RUN_BUDGET, records: keep });
  while (run.known < log.length && run.failure === null) {
    await run.readTo(run.known + trial.batch, () => true);
    onSlice(run);
  }
  if (trial.endOfInput && run.failure === null) await run.end();
  return run;
}

/** @param share of the records, 0 … 1; 1 is the end of input, where the run knows it. */
export function viewAt(run: QueryRun, share: number): RunView {
  const view = new RunView(run);
  view.moveTo(Math.round(share * run.known), share === 1 && run.knownEnd);
  return view;
}
