import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { startInProcess } from "../runtime/execution.ts";
import { readRow } from "../runtime/output-batch.ts";
import { QueryRun, RUN_BUDGET } from "../runtime/query-run.ts";
import type { RunState } from "../runtime/run-state.ts";
import { RunView } from "../runtime/run-view.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { generatedTrial } from "./generate-trial.ts";
import { batchesOf } from "./record-batches.ts";
import { document, engine, pauseAll, slowly } from "./service-under-test.ts";
import { compileTrial, type Trial } from "./trial.ts";

afterEach(pauseAll);

function begin(trial: Trial, traced: boolean): RunView {
  const { plan, records } = compileTrial(trial);
  const log = new ReplayLog(trial.stream);
  for (const batch of batchesOf(plan.input, records, 8_192)) log.append({ batch, malformed: [] });
  log.finish();
  return new RunView(new QueryRun(plan, log, startInProcess, RUN_BUDGET, traced));
}

/** What can be seen of a run with or without a trace. */
function seenOf(view: RunView) {
  const { run, rowsOut, read, ended } = view;
  const rows: unknown[] = [];
  run.changes.visit(0, rowsOut, (output, row) => rows.push(readRow(run.plan, output, row)));
  const table: unknown[] = [];
  view.table.visit(0, Infinity, (output, row, index) => table.push([index, readRow(run.plan, output, row)]));
  const { ledger, counts, lateCount, panes, arrival } = view;
  const idle = counts.map(({ partition }) => view.idleSince(partition));
  return { read, ended, ledger, counts, lateCount, panes, arrival, idle, rows, table };
}

/** Dropped records by arrival. */
function droppedOf(view: RunView) {
  return view.histogram
    .bins(0, 1_000_000, 50)
    .bins.flatMap(({ start, dropped }) => (dropped > 0 ? [[start, dropped]] : []));
}

test("a run without a trace has the rows, ledger, counts and clocks of a traced one, wherever it stands", async () => {
  const slices = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(generatedTrial, slices, async (trial, sizes) => {
      const [plain, traced] = [begin(trial, false), begin(trial, true)];
      await traced.run.readTo(Infinity, () => true);
      for (const size of [0, ...sizes, Infinity]) {
        await plain.run.readTo(plain.run.known + size, () => true);
        plain.moveTo(plain.run.known, false);
        traced.moveTo(plain.run.known, false);
        expect(seenOf(plain)).toEqual(seenOf(traced));
        expect(droppedOf(plain)).toEqual(droppedOf(traced));
      }
      expect(plain.run.failure).toEqual(traced.run.failure);
      if (plain.run.failure || !trial.endOfInput) return;
      for (const view of [plain, traced]) {
        await view.run.end();
        view.moveTo(view.run.known, true);
      }
      expect(seenOf(plain)).toEqual(seenOf(traced));
    }),
    { numRuns: 200 },
  );
}, 60_000);

const untraced = { traced: false } as const;

/** What a state says of the position, and not of how it came there. */
function standing({ position, ledger, rowsOut, tableRows, panes, watermark, arrival }: RunState) {
  return { position, ledger, rowsOut, tableRows, panes, watermark, arrival };
}

test("without a trace a seek goes both ways, back by running anew, to what a traced run shows there", async () => {
  const [plain, traced] = [engine(), engine()];
  await plain.service.load(document(20_000), untraced);
  await traced.service.load(document(20_000));
  for (const each of [plain, traced]) await each.until(({ length }) => length === 20_000);
  for (const position of [9_000, 9_001, 9_000, 0, 20_000, 20_001, 20_000, 12]) {
    const there: RunState[] = [];
    for (const { service, until } of [plain, traced]) {
      service.seek(position);
      const phase = position === 20_001 ? "finished" : "paused";
      there.push(
        await until((state) => state.phase === phase && state.position === Math.min(position, 20_000)),
      );
    }
    expect(standing(there[0]!)).toEqual(standing(there[1]!));
    expect(there.map((state) => state.traced)).toEqual([false, true]);
  }
});

test("without a trace a pause while batches are under way stands behind them, and a step goes on from there", async () => {
  const { service, until } = engine(slowly);
  await service.load(document(60_000), untraced);
  await until(({ length }) => length === 60_000);
  service.seek(Infinity);
  await until(({ position }) => position > 0);
  service.pause();
  const isQuiet = ({ metrics }: RunState): boolean => metrics.workers.every(({ queue }) => queue.depth === 0);
  const paused = await until((state) => state.phase === "paused" && isQuiet(state));
  const { position, known, run } = paused;
  expect(position).toBe(known);
  expect(position).toBeLessThan(60_000);
  service.seek(position + 1);
  expect(await until((state) => state.phase === "paused" && state.position === position + 1)).toMatchObject({
    run,
    ledger: { read: position + 1 },
  });
});

test("without a trace a seek to what more than that was read for is shown all the same", async () => {
  const { service, until } = engine(slowly);
  await service.load(document(60_000), untraced);
  await until(({ length }) => length === 60_000);
  service.seek(Infinity);
  await until(({ position }) => position > 0);
  service.seek(40);
  const state = await until(({ phase, position }) => phase === "paused" && position === 40);
  expect(state).toMatchObject({ rowsOut: 40, ledger: { read: 40, counted: 40 } });
});

test("what only a trace knows is refused or left out; restart keeps it off", async () => {
  const { service, until } = engine();
  await service.load(document(1_000), untraced);
  await until(({ length }) => length === 1_000);
  service.seek(500);
  await until(({ phase, position }) => phase === "paused" && position === 500);
  const mark = { records: 0, steps: 0, windows: 0 };
  expect([service.trace(mark), service.timeline(), service.story(1), service.lineage(1)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect([service.effects(1), service.keepAll()]).toEqual([null, null]);
  expect(service.windows(0, 9)).toEqual({ total: 0, rows: [] });
  expect(service.records(499, 501).map(({ verdict }) => verdict)).toEqual([null, "not yet"]);
  await expect(service.jump("drop", "next")).rejects.toThrow("needs the trace");
  await service.restart();
  expect(await until(({ position }) => position === 0)).toMatchObject({ traced: false });
  await service.load(document(1_000));
  await until(({ traced }) => traced);
});
