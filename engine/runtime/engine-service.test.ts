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
  service.runToEnd();
  const end = await until(({ phase }) => phase === "finished");
  expect(end).toMatchObject({ position: 5_000, rowsOut: 5_000, tableRows: 35 });
  expect(end.ledger).toMatchObject({ read: 5_000, counted: 5_000 });
  expect(service.changes(4_998, 9_999)).toHaveLength(2);
});

test("a query with errors replaces nothing", async () => {
  const { service, until } = engine();
  await service.load(document(10));
  await until(({ length }) => length === 10);
  service.runToEnd();
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
  service.runToEnd();
  const { run } = await until(({ position }) => position > 0);
  await service.restart();
  const fresh = await until((state) => state.run > run);
  expect(fresh).toMatchObject({ phase: "paused", position: 0, failure: null });
  await new Promise((resolve) => setTimeout(resolve, 50));
  service.runToEnd();
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

test("seek shows the position, paused, both ways; one that is none is ignored", async () => {
  const { service, until } = engine();
  await service.load(document(1_000));
  await until(({ length }) => length === 1_000);
  service.seek(Number.NaN);
  service.seek(123);
  const there = await until(({ phase, position }) => phase === "paused" && position > 0);
  expect(there).toMatchObject({ position: 123, rowsOut: 123 });
  const { run } = there;
  for (const position of [122, 0, 1_000, 1_001, 500]) {
    service.seek(position);
    const state = await until((one) => one.position === Math.min(position, 1_000) && one.phase !== "playing");
    expect(state).toMatchObject({
      run,
      phase: position === 1_001 ? "finished" : "paused",
      rowsOut: Math.min(position, 1_000),
    });
  }
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
      service.seek(stop);
      await until(({ position }) => position === stop);
    }
    service.runToEnd();
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
  service.runToEnd();
  const { position } = await until((state) => state.position > 0);
  service.pause();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const paused = await until(({ phase }) => phase === "paused");
  expect(paused.position - position).toBeLessThanOrEqual(6 * 8_192);
  expect(paused.position).toBeLessThan(100_000);
  const frames = (performance.now() - began) / 16;
  expect(states.length - before).toBeLessThanOrEqual(frames + 3);
});

test("jump goes behind the next and the previous event, and says when there is none", async () => {
  const { service, until, states } = engine();
  await service.load(document(3_500));
  await until(({ length }) => length === 3_500);
  const at = (): number => states.at(-1)!.position;
  expect(await service.jump("close", "previous")).toBe(false);
  const closings: number[] = [];
  while (await service.jump("close", "next")) closings.push(at());
  // The bound is 60 s unless said otherwise: nothing closes before the end of input.
  expect(closings).toEqual([3_500]);
  expect(states.at(-1)!.phase).toBe("finished");
  expect(await service.jump("record", "previous")).toBe(true);
  expect(states.at(-1)).toMatchObject({ phase: "paused", position: 3_500 });
  expect(await service.jump("record", "previous")).toBe(true);
  expect(at()).toBe(3_499);
  expect(await service.jump("drop", "next")).toBe(false);
  expect(at()).toBe(3_499);
  expect(await service.jump("row", "previous")).toBe(true);
  expect(at()).toBe(3_498);
});

test("a run is read ahead of what is shown, and play pauses at the position that it was given", async () => {
  const { service, until, pass } = engine();
  await service.load(document(5_000));
  const loaded = await until(({ known }) => known === 5_000);
  expect(loaded).toMatchObject({ phase: "paused", position: 0, rowsOut: 0, tableRows: 0 });
  expect(loaded.ledger).toMatchObject({ read: 0, counted: 0 });
  expect(service.records(0, 1)[0]).toMatchObject({ verdict: "not yet", partition: -1 });
  service.play(40);
  pass(60_000);
  expect(await until(({ phase, position }) => phase === "paused" && position > 0)).toMatchObject({
    position: 40,
    known: 5_000,
  });
});
