import { beforeAll, describe, expect, test } from "vitest";
import { compileQuery } from "../plan/compile-query.ts";
import { mergingSessions } from "../source/samples/merging-sessions.ts";
import { ReplayLog } from "../source/replay-log.ts";
import { startInProcess } from "./execution.ts";
import { recordEffects, rowLineage } from "./lineage.ts";
import { QueryRun } from "./query-run.ts";
import { recordStory, type RecordStory } from "./record-story.ts";
import { RunView } from "./run-view.ts";
import { windowRows } from "./window-rows.ts";

let run: QueryRun;
beforeAll(async () => {
  const { stream, query } = mergingSessions.description;
  const { plan } = compileQuery(query, [stream], { settings: {} });
  const log = new ReplayLog(stream);
  for await (const chunk of mergingSessions.open(() => Promise.reject(new Error("no file is needed"))))
    log.append(chunk);
  log.finish();
  run = new QueryRun(plan!, log, startInProcess);
  await run.readTo(log.length, () => true);
  await run.end();
});

function viewAt(read: number): RunView {
  const view = new RunView(run);
  view.moveTo(read, false);
  return view;
}

function storyOf(seq: number): RecordStory {
  const view = viewAt(26);
  return recordStory(run, view, seq)!;
}

describe("what a record did to sessions", () => {
  test("it begins one", () => {
    expect(storyOf(1)).toMatchObject({
      windows: [{ start: 2_000, end: 7_000, outcome: "counted" }],
      session: { joined: [], counted: 1, withdrawn: 0 },
    });
  });

  test("it lets one grow, whose row goes", () => {
    expect(storyOf(3)).toMatchObject({
      windows: [{ start: 2_000, end: 10_000, outcome: "counted" }],
      session: {
        joined: [{ start: 2_000, end: 7_000, counted: 1, closed: false }],
        counted: 2,
        withdrawn: 1,
      },
      rowsCaused: 2,
    });
  });

  test("it makes two one: both as they were, and two rows gone for one", () => {
    expect(storyOf(10)).toMatchObject({
      windows: [{ start: 2_000, end: 19_500 }],
      session: {
        joined: [
          { start: 2_000, end: 10_000, counted: 2, closed: false },
          { start: 13_000, end: 19_500, counted: 2, closed: false },
        ],
        counted: 5,
        withdrawn: 2,
      },
      rowsCaused: 3,
    });
  });

  test("it corrects one that the record before it had closed", () => {
    const { windows, session } = storyOf(20);
    expect(windows).toMatchObject([{ start: 2_000, end: 22_000, outcome: "corrected", closed: { seq: 17 } }]);
    expect(session).toMatchObject({ joined: [{ start: 2_000, end: 22_000, closed: true }], counted: 7 });
  });

  test("dropped, it did nothing: the session that it would have begun had expired", () => {
    expect(storyOf(24)).toMatchObject({
      dropped: "expired",
      windows: [{ start: 15_000, end: 20_000, outcome: "expired", expired: { seq: 23 } }],
      session: null,
    });
  });
});

test("a withdrawn row was made of the records before its cause, the one in its place of all", () => {
  const view = viewAt(11);
  const rows = recordEffects(run, view, 10)!.rows;
  expect(rows.map((row) => rowLineage(run, view, row)!.records)).toEqual([[1, 3, 8, 9, 10]]);
  expect(recordEffects(run, view, 9)!.rows.map((row) => rowLineage(run, view, row)!.records)).toEqual([
    [8, 9],
    [8, 9],
    [1, 3, 8, 9, 10],
  ]);
});

test("a record's session is told as it is at the position, however it was called before", () => {
  const at = (read: number) =>
    recordEffects(run, viewAt(read), 8)!.windows.map(({ start, end }) => [start, end]);
  expect([at(9), at(10), at(11), at(12)]).toEqual([
    [[13_000, 18_000]],
    [[13_000, 19_500]],
    [[2_000, 19_500]],
    [[2_000, 22_000]],
  ]);
});

test("the table of windows has each session once, with its group", () => {
  const rows = (read: number) =>
    windowRows(run, viewAt(read), 0, 99).rows.filter(({ group }) => group![0] === "ben");
  const spans = (read: number) =>
    rows(read).map(({ start, end, counted, state }) => [start, end, counted, state]);
  expect(spans(10)).toEqual([
    [13_000, 19_500, 2, "open"],
    [2_000, 10_000, 2, "open"],
  ]);
  expect(spans(11)).toEqual([[2_000, 19_500, 5, "open"]]);
  expect(rows(25).at(-1)).toMatchObject({
    counted: 7,
    corrections: 1,
    state: "expired",
    opened: { seq: 1 },
    closed: { seq: 17 },
    expired: { seq: 23 },
  });
  expect(windowRows(run, viewAt(11), 0, 0).total).toBe(windowRows(run, viewAt(11), 0, 99).rows.length);
});
