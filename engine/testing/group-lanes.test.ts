import fc from "fast-check";
import { expect, test } from "vitest";
import { startInProcess, type StartExecution } from "../runtime/execution.ts";
import { hasLanes } from "../runtime/group-lane.ts";
import { readRow } from "../runtime/output-batch.ts";
import { QueryRun, RUN_BUDGET } from "../runtime/query-run.ts";
import { RunView } from "../runtime/run-view.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { generatedTrial } from "./generate-trial.ts";
import { batchesOf } from "./record-batches.ts";
import { scatteredHosts } from "./scattered-hosts.ts";
import { compileTrial, type Trial } from "./trial.ts";

/** All that can be seen of a run without a trace, halfway and at its end. */
async function seenOf(trial: Trial, start: StartExecution, batchRows: number) {
  const { plan, records } = compileTrial(trial);
  const log = new ReplayLog(trial.stream);
  for (const batch of batchesOf(plan.input, records, 8_192)) log.append({ batch, malformed: [] });
  log.finish();
  const run = new QueryRun(plan, log, start, RUN_BUDGET, false, { batchRows });
  const view = new RunView(run);
  const seen: unknown[] = [];
  for (const to of [Math.floor(log.length / 2), log.length]) {
    await run.readTo(to, () => true);
    if (to === log.length && trial.endOfInput && run.failure === null) await run.end();
    view.moveTo(run.known, run.knownEnd);
    const rows: unknown[] = [];
    run.changes.visit(0, run.changes.length, (output, row) => rows.push(readRow(plan, output, row)));
    const table: unknown[] = [];
    view.table.visit(0, Infinity, (output, row, index) => table.push([index, readRow(plan, output, row)]));
    const { ledger, counts, warnings, lateCount } = view;
    const drops = run.drops.slice(0, run.drops.end);
    seen.push({ rows, table, ledger, counts, warnings, lateCount, drops, failure: run.failure });
  }
  return seen;
}

test("law 3: more workers than partitions share their groups out, and every row, count and drop stays where it was", async () => {
  let shared = 0;
  await fc.assert(
    fc.asyncProperty(
      generatedTrial,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 40 }),
      async (trial, more, batchRows) => {
        const { plan } = compileTrial(trial);
        const workers = plan.partitioning.partitions + more;
        if (hasLanes(plan)) shared++;
        const there = await seenOf(
          trial,
          scatteredHosts(workers, (host) => host % 3),
          batchRows,
        );
        expect(there).toEqual(await seenOf(trial, startInProcess, batchRows));
      },
    ),
    { numRuns: 150 },
  );
  expect(shared).toBeGreaterThan(30);
}, 60_000);
