import { expect, test } from "vitest";
import type { ChartLine, QuerySummary } from "../../../engine/client/types.ts";
import { busiestKey, keysOf, outputSeries } from "./output-series.ts";

const changes = { emission: "changes", windowed: true } as QuerySummary;
const lines: readonly ChartLine[] = [
  {
    key: "sofia",
    windowStart: 0,
    windowEnd: 10,
    points: [
      [2, 9.9, "early"],
      [13, 22.7, "on-time"],
    ],
  },
  { key: "kyoto", windowStart: 0, windowEnd: 10, points: [[5, 31.5, "early"]] },
  { key: "sofia", windowStart: 10, windowEnd: 20, points: [[14, 36.4, "early"]] },
];

test("all lines become two series, broken between lines", () => {
  const { highlighted, others } = outputSeries(lines, "sofia", 20, changes);
  expect(highlighted.map(({ value }) => value)).toEqual([9.9, 22.7, null, 36.4, 36.4, null]);
  expect(others.map(({ value }) => value)).toEqual([31.5, 31.5, null]);
});

test("a window that is still open goes on to now; one that closed ends where it closed", () => {
  const { ends } = outputSeries(lines, "sofia", 20, changes);
  expect(ends).toEqual([
    { arrival: 20, value: 36.4, windowStart: 10, windowEnd: 20, newest: true },
    { arrival: 13, value: 22.7, windowStart: 0, windowEnd: 10, newest: true },
  ]);
});

test("final rows stand where they came out, and do not go on", () => {
  const { ends } = outputSeries(lines, "kyoto", 20, { ...changes, emission: "final" });
  expect(ends[0]?.arrival).toBe(5);
});

test("a correction of a final row stands apart from the line through the rows", () => {
  const corrected: ChartLine = {
    key: "sofia",
    windowStart: null,
    windowEnd: null,
    points: [
      [8, 2, "on-time"],
      [11, 3, "late"],
      [13, 1, "on-time"],
    ],
  };
  const { highlighted } = outputSeries([corrected], "sofia", 20, { ...changes, emission: "final" });
  expect(highlighted.map(({ value }) => value)).toEqual([2, 1, null, 3, null]);
});

test("a line ends where its row was withdrawn, begins anew with another, and has no end to tell meanwhile", () => {
  const withdrawn: ChartLine = {
    key: "ben",
    windowStart: 0,
    windowEnd: 10,
    points: [
      [2, 5, "early"],
      [6, null, "early"],
    ],
  };
  const gone = outputSeries([withdrawn], "ben", 20, changes);
  expect(gone.highlighted.map(({ arrival, value }) => [arrival, value])).toEqual([
    [2, 5],
    [6, 5],
    [6, null],
  ]);
  expect(gone.ends).toEqual([]);

  const again: ChartLine = { ...withdrawn, points: [...withdrawn.points, [9, 3, "early"]] };
  const back = outputSeries([again], "ben", 20, changes);
  expect(back.highlighted.map(({ value }) => value)).toEqual([5, 5, null, 3, 3, null]);
  expect(back.ends.map(({ arrival, value }) => [arrival, value])).toEqual([[20, 3]]);
});

test("the range holds the values of all keys; nothing drawn has the range 0 to 0", () => {
  expect(outputSeries(lines, "kyoto", 20, changes)).toMatchObject({
    all: { low: 9.9, high: 36.4 },
    own: { low: 31.5, high: 31.5 },
  });
  expect(outputSeries([], "", null, changes)).toMatchObject({ all: { low: 0, high: 0 }, ends: [] });
  expect(keysOf(lines)).toEqual(["kyoto", "sofia"]);
});

test("the highlighted key is the one with the most points, and holds still until another is far ahead", () => {
  const line = (key: string, count: number): ChartLine => ({
    key,
    windowStart: null,
    windowEnd: null,
    points: Array.from({ length: count }, (_, n) => [n, n, null] as const),
  });
  expect(busiestKey([], "")).toBe("");
  expect(busiestKey([line("a", 3), line("b", 5)], "")).toBe("b");
  expect(busiestKey([line("a", 3), line("b", 7)], "a")).toBe("a");
  expect(busiestKey([line("a", 3), line("b", 8)], "a")).toBe("b");
  expect(busiestKey([line("b", 1)], "a")).toBe("b");
});
