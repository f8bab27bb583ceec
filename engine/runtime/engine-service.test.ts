import { afterEach, expect, test } from "vitest";
import { EngineService } from "./engine-service.ts";
import { startInProcess, type StartExecution } from "./execution.ts";
import type { RunState } from "./run-state.ts";

const csv = (rows: number): string =>
  `ts,k\n${Array.from({ length: rows }, (_, i) => `${1_700_000_000_000 + i},${i % 7}`).join("\n")}\n`;
const sql = "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW TUMBLING(ts, 1s) EMIT CHANGES";
const document = (rows: number, query = sql) => ({
  sql: query,
  source: { kind: "text", name: "t", format: "csv", text: csv(rows) } as const,
});

/** Hosts that answer after other messages had their turn, and fail what is under way when they are stopped. */
const slowly: StartExecution = (plan, keys, traced) => {
  const inner = startInProcess(plan, keys, traced);
  let stopped: ((error: Error) => void) | null = null;
  return {
    process: (batch) =>
      new Promise((resolve, reject) => {
        stopped = reject;
        setTimeout(() => resolve(inner.process(batch)), 20);
      }),
    finish: () => inner.finish(),
    dispose: () => stopped?.(new Error("The query was stopped.")),
  };
};

function engine(start: StartExecution = startInProcess) {
  let clock = 0;
  const states: RunState[] = [];
  const service = new EngineService({
    start,
    workers: () => ({ count: 1, ready: 1, shared: false }),
    fetchData: () => Promise.reject(new Error("There are no sample data here.")),
    now: () => performance.now() + clock,
  });
  service.onState((state) => states.push(state));
  open.push(service);
  const until = async (holds: (state: RunState) => boolean): Promise<RunState> => {
    for (let turn = 0; turn < 10_000; turn++) {
      const last = states.at(-1);
      if (last && holds(last)) return last;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    throw new Error(`Never came: ${JSON.stringify(states.at(-1))}`);
  };
  return { service, until, states, pass: (ms: number) => void (clock += ms) };
}

const open: EngineService[] = [];
afterEach(() => {
  for (const service of open.splice(0)) service.pause();
});

test("a document is loaded paused at 0, and runs to the end of input", async () => {
  const { service, until } = engine();
  const { query, diagnostics } = await service.load(document(5_000));
  expect(diagnostics).toEqual([]);
  expect(query).toMatchObject({ stream: "t", emission: "changes", windowSize: 1_000 });
  await until(({ phase, length }) => phase === "paused" && length === 5_000);
  await service.runToEnd();
  const end = await until(({ phase }) => phase === "finished");
  expect(end).toMatchObject({ position: 5_000, rowsOut: 5_000, tableRows: 35 });
  expect(end.ledger).toMatchObject({ read: 5_000, counted: 5_000 });
  expect(service.changes(4_998, 9_999)).toHaveLength(2);
});

test("a query with errors replaces nothing", async () => {
  const { service, until } = engine();
  await service.load(document(10));
  await until(({ length }) => length === 10);
  await service.runToEnd();
  await until(({ phase }) => phase === "finished");
  const { query, diagnostics } = await service.load(document(10, "SELECT nix FROM t"));
  expect(query).toBeNull();
  expect(diagnostics[0]?.code).toBe("UNKNOWN_COLUMN");
  expect(service.changes(0, 100)).toHaveLength(10);
});

test("restart while batches are under way: the new run has not failed, and is paused at 0", async () => {
  const { service, until } = engine(slowly);
  await service.load(document(60_000));
  await until(({ length }) => length === 60_000);
  await service.runToEnd();
  const { run } = await until(({ position }) => position > 0);
  await service.restart();
  const fresh = await until((state) => state.run > run);
  expect(fresh).toMatchObject({ phase: "paused", position: 0, failure: null });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await service.runToEnd();
  expect(await until(({ phase }) => phase === "finished" || phase === "failed")).toMatchObject({
    phase: "finished",
    position: 60_000,
    failure: null,
  });
});

test("leaving full speed goes on from what was read, at the new pace", async () => {
  const { service, until, pass } = engine(slowly);
  await service.load(document(60_000));
  await until(({ length }) => length === 60_000);
  service.setSpeed(Infinity);
  service.play();
  await until(({ position }) => position > 0);
  service.setSpeed(1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { position } = await until(({ phase }) => phase === "playing");
  expect(position).toBeLessThan(60_000);
  pass(5_000);
  await until((state) => state.position > position);
});

test("runTo pauses at the position; one that is none is ignored", async () => {
  const { service, until } = engine();
  await service.load(document(1_000));
  await until(({ length }) => length === 1_000);
  await service.runTo(Number.NaN);
  await service.runTo(123);
  expect((await until(({ phase, position }) => phase === "paused" && position > 0)).position).toBe(123);
});

test("of two loads the later one counts, whichever is ready first", async () => {
  const { service, until } = engine();
  const first = service.load(document(50_000));
  const second = service.load(document(3));
  expect((await first).query).toBeNull();
  expect((await second).query).not.toBeNull();
  await until(({ length }) => length === 3);
});

test("a source that cannot be read fails the run by its reason, and restart opens it again", async () => {
  const { service, until, states } = engine();
  await service.load({
    sql: "SELECT origin, COUNT(*) AS n FROM flights GROUP BY origin WINDOW TUMBLING(scheduled, 1d)",
    source: { kind: "sample", id: "late-flights" },
  });
  expect((await until(({ phase }) => phase === "failed")).failure).toBe("There are no sample data here.");
  const before = states.length;
  await service.restart();
  await until((state) => states.length > before && state.phase === "failed");
});

test("a record that ends the job leaves the rows before it, whatever the slices are", async () => {
  const rows = csv(9_100).split("\n");
  rows[9_001] = ",1";
  const flink = {
    sql: "SELECT window_start, window_end, k, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' SECOND)) GROUP BY window_start, window_end, k",
    source: { kind: "text", name: "t", format: "csv", text: rows.join("\n") } as const,
  };
  const counts: number[] = [];
  for (const stop of [0, 4_000]) {
    const { service, until } = engine();
    await service.load(flink);
    await until(({ length }) => length === 9_100);
    if (stop > 0) {
      await service.runTo(stop);
      await until(({ position }) => position === stop);
    }
    await service.runToEnd();
    const failed = await until(({ phase }) => phase === "failed");
    expect(failed.position).toBe(9_000);
    expect(failed.failure).toContain("Record #9000 has no event time");
    counts.push(failed.rowsOut);
  }
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts[1]).toBe(counts[0]);
});

test("law 8: a pause waits for the batches under way and no others, and news come at most once a frame", async () => {
  const { service, until, states } = engine(slowly);
  await service.load(document(100_000));
  await until(({ length }) => length === 100_000);
  const began = performance.now();
  const before = states.length;
  await service.runToEnd();
  const { position } = await until((state) => state.position > 0);
  service.pause();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const paused = await until(({ phase }) => phase === "paused");
  expect(paused.position - position).toBeLessThanOrEqual(6 * 8_192);
  expect(paused.position).toBeLessThan(100_000);
  const frames = (performance.now() - began) / 16;
  expect(states.length - before).toBeLessThanOrEqual(frames + 3);
});
