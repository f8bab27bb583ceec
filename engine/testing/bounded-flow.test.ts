import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { assignPartitions } from "../runtime/assign-partitions.ts";
import type { FlowOptions } from "../runtime/batch-flow.ts";
import { startInProcess, type StartExecution } from "../runtime/execution.ts";
import { readRow } from "../runtime/output-batch.ts";
import { QueryRun, RUN_BUDGET } from "../runtime/query-run.ts";
import type { RunState } from "../runtime/run-state.ts";
import { RunView } from "../runtime/run-view.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { generatedTrial } from "./generate-trial.ts";
import { batchesOf } from "./record-batches.ts";
import { scatteredHosts } from "./scattered-hosts.ts";
import { document, engine, pauseAll } from "./service-under-test.ts";
import { openText } from "../source/open-text.ts";
import { compileQuery } from "../plan/compile-query.ts";
import { compileTrial, type Trial } from "./trial.ts";

afterEach(pauseAll);

function begin(trial: Trial, start: StartExecution, options: Partial<FlowOptions>): QueryRun {
  const { plan, records } = compileTrial(trial);
  const log = new ReplayLog(trial.stream);
  for (const batch of batchesOf(plan.input, records, 8_192)) log.append({ batch, malformed: [] });
  log.finish();
  return new QueryRun(plan, log, start, RUN_BUDGET, true, options);
}

/** All that a run records, to the end of its input or to the record that ends it. */
async function recordingOf(run: QueryRun, endOfInput: boolean) {
  const view = new RunView(run);
  await run.readTo(Infinity, () => true);
  if (endOfInput && run.failure === null) await run.end();
  view.moveTo(run.known, run.knownEnd);
  const rows: unknown[] = [];
  run.changes.visit(0, run.changes.length, (output, row) => rows.push(readRow(run.plan, output, row)));
  return {
    rows,
    failure: run.failure,
    ledger: view.ledger,
    counts: view.counts,
    warnings: view.warnings,
    fates: Array.from({ length: run.known }, (_, seq) => [
      run.records.fate.at(seq),
      run.records.partition.at(seq),
      run.records.eventTime.at(seq),
      run.records.arrival.at(seq),
      run.records.key.at(seq),
    ]),
    steps: run.steps.rows(0, run.steps.end),
    windows: run.windows.rows(0, run.windows.end),
  };
}

const nothing = { most: 0, handed: 0 };

const flow = fc.record({
  inFlight: fc.integer({ min: 1, max: 5 }),
  untaken: fc.integer({ min: 1, max: 10 }),
  batchRows: fc.integer({ min: 1, max: 9 }),
  hosts: fc.integer({ min: 1, max: 4 }),
  turns: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 7 }),
  loads: fc.option(fc.array(fc.nat(100), { minLength: 16, maxLength: 16 })),
  stalls: fc.boolean(),
});

test("law 3: bounds, batch sizes, hosts, their pace, how partitions are shared out and a slow taker change nothing", async () => {
  await fc.assert(
    fc.asyncProperty(generatedTrial, flow, async (trial, { hosts, turns, loads, stalls, ...some }) => {
      const { inFlight, untaken, batchRows } = some;
      const plain = await recordingOf(begin(trial, startInProcess, {}), trial.endOfInput);
      const { partitions } = compileTrial(trial).plan.partitioning;
      const start = scatteredHosts(hosts, (host, batch) => turns[(3 * host + batch) % turns.length]!);
      const run = begin(trial, start, {
        limits: { inFlight, untaken },
        batchRows,
        loads: loads && loads.slice(0, partitions),
        ready: () => (stalls ? new Promise((resolve) => setImmediate(resolve)) : null),
      });
      expect(await recordingOf(run, trial.endOfInput)).toEqual(plain);
    }),
    { numRuns: 150 },
  );
}, 60_000);

/** Twenty batches of a thousand records. */
async function twentyBatches(
  start: StartExecution,
  options: Partial<FlowOptions>,
  query?: string,
): Promise<QueryRun> {
  const { source, sql } = document(20_000, query);
  if (source.kind !== "text") throw new Error("no text");
  const { stream, open } = await openText(source);
  const log = new ReplayLog(stream);
  for await (const chunk of open(new AbortController().signal)) log.append(chunk);
  log.finish();
  const { plan } = compileQuery(sql, [stream]);
  return new QueryRun(plan!, log, start, RUN_BUDGET, true, { batchRows: 1_000, ...options });
}

const turn = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test("a taker that stalls stops the source within the bounds, and loses nothing", async () => {
  let release: () => void = () => undefined;
  const stall = new Promise<void>((resolve) => {
    release = resolve;
  });
  const seen = { ...nothing };
  const run = await twentyBatches(
    scatteredHosts(1, () => 0, seen),
    { limits: { inFlight: 3, untaken: 5 }, ready: () => stall },
  );
  const reading = run.readTo(Infinity, () => true);
  await turn(50);
  expect([seen.handed, run.known]).toEqual([5, 0]);
  expect(run.metrics.results).toMatchObject({ depth: 5_000, capacity: 5_000, state: "saturated" });
  await turn(50);
  expect(seen.handed).toBe(5);
  release();
  await reading;
  expect([seen.handed, run.known, run.changes.length]).toEqual([20, 20_000, 20_000]);
  expect(run.metrics.results).toMatchObject({ depth: 0, peak: 5_000, state: "healthy" });
});

test("as many batches as may be untaken wait for a taker that stalls, and another is read: none of them changes", async () => {
  const traceOf = ({ records, known }: QueryRun): unknown =>
    Array.from({ length: known }, (_, seq) => [
      records.fate.at(seq),
      records.eventTime.at(seq),
      records.arrival.at(seq),
      records.key.at(seq),
    ]);
  const plain = await twentyBatches(startInProcess, {});
  await plain.readTo(Infinity, () => true);
  for (const untaken of [8, 12]) {
    let release: () => void = () => undefined;
    const stall = new Promise<void>((resolve) => {
      release = resolve;
    });
    const seen = { ...nothing };
    const run = await twentyBatches(
      scatteredHosts(1, () => 0, seen),
      { limits: { inFlight: 4, untaken }, ready: () => stall },
    );
    const reading = run.readTo(Infinity, () => true);
    await turn(100);
    expect(seen.handed).toBe(untaken);
    release();
    await reading;
    expect(traceOf(run)).toEqual(traceOf(plain));
  }
});

test("a slow host stops the source: no more batches wait for it than its queue has room for", async () => {
  const seen = { ...nothing };
  const run = await twentyBatches(
    scatteredHosts(1, () => 5, seen),
    { limits: { inFlight: 4, untaken: 8 } },
  );
  await run.readTo(Infinity, () => true);
  expect(seen).toEqual({ most: 4, handed: 20 });
  const [worker] = run.metrics.workers;
  expect(worker!.queue).toMatchObject({ depth: 0, peak: 4_000, capacity: 4_000 });
  expect(run.metrics.throttled).toBeGreaterThan(0);
});

test("hosts are kept busy: between slices of reading, batches stay under way", async () => {
  const run = await twentyBatches(
    scatteredHosts(1, () => 3),
    { limits: { inFlight: 4, untaken: 8 } },
  );
  let batches = 0;
  for (let slice = 0; slice < 4; slice++) {
    const until = batches + 3;
    await run.readTo(Infinity, () => batches++ < until);
    expect([run.isUnderWay, run.known < 1_000 * batches]).toEqual([true, true]);
  }
  await run.settled();
  expect(run.isUnderWay).toBe(false);
});

test("partitions are shared out by where the first batch goes, or by an earlier run of the query", async () => {
  const skewed =
    "-- @num_partitions: 4\nSELECT k % 3 AS g, COUNT(*) AS n FROM t GROUP BY k % 3 WINDOW TUMBLING(ts, 1s)";
  const run = await twentyBatches(
    scatteredHosts(2, () => 0),
    {},
    skewed,
  );
  await run.readTo(Infinity, () => true);
  expect(run.loads!.reduce((sum, records) => sum + records, 0)).toBe(20_000);
  expect(run.workers).toEqual(assignPartitions(4, 2, run.loads));
  expect(run.workers).not.toEqual(assignPartitions(4, 2));
  const again = await twentyBatches(
    scatteredHosts(2, () => 0),
    { loads: [0, 500, 0, 400] },
    skewed,
  );
  await again.readTo(1, () => true);
  expect(again.workers).toEqual([[1], [0, 2, 3]]);
});

test("a restart shares partitions out by what the last run measured", async () => {
  const { service, until } = engine(scatteredHosts(2, () => 0));
  // What fills partitions comes behind the first batch.
  const keys = (i: number): number => (i < 8_192 ? i % 2 : 2 + (i % 3));
  const rows = Array.from({ length: 30_000 }, (_, i) => `${i},${keys(i)}`);
  const source = { kind: "text", name: "t", format: "csv", text: `ts,k\n${rows.join("\n")}\n` } as const;
  const sql = "-- @num_partitions: 5\nSELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(ts, 1s)";
  const shares = (state: RunState): readonly (readonly number[])[] =>
    state.metrics.workers.map(({ partitions }) => partitions);
  await service.load({ sql, source });
  service.seek(Infinity);
  const first = await until(({ phase }) => phase === "finished");
  const byRecords = assignPartitions(
    5,
    2,
    first.partitions.map(({ records }) => records),
  );
  expect(shares(first)).not.toEqual(byRecords);
  await service.restart();
  expect(shares(await until(({ run, known }) => run > first.run && known === 30_000))).toEqual(byRecords);
  service.seek(Infinity);
  const again = await until(({ phase, run }) => phase === "finished" && run > first.run);
  expect([again.ledger, again.rowsOut]).toEqual([first.ledger, first.rowsOut]);
});
