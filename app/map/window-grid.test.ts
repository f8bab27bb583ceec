import { describe, expect, test } from "vitest";
import type { WindowSpec } from "../../engine/client/types.ts";
import {
  gapsOf,
  gridSpan,
  gridStep,
  gridWindows,
  lastStep,
  overlaps,
  rowCount,
  rowOfWindow,
} from "./window-grid.ts";

const hop = { kind: "hopping", size: 15, advance: 5, offset: 0, noneBelowZero: false } as const;
const cumulate = { kind: "cumulate", size: 10, step: 4, offset: 0 } as const;
const gaps = { kind: "hopping", size: 3, advance: 10, offset: 2, noneBelowZero: false } as const;
const session = { kind: "session", gap: 5, touchingJoins: true, shownEnd: "last+gap" } as const;

/** Windows of one row, so that none overlaps the next. */
function rowsOf(window: WindowSpec, from: number, to: number): string[][] {
  const rows: string[][] = Array.from({ length: rowCount(window) }, () => []);
  for (const each of gridWindows(window, { from, to }))
    rows[rowOfWindow(window, each)]!.push(`${each.start}-${each.end}`);
  return rows;
}

describe("rows", () => {
  test("hopping windows take turns in size / advance rows, each once, none over another", () => {
    expect(rowsOf(hop, 10, 30)).toEqual([
      ["0-15", "15-30"],
      ["5-20", "20-35"],
      ["10-25", "25-40"],
    ]);
  });

  test("a size that is no multiple of the advance takes one row more", () => {
    const window = { ...hop, size: 12 };
    expect(rowsOf(window, 0, 20)).toEqual([
      ["0-12", "15-27"],
      ["-10-2", "5-17"],
      ["-5-7", "10-22"],
    ]);
  });

  test("cumulating windows lie by their length, the last step shorter", () => {
    expect(rowsOf(cumulate, 0, 20)).toEqual([
      ["0-4", "10-14"],
      ["0-8", "10-18"],
      ["0-10", "10-20"],
    ]);
  });

  test("starts before 1970 and offsets of any sign", () => {
    const window = { ...hop, offset: -2 };
    expect(gridWindows(window, { from: -3, to: -2 }).map(({ start }) => start)).toEqual([-17, -12, -7]);
    expect(gridWindows(window, { from: -3, to: -2 }).map((each) => rowOfWindow(window, each))).toEqual([
      0, 1, 2,
    ]);
  });

  test("one row where windows do not overlap, and sessions have no grid", () => {
    expect([rowCount(gaps), rowCount(session), rowCount(null)]).toEqual([1, 1, 1]);
    expect([overlaps(hop), overlaps(cumulate), overlaps(gaps), overlaps(null)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(gridWindows(session, { from: 0, to: 100 })).toEqual([]);
    expect([gridStep(hop), gridStep(cumulate), gridStep(gaps), gridStep(session)]).toEqual([5, 4, 10, null]);
  });
});

test("rules without windows below 0 have none there", () => {
  expect(gridWindows({ ...hop, noneBelowZero: true }, { from: 0, to: 5 })).toEqual([{ start: 0, end: 15 }]);
});

test("each window ends in a step of its own", () => {
  expect(lastStep(hop, { start: 5, end: 20 })).toEqual({ start: 15, end: 20 });
  expect(lastStep(cumulate, { start: 0, end: 10 })).toEqual({ start: 8, end: 10 });
  expect(lastStep(cumulate, { start: 10, end: 14 })).toEqual({ start: 10, end: 14 });
});

test("gaps lie between windows that begin farther apart than they are long", () => {
  expect(gapsOf(gaps, { from: 0, to: 20 })).toEqual([
    { from: 0, to: 2 },
    { from: 5, to: 12 },
    { from: 15, to: 20 },
  ]);
  expect(gapsOf(hop, { from: 0, to: 20 })).toEqual([]);
});

test("a span reaches from the first window of its beginning to the last of its end", () => {
  expect(gridSpan(hop, { from: 11, to: 39 })).toEqual({ from: 0, to: 50 });
  expect(gridSpan({ ...hop, noneBelowZero: true }, { from: 3, to: 4 })).toEqual({ from: 0, to: 15 });
  expect(gridSpan(cumulate, { from: 11, to: 11 })).toEqual({ from: 10, to: 20 });
  expect(gridSpan(gaps, { from: 8, to: 9 })).toEqual({ from: 2, to: 12 });
});
