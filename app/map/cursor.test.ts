import { expect, test } from "vitest";
import { clockFor } from "../words/clock.ts";
import {
  type CursorMove,
  type CursorRange,
  laneWindows,
  moveCursor,
  moveWindow,
  recordSentence,
  windowSentence,
} from "./cursor.ts";
import { handMadeMirror } from "./hand-made-mirror.ts";
import { handMadeSessions } from "./hand-made-sessions.ts";

/** Event times 3, 1, 7, 1, 22 s in order of arrival, partition by turns; bound 2 s, windows of 5 s, no lateness. */
const mirror = handMadeMirror(
  [
    [3_000, 4_000, 0],
    [1_000, 5_000, 1],
    [7_000, 8_000, 0],
    [1_000, 9_000, 1],
    [22_000, 23_000, 0],
  ],
  { size: 5_000, bound: 2_000, lateness: 0 },
);
const all: CursorRange = { mirror, read: 4, coming: true, partition: null };

function walk(from: number | null, move: CursorMove, range: CursorRange = all): number | null {
  return moveCursor(range, from, move);
}

test("left and right go by event time, and of equal ones by arrival", () => {
  expect(walk(0, "earlier event")).toBe(3);
  expect(walk(3, "earlier event")).toBe(1);
  expect(walk(1, "later event")).toBe(3);
  expect(walk(0, "later event")).toBe(2);
  expect(walk(2, "later event")).toBe(4);
});

test("up and down go by arrival", () => {
  expect(walk(2, "later arrival")).toBe(3);
  expect(walk(2, "earlier arrival")).toBe(1);
});

test("at the end of the records the cursor stays where it is", () => {
  expect(walk(4, "later event")).toBe(4);
  expect(walk(0, "earlier arrival")).toBe(0);
  expect(walk(1, "earlier event")).toBe(1);
});

test("it begins at the newest record that has arrived, else at the first to come", () => {
  expect(walk(null, "later event")).toBe(3);
  expect(walk(null, "later event", { ...all, read: 0 })).toBe(0);
  expect(walk(null, "later event", { ...all, read: 0, coming: false })).toBeNull();
});

test("records to come and other partitions are stood on only where they are asked for", () => {
  expect(walk(2, "later event", { ...all, coming: false })).toBe(2);
  expect(walk(0, "later arrival", { ...all, partition: 0 })).toBe(2);
});

test("malformed records have no place on the plane and are passed over", () => {
  const holed = handMadeMirror(
    [
      [1_000, 1_000, 0],
      [2_000, 2_000, 0],
      [3_000, 3_000, 0],
    ],
    { size: 5_000, bound: 0, lateness: 0 },
  );
  holed.eventTime[1] = NaN;
  expect(walk(0, "later arrival", { mirror: holed, read: 3, coming: true, partition: null })).toBe(2);
  expect(walk(0, "later event", { mirror: holed, read: 3, coming: true, partition: null })).toBe(2);
});

test("windows of the lane are those with a record so far, ascending, and going on past the last begins anew", () => {
  expect(laneWindows(mirror, 0, { read: 0, ended: false })).toEqual([]);
  const windows = laneWindows(mirror, 0, { read: 3, ended: false });
  expect(windows.map(({ start, state }) => [start, state])).toEqual([
    [0, "expired"],
    [5_000, "open"],
  ]);
  expect(moveWindow(windows, null, 1)?.start).toBe(5_000);
  expect(moveWindow(windows, windows[1]!, 1)?.start).toBe(0);
  expect(moveWindow(windows, windows[0]!, -1)?.start).toBe(5_000);
  expect(moveWindow([], null, 1)).toBeNull();
});

test("a record is told in one sentence, and one to come says nothing of its fate", () => {
  const words = { clock: clockFor(0, 30_000), noun: "order", partitions: 2 };
  expect(recordSentence(mirror, 4, 2, words)).toBe(
    "order 2, partition A, event 00:07.0, arrived 00:08.0, counted",
  );
  expect(recordSentence(mirror, 4, 4, { ...words, partitions: 1 })).toBe(
    "order 4, event 00:22.0, arrives 00:23.0, not yet",
  );
});

test("a window is told in one sentence", () => {
  const words = { clock: clockFor(0, 30_000), noun: "order", partitions: 2 };
  expect(windowSentence({ partition: 1, start: 0, end: 5_000, state: "open" }, 2, words)).toBe(
    "window [00:00, 00:05) of B, 2 counted, open",
  );
  const session = { partition: 1, start: 0, end: 5_000, key: 3, group: "ben", state: "open" } as const;
  expect(windowSentence(session, 2, words)).toBe("session [00:00, 00:05) of ben in B, 2 counted, open");
});

test("of sessions the lane has those that are there: not the bounds that they had, nor what went into another", () => {
  const rules = { gap: 5_000, bound: 6_000, lateness: 5_000 };
  const clicks = [
    [2_000, 2_600, 0],
    [9_000, 9_100, 0],
    [6_000, 9_500, 0],
  ] as const;
  const lane = (read: number) =>
    laneWindows(handMadeSessions(clicks, rules, ["ben"]), 0, { read, ended: false });
  expect(lane(2).map(({ start, end }) => [start, end])).toEqual([
    [2_000, 7_000],
    [9_000, 14_000],
  ]);
  expect(lane(3)).toEqual([{ partition: 0, start: 2_000, end: 14_000, state: "open", key: 0, group: "ben" }]);
});
