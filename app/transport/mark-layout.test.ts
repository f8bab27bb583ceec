import { expect, test } from "vitest";
import { arrivalAt, arrivalScale, layOutMarks, partedAt, placeOnScale } from "./mark-layout.ts";

/** 10 ms a px, from 1,000 ms on: the lead takes 2 % before that. */
const scale = { low: 1_000, high: 11_000, width: 1_000 };
const nothing = { drops: [], dropBins: [], closings: [] };

test("marks stand by the time of arrival, and a place of the scrubber is that time again", () => {
  expect(placeOnScale(scale, 1_000)).toBe(0);
  expect(placeOnScale(scale, 6_000)).toBe(500);
  expect(placeOnScale(scale, 11_000)).toBe(1_000);
  for (const x of [0, 1, 333, 1_000]) expect(placeOnScale(scale, arrivalAt(scale, x))).toBeCloseTo(x);
  expect(arrivalAt(scale, -10)).toBe(900);
});

test("nothing stands outside the scrubber, and the start of the run at its left end", () => {
  expect(placeOnScale(scale, -5)).toBe(0);
  expect(placeOnScale(scale, 99_999)).toBe(1_000);
  expect(placeOnScale(scale, null)).toBe(0);
});

test("before the first record there is room, also where all records arrive at once", () => {
  const spread = arrivalScale(0, 10_000, 500);
  expect(placeOnScale(spread, 0)).toBeGreaterThan(0);
  const one = arrivalScale(700, 700, 500);
  expect(placeOnScale(one, 700)).toBe(500);
  expect(arrivalAt(one, 499)).toBeLessThan(700);
});

test("few drops are crosses, one a place", () => {
  const { crosses, bars } = layOutMarks({ ...nothing, drops: [2_000, 2_000, 2_010, 9_000] }, scale);
  expect(crosses).toEqual([100, 101, 800]);
  expect(bars).toEqual([]);
});

test("more drops than crosses have room are counted in bars, the fullest the highest", () => {
  const drops = Array.from({ length: 300 }, (_, at) => 2_000 + (at < 200 ? at / 10 : at * 10));
  const { crosses, bars } = layOutMarks({ ...nothing, drops }, scale);
  expect(crosses).toEqual([]);
  expect(Math.max(...bars.map(({ height }) => height))).toBe(bars[0]!.height);
  expect(bars[0]!.left).toBe(100);
  for (const [at, bar] of bars.entries()) {
    expect(bar.right).toBeGreaterThan(bar.left);
    if (at > 0) expect(bar.left).toBeGreaterThanOrEqual(bars[at - 1]!.right);
  }
});

test("bins that the engine counted are bars where their time is; empty ones are none", () => {
  const dropBins = [
    { start: 2_000, end: 3_000, dropped: 1 },
    { start: 3_000, end: 4_000, dropped: 0 },
    { start: 4_000, end: 5_000, dropped: 4 },
  ];
  const { bars } = layOutMarks({ ...nothing, dropBins }, scale);
  expect(bars.map(({ left, right }) => [left, right])).toEqual([
    [100, 199.5],
    [300, 399.5],
  ]);
  expect(bars[0]!.height).toBeLessThan(bars[1]!.height);
});

test("closings nearer than they can be told apart are one", () => {
  const { closings } = layOutMarks({ ...nothing, closings: [2_000, 2_010, 2_029, 2_030, 9_000] }, scale);
  expect(closings).toEqual([100, 103, 800]);
});

test("what happens just now is reached; what comes later lies ahead", () => {
  expect(partedAt([1, 5, 9], 5)).toEqual([[1, 5], [9]]);
  expect(partedAt([1, 5, 9], 4.9)).toEqual([[1], [5, 9]]);
  expect(partedAt([1, 5], 7)).toEqual([[1, 5], []]);
  expect(partedAt([1, 5], -1)).toEqual([[], [1, 5]]);
});
