import { expect, test } from "vitest";
import { BIGINT, BOOLEAN, decimal, DOUBLE, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { compileQuery } from "../plan/compile-query.ts";
import { BatchPreparer } from "../runtime/batch-preparer.ts";
import { startInProcess, type StartExecution } from "../runtime/execution.ts";
import { readRow } from "../runtime/output-batch.ts";
import type { HostOutput } from "../runtime/partition-host.ts";
import { QueryRun, RUN_BUDGET } from "../runtime/query-run.ts";
import { RunView } from "../runtime/run-view.ts";
import type { ResultRow } from "../runtime/result-row.ts";
import { StepTrace } from "../runtime/trace/step-trace.ts";
import { WindowTrace } from "../runtime/trace/window-trace.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { rowsToChunk } from "../source/rows-to-chunk.ts";
import { servePartitions } from "./partition-service.ts";
import type { FromPartitions, Port, ToPartitions } from "./protocol.ts";
import { PartitionWorkers } from "./threaded-execution.ts";

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "v", type: BIGINT },
    { name: "d", type: DOUBLE },
    { name: "m", type: decimal(30, 2) },
    { name: "b", type: BOOLEAN },
  ],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 50,
};

/** Disordered, with NULLs, new keys and new strings throughout, and numbers beyond 2^53. */
function log(): ReplayLog {
  const records = Array.from({ length: 20_000 }, (_, i): Value[] => [
    i % 997 === 0 ? null : i - ((i * 7_919) % 300),
    i % 13 === 0 ? null : `key ${(i * i) % (10 + (i >> 7))}`,
    i % 5 === 0 ? null : BigInt(i) * (i % 7 === 0 ? 10n ** 13n : 1n),
    i / 3,
    i % 11 === 0 ? 10n ** 25n + BigInt(i) : BigInt(i),
    i % 3 === 0 ? null : i % 2 === 0,
  ]);
  const replay = new ReplayLog(stream);
  replay.append(rowsToChunk(stream.schema, records as never));
  replay.finish();
  return replay;
}

/** Workers that live on ports of this thread: the protocol is all there, the threads are not. */
function workers(count: number, shared: boolean): StartExecution {
  const pool = new PartitionWorkers(shared);
  for (let index = 0; index < count; index++) {
    const { port1, port2 } = new MessageChannel();
    servePartitions(port2 as unknown as Port);
    pool.attach(index, port1 as unknown as Port);
    for (const port of [port1, port2]) (port as unknown as { unref(): void }).unref();
  }
  return pool.start;
}

async function rowsOf(sql: string, start: StartExecution, traced = true) {
  const { plan, diagnostics } = compileQuery(sql, [stream]);
  if (!plan) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const run = new QueryRun(plan, log(), start, RUN_BUDGET, traced);
  await run.readTo(Infinity, () => true);
  await run.end();
  const rows: ResultRow[] = [];
  run.changes.visit(0, run.changes.length, (output, row) => rows.push(readRow(plan, output, row)));
  const view = new RunView(run);
  view.moveTo(run.known, true);
  const table: ResultRow[] = [];
  view.table.visit(0, view.table.size, (output, row) => table.push(readRow(plan, output, row)));
  const { late, records } = run;
  run.dispose();
  return {
    rows,
    table,
    ledger: view.ledger,
    late: late.slice(0, late.end),
    records: records.rows(0, run.known),
  };
}

/** Everything that the hosts tell of a run, merged; null where they tell nothing. */
async function traceOf(sql: string, start: StartExecution, traced: boolean) {
  const { plan } = compileQuery(sql, [stream]);
  const preparer = new BatchPreparer(plan!);
  const execution = start(plan!, preparer.keys, traced, null);
  const replay = log();
  const steps = new StepTrace();
  const windows = new WindowTrace();
  const fates: number[] = [];
  let told = 0;
  const take = (outputs: readonly HostOutput[]): void => {
    const traces = outputs.flatMap(({ trace }) => trace ?? []);
    told += traces.length + outputs.filter(({ verdicts, partitionOf }) => verdicts ?? partitionOf).length;
    steps.append(traces.map((trace) => trace.steps));
    windows.append(traces.map((trace) => trace.windows));
  };
  for (let from = 0; from < replay.length; from += 3_000) {
    const batch = preparer.prepare(replay.read(from, Math.min(replay.length, from + 3_000)));
    const outputs = await Promise.all(execution.process(batch));
    for (let row = 0; row < batch.header.length; row++)
      fates.push(outputs.reduce((fate, { verdicts }) => fate | (verdicts?.[row] ?? 0), 0));
    take(outputs);
  }
  take(await Promise.all(execution.finish()));
  execution.dispose();
  return { steps: steps.rows(0, steps.end), windows: windows.rows(0, windows.end), fates, told: told > 0 };
}

const queries = {
  "EMIT EVERY interval": `-- @num_partitions: 5
    SELECT k, COUNT(*) AS n, SUM(v) AS s FROM t GROUP BY k WINDOW TUMBLING(ts, 1s) EMIT EVERY 70ms`,
  "a punctuated watermark": `-- @num_partitions: 3
    SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(ts, 1s) EMIT CHANGES
    WITH ('watermark.strategy' = 'punctuated', 'watermark.punctuation.field' = 'ts', 'late.data.strategy' = 'drop')`,
  "EMIT CHANGES": `-- @num_partitions: 5
    SELECT k, COUNT(*) AS n, SUM(v) AS s, AVG(d) AS a, SUM(m) AS m, MIN(k) AS lo, MAX(b) AS hi, 9007199254740993 AS big FROM t
    GROUP BY k WINDOW TUMBLING(ts, 1s) EMIT CHANGES`,
  "EMIT FINAL of two keys with HAVING": `-- @num_partitions: 4
    SELECT k, b, COUNT(v) AS n, MAX(m) AS hi FROM t WHERE d > 10 GROUP BY k, b
    WINDOW TUMBLING(ts, 500ms) HAVING COUNT(v) > 1 EMIT FINAL WITH ('watermark.scope' = 'global')`,
  "plain SELECT": `-- @num_partitions: 3
    -- @partitioning_strategy: round_robin
    SELECT ts, k, v, m, b, d * 2 AS twice FROM t WHERE v IS NOT NULL`,
};

for (const [name, sql] of Object.entries(queries))
  test(`law 3: ${name} is the same in this thread, on any number of workers, over shared memory or transferred`, async () => {
    const here = await rowsOf(sql, startInProcess);
    expect(here.rows.length).toBeGreaterThan(1_000);
    for (const count of [1, 2, 3])
      for (const shared of [true, false]) {
        const there = await rowsOf(sql, workers(count, shared));
        expect(there.rows.length).toBe(here.rows.length);
        expect(there).toEqual(here);
      }
  });

for (const [name, sql] of Object.entries(queries))
  test(`law 3: the trace of ${name} is the same in this thread and on any number of workers`, async () => {
    const here = await traceOf(sql, startInProcess, true);
    expect(here.steps.seq.length).toBeGreaterThan(100);
    expect(here.windows.seq.length > 50).toBe(name !== "plain SELECT");
    for (const count of [1, 2, 3])
      for (const shared of [true, false])
        expect(await traceOf(sql, workers(count, shared), true)).toEqual(here);
  });

test("law 3: workers beyond the partitions share their groups out where nothing is traced, and the rows are the same", async () => {
  const sql = queries["EMIT CHANGES"].replace("@num_partitions: 5", "@num_partitions: 2");
  const here = await rowsOf(sql, startInProcess, false);
  expect(here.rows.length).toBeGreaterThan(1_000);
  for (const shared of [true, false]) expect(await rowsOf(sql, workers(5, shared), false)).toEqual(here);
});

test("a run that is not traced sends no trace, no fates and no partitions", async () => {
  for (const start of [startInProcess, workers(2, false)])
    expect((await traceOf(queries["EMIT CHANGES"], start, false)).told).toBe(false);
});

test("the arrays of the trace are given away, not copied", async () => {
  const { plan } = compileQuery(queries["EMIT CHANGES"], [stream]);
  const answers: { readonly message: FromPartitions; readonly transfer: readonly Transferable[] }[] = [];
  const port: Port = {
    postMessage: (message, transfer) =>
      void answers.push({ message: message as FromPartitions, transfer: transfer ?? [] }),
    onmessage: null,
  };
  servePartitions(port);
  const send = (data: ToPartitions): unknown => port.onmessage!({ data } as MessageEvent);
  send({
    kind: "start",
    query: 0,
    plan: plan!,
    share: { own: [0], lane: { index: 0, of: 1 } },
    traced: true,
  });
  send({ kind: "finish", query: 0 });
  const { message, transfer } = answers[0]!;
  const trace = message.kind === "output" ? message.output.trace : null;
  const arrays = [...Object.values(trace!.steps), ...Object.values(trace!.windows)];
  expect(arrays).toHaveLength(13);
  for (const array of arrays) expect(transfer).toContain(array.buffer);
});

test("a worker that dies fails what waits for it, by name", async () => {
  const pool = new PartitionWorkers(false);
  const { port1 } = new MessageChannel();
  (port1 as unknown as { unref(): void }).unref();
  pool.attach(0, port1 as unknown as Port);
  const { plan } = compileQuery(queries["plain SELECT"], [stream]);
  const run = new QueryRun(plan!, log(), pool.start);
  const reading = run.readTo(Infinity, () => true);
  pool.fail(0, "Partition worker 0 stopped.");
  await expect(reading).rejects.toThrow("Partition worker 0 stopped.");
});
