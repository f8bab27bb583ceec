import { expect, test } from "vitest";
import { compileQuery } from "../plan/compile-query.ts";
import { lateOrders } from "../source/samples/late-orders.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { startInProcess } from "./execution.ts";
import { keepAll } from "./keep-all.ts";
import { QueryRun } from "./query-run.ts";
import { recordStory, type RecordStory } from "./record-story.ts";
import { RunView } from "./run-view.ts";

/** The sample of a first visit: bound 2 s, lateness 5 s, windows of 5 s, sofia and kyoto in partition 1. */
async function viewOfOrders(read: number): Promise<RunView> {
  const { stream, query } = lateOrders.description;
  const { plan } = compileQuery(query, [stream], { settings: {}, preset: "velostream" });
  const log = new ReplayLog(stream);
  for await (const chunk of lateOrders.open(() => Promise.reject(new Error("no file is needed"))))
    log.append(chunk);
  log.finish();
  const run = new QueryRun(plan!, log, startInProcess);
  await run.readTo(log.length, () => true);
  await run.end();
  const view = new RunView(run);
  view.moveTo(read, false);
  return view;
}

async function storyOf(seq: number, read: number): Promise<RecordStory | null> {
  const view = await viewOfOrders(read);
  return recordStory(view.run, view, seq);
}

test("a dropped record: judged by the watermark that #12 moved, expired where #8 had closed, kept with more than 2.9 s or 5.9 s", async () => {
  const closed = {
    seq: 8,
    timer: false,
    arrival: 8_200,
    eventTime: 7_900,
    watermark: 5_900,
    values: [7_900, 8_200, "sofia"],
  };
  const mover = {
    seq: 12,
    timer: false,
    arrival: 13_200,
    eventTime: 12_900,
    watermark: 10_900,
    values: [12_900, 13_200, "kyoto"],
  };
  expect(await storyOf(13, 14)).toEqual({
    seq: 13,
    verdict: "dropped",
    dropped: "expired",
    eventTime: 3_200,
    arrival: 13_800,
    partition: 1,
    values: [3_200, 13_800, "sofia"],
    watermarkBefore: 10_900,
    watermarkAfter: 10_900,
    judged: 10_900,
    mover,
    lateness: 7_700,
    windows: [{ start: 0, end: 5_000, outcome: "expired", withdrew: false, closed, expired: mover }],
    session: null,
    // With 2.901 s the window of partition 1 had closed 2 s later, by #10; that of partition 0 as before.
    keptWith: {
      bound: { ms: 2_900, over: true, delay: 1_000 },
      lateness: { ms: 5_900, over: true, delay: 0 },
    },
    rowsCaused: 0,
  });
});

test("a correction needed the lateness from its window's end on, and of the bound nothing", async () => {
  const story = await storyOf(11, 14);
  expect(story).toMatchObject({ verdict: "counted late", dropped: null, judged: 7_900, lateness: 3_700 });
  expect(story!.mover!.seq).toBe(10);
  expect(story!.windows).toMatchObject([{ outcome: "corrected", closed: { seq: 8 }, expired: null }]);
  expect(story!.keptWith).toEqual({ bound: null, lateness: { ms: 2_900, over: true, delay: 0 } });
  expect(story!.rowsCaused).toBe(1);
});

test("a record that comes to an open window: on time, and the cause of the rows of the windows that it closes", async () => {
  const story = await storyOf(8, 14);
  expect(story).toMatchObject({
    verdict: "counted",
    watermarkBefore: 2_700,
    watermarkAfter: 5_900,
    judged: 5_900,
  });
  expect(story).toMatchObject({ mover: { seq: 8 }, lateness: 0, keptWith: null, rowsCaused: 2 });
  expect(story!.windows).toEqual([
    { start: 5_000, end: 10_000, outcome: "counted", withdrew: false, closed: null, expired: null },
  ]);
});

test("a partition's first record finds its watermark unset", async () => {
  expect(await storyOf(0, 1)).toMatchObject({
    watermarkBefore: null,
    watermarkAfter: -1_600,
    judged: -1_600,
  });
});

test("of a record to come only what the stream says is told", async () => {
  expect(await storyOf(13, 13)).toMatchObject({
    verdict: "not yet",
    dropped: null,
    eventTime: 3_200,
    arrival: 13_800,
    partition: -1,
    values: [3_200, 13_800, "sofia"],
    judged: null,
    windows: [],
    keptWith: null,
  });
  expect(await storyOf(17, 17)).toBeNull();
  expect(await storyOf(-1, 17)).toBeNull();
});

test("keepAll rounds up to 0.1 s, beyond a limit that must be exceeded", async () => {
  const view = await viewOfOrders(14);
  expect(keepAll(view.run, view)).toEqual({
    bound: { ms: 3_000, delay: 1_000 },
    lateness: { ms: 6_000, corrections: 1 },
  });
});

test("keepAll: nothing to offer before the first drop", async () => {
  const view = await viewOfOrders(13);
  expect(keepAll(view.run, view)).toBeNull();
});
