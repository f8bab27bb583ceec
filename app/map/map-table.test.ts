import { expect, test } from "vitest";
import type { QuerySummary } from "../../engine/client/types.ts";
import { handMadeMirror } from "./hand-made-mirror.ts";
import { handMadeSessions } from "./hand-made-sessions.ts";
import { mapRows } from "./map-table.ts";
import { windowRecords } from "./window-records.ts";

/** Bound 2 s, windows of 5 s, no lateness: record 2 closes [0, 5) of A, record 3 is dropped there. */
const mirror = handMadeMirror(
  [
    [1_000, 1_000, 0],
    [3_000, 4_000, 0],
    [8_000, 8_000, 0],
    [2_000, 9_000, 0],
    [4_000, 9_500, 1],
  ],
  { size: 5_000, bound: 2_000, lateness: 0, having: (records) => records < 2 },
);
const query = { watermarkScope: "partition", having: true } as QuerySummary;

test("a row says which window a record is in and where the watermark stood when it was judged", () => {
  const rows = mapRows(mirror, query, { read: 5, from: 0, to: 5 });
  expect(rows.map(({ verdict, watermark }) => [verdict, watermark])).toEqual([
    ["counted", -1_000],
    ["counted", 1_000],
    ["counted", 6_000],
    ["dropped", 6_000],
    ["counted", 2_000],
  ]);
  expect(rows[3]!.windows).toEqual([{ start: 0, end: 5_000 }]);
});

test("a row says which window's row the record took back", () => {
  const rows = mapRows(mirror, query, { read: 5, from: 0, to: 5 });
  expect(rows.map(({ withdrew }) => withdrew.length)).toEqual([0, 1, 0, 0, 0]);
  expect(rows[1]!.withdrew).toEqual([{ start: 0, end: 5_000 }]);
});

test("records to come have no row", () => {
  expect(mapRows(mirror, query, { read: 2, from: 0, to: 5 })).toHaveLength(2);
});

test("a window's records are those counted in it so far, of its partition alone", () => {
  const window = { partition: 0, start: 0, end: 5_000 };
  expect(windowRecords(mirror, window, 5)).toEqual([0, 1]);
  expect(windowRecords(mirror, window, 1)).toEqual([0]);
  expect(windowRecords(mirror, { ...window, partition: 1 }, 5)).toEqual([4]);
});

test("of sessions a row tells the one of the record's group, as the record left it", () => {
  const sessions = handMadeSessions(
    [
      [2_000, 2_600, 0, 0],
      [3_000, 3_100, 0, 1],
      [6_000, 6_500, 0, 0],
    ],
    { gap: 5_000, bound: 6_000, lateness: 5_000 },
  );
  const rows = mapRows(sessions, query, { read: 3, from: 0, to: 3 });
  expect(rows.map(({ windows }) => windows)).toEqual([
    [{ start: 2_000, end: 7_000 }],
    [{ start: 3_000, end: 8_000 }],
    [{ start: 2_000, end: 11_000 }],
  ]);
});
