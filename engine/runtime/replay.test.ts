import { afterEach, expect, test } from "vitest";
import { startInProcess } from "./execution.ts";
import { openText } from "../source/open-text.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { compileQuery } from "../plan/compile-query.ts";
import { QueryRun, RUN_BUDGET } from "./query-run.ts";
import { Replay } from "./replay.ts";
import { csv, document, engine, pauseAll, slowly, sql } from "../testing/service-under-test.ts";

afterEach(pauseAll);

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

test("law 8: a pause waits for the batches under way and no others, and news come at most once a frame", async () => {
  const { service, until, states } = engine(slowly);
  await service.load(document(100_000));
  await until(({ length }) => length === 100_000);
  const began = performance.now();
  const before = states.length;
  service.seek(Infinity);
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

test("a move ends what was begun before it: a slice of a run to the end moves a later, slower play nowhere", async () => {
  const { service, until, states } = engine(slowly);
  await service.load(document(60_000));
  await until(({ length }) => length === 60_000);
  service.seek(Infinity);
  await until(({ position }) => position > 0);
  const before = states.length;
  service.seek(0);
  service.setSpeed(1e-9);
  service.play();
  await until(({ phase, known }) => phase === "playing" && known === 60_000);
  // Record 0 has arrived when its clock begins; no other has.
  expect(Math.max(...states.slice(before).map(({ position }) => position))).toBeLessThanOrEqual(1);
});

test("the end of input is processed once, also while an event is searched for", async () => {
  const { service, until } = engine(slowly);
  await service.load(document(40_000, sql.replace("EMIT CHANGES", "EMIT FINAL")));
  await until(({ length }) => length === 40_000);
  expect(await service.jump("drop", "next")).toBe(false);
  expect(await until(({ known }) => known === 40_000)).toMatchObject({ position: 0, rowsOut: 0 });
  service.seek(Infinity);
  expect(await until(({ phase }) => phase === "finished")).toMatchObject({ rowsOut: 280, tableRows: 280 });
});

test("a search ends where another move comes first, and moves nothing", async () => {
  const { service, until } = engine(slowly);
  await service.load(document(200_000));
  const search = service.jump("drop", "next");
  await until(({ known }) => known > 0);
  service.seek(5);
  expect(await search).toBe(false);
  expect(await until(({ phase }) => phase === "paused")).toMatchObject({ position: 5 });
});

test("a run is read 100,000 records ahead and a slice, no further", async () => {
  const { service, until } = engine();
  await service.load(document(250_000));
  await until(({ known }) => known >= 100_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { known, position } = await until(({ length }) => length === 250_000);
  expect([position, known]).toEqual([0, 100_000]);
});

test("a position before what is kept is shown by running anew; nearer ones by the same run", async () => {
  const { service, until } = engine(startInProcess, { ...RUN_BUDGET, records: 130_000, rows: 130_000 });
  await service.load(document(300_000));
  await until(({ length }) => length === 300_000);
  service.seek(Infinity);
  const { run } = await until(({ phase }) => phase === "finished");
  service.seek(299_000);
  expect(await until(({ phase }) => phase === "paused")).toMatchObject({ run, position: 299_000 });
  service.seek(1_001);
  const back = await until((state) => state.phase === "paused" && state.position === 1_001);
  expect(back).toMatchObject({ run: run + 1, rowsOut: 1_001, tableRows: 8 });
  expect(back.ledger).toMatchObject({ read: 1_001, counted: 1_001 });
  service.seek(1_000);
  expect(await until(({ position }) => position === 1_000)).toMatchObject({ run: run + 1, tableRows: 7 });
});

test("a search over more than is kept comes back when there is nothing, and goes on from what it finds", async () => {
  const { service, until, states } = engine(startInProcess, { ...RUN_BUDGET, records: 5_000, rows: 5_000 });
  await service.load(document(200_000));
  await until(({ length }) => length === 200_000);
  service.seek(7);
  const { run } = await until(({ position }) => position === 7);
  expect(await service.jump("drop", "next")).toBe(false);
  expect(await until(({ phase, position }) => phase === "paused" && position === 7)).toMatchObject({
    run: run + 1,
    rowsOut: 7,
    tableRows: 7,
  });
  expect(await service.jump("close", "next")).toBe(true);
  // The bound is 60 s, and watermarks move by 0.1 s or more: the first window closes about 61 s on.
  const { position, rowsOut } = await until((state) => state.phase === "paused" && state.position > 7);
  expect([position > 61_000, position < 61_200, rowsOut === position]).toEqual([true, true, true]);
  expect(await service.jump("close", "previous")).toBe(false);
  expect(states.at(-1)).toMatchObject({ position });
});

test("a run that a record ends can be looked at before that record, and ends there again", async () => {
  const { service, until } = engine();
  const rows = csv(50).split("\n");
  rows[31] = ",1";
  await service.load({
    sql: "SELECT window_start, window_end, k, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' SECOND)) GROUP BY window_start, window_end, k WITH ('watermark.max_out_of_orderness' = '0s')",
    source: { kind: "text", name: "t", format: "csv", text: rows.join("\n") },
  });
  await until(({ length }) => length === 50);
  // The record is known to fail long before it is shown.
  expect(await until(({ known }) => known === 30)).toMatchObject({ phase: "paused", failure: null });
  service.seek(30);
  expect(await until(({ position }) => position === 30)).toMatchObject({ phase: "paused", failure: null });
  for (let turn = 0; turn < 2; turn++) {
    service.seek(31);
    const failed = await until(({ phase }) => phase === "failed");
    expect(failed).toMatchObject({ position: 30 });
    expect(failed.failure).toContain("Record #30 has no event time");
    service.seek(12);
    expect(await until(({ position }) => position === 12)).toMatchObject({ phase: "paused", failure: null });
  }
  service.fail("Partition worker 0 stopped.");
  service.seek(3);
  service.play();
  expect(await service.jump("record", "previous")).toBe(false);
  expect(await until(({ phase }) => phase === "failed")).toMatchObject({
    position: 12,
    failure: "Partition worker 0 stopped.",
  });
});

test("play is measured in ms of play, waiting or not; none passes while paused", async () => {
  const { service, until, pass } = engine();
  await service.load(document(1_000));
  await until(({ known }) => known === 1_000);
  pass(7_000);
  service.setSpeed(1e-9);
  service.play();
  pass(3_000);
  service.pause();
  const paused = await until(({ phase, elapsed }) => phase === "paused" && elapsed > 0);
  expect(paused.elapsed).toBeGreaterThanOrEqual(3_000);
  expect(paused.elapsed).toBeLessThan(7_000);
  pass(7_000);
  service.seek(10);
  expect((await until(({ position }) => position === 10)).elapsed).toBe(paused.elapsed);
});

test("a position that is none is ignored, and parts of a record are those before it", async () => {
  const { service, until } = engine();
  await service.load(document(100));
  await until(({ known }) => known === 100);
  for (const none of [Number.NaN, -1, -Infinity]) service.seek(none);
  service.seek(12.7);
  expect(await until(({ position }) => position > 0)).toMatchObject({ position: 12, rowsOut: 12 });
  service.setSpeed(Infinity);
  service.play(Number.NaN);
  await until(({ phase }) => phase === "finished");
  service.seek(50);
  service.play(20);
  expect(await until(({ phase, position }) => phase === "paused" && position === 50)).toBeDefined();
});

test("1x goes by what the log's length is whenever play begins: a log still being read has another one later", async () => {
  const { stream, open } = await openText({ name: "t", format: "csv", text: csv(10_000) });
  const log = new ReplayLog(stream);
  for await (const chunk of open(new AbortController().signal)) log.append(chunk);
  log.finish();
  const { plan } = compileQuery(sql, [stream]);
  let [clock, basePace] = [0, 10];
  const replay = new Replay(
    {
      log,
      basePace: () => basePace,
      now: () => clock,
      start: () => new QueryRun(plan!, log, startInProcess),
      changed: () => undefined,
    },
    1,
  );
  const positionAfter = async (ms: number): Promise<number> => {
    replay.play(Infinity);
    const { read } = replay.view;
    clock += ms;
    // The clock stands still from here on: what is due now is shown in a turn or two, and then nothing moves.
    for (let last = read; replay.view.read === read || replay.view.read !== last;) {
      last = replay.view.read;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    replay.pause();
    return replay.view.read;
  };
  expect(await positionAfter(1_000)).toBe(11);
  basePace = 1_000;
  expect(await positionAfter(1_000)).toBe(1_011);
  replay.setSpeed(2);
  expect(await positionAfter(1_000)).toBe(3_011);
  replay.dispose();
});

test("play that begins before the first record is there takes its pace from the log as it comes", async () => {
  const { service, until, pass } = engine();
  const loading = service.load(document(50_000));
  await loading;
  service.play();
  await until(({ length }) => length === 50_000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  pass(30_000);
  // 50 s of arrivals play in a minute: half of them in half a minute.
  expect((await until(({ position }) => position > 20_000)).phase).toBe("playing");
});
