import { describe, expect, test } from "vitest";
import type { QuerySummary } from "../../engine/client/types.ts";
import { clockName, closingClock, corners, judgedBy, nowAt, readingAt, stepsPast } from "./clock-steps.ts";
import { handMadeMirror } from "./hand-made-mirror.ts";

const rules = { size: 10_000, bound: 2_000, lateness: 5_000, ends: true };
const mirror = handMadeMirror(
  [
    [3_000, 3_500, 0],
    [7_000, 8_000, 0],
    [4_000, 9_000, 0],
    [12_000, 12_500, 0],
  ],
  rules,
);
const steps = mirror.clocks.get(0)!;
const fine = { offset: 0, highest: Infinity, eventGrain: 0, arrivalGrain: 0 };
const perPartition = { watermarkScope: "partition" } as QuerySummary;

test("a clock is unset until its first step, and stands from its record on", () => {
  expect(readingAt(steps, { read: 0, ended: false })).toBeNull();
  expect(readingAt(steps, { read: 1, ended: false })).toBe(1_000);
  expect(readingAt(steps, { read: 3, ended: false })).toBe(5_000);
  expect(readingAt(steps, { read: 4, ended: true })).toBe(Infinity);
  expect(readingAt(undefined, { read: 4, ended: false })).toBeNull();
});

test("the watermark that judged a late record is the one it did not move", () => {
  expect(judgedBy(mirror, perPartition, 2)).toBe(5_000);
});

test("in scopes wider than a partition the least of all closes windows", () => {
  expect(closingClock(perPartition, 2)).toBe(2);
  expect(closingClock(perPartition, null)).toBeNull();
  expect(closingClock({ watermarkScope: "global" } as QuerySummary, 2)).toBe(-1);
  expect(clockName({ watermarkScope: "global" } as QuerySummary, -1)).toBe("min");
  expect(clockName({ watermarkScope: "source" } as QuerySummary, 1)).toBe("s1");
  expect(clockName(perPartition, 1)).toBe("B");
});

describe("the corners of a staircase", () => {
  test("time goes by, then the clock jumps; it ends at now", () => {
    const past = stepsPast(steps, { read: 4, ended: false });
    const expected = [
      [1_000, 3_500],
      [1_000, 8_000, 5_000, 8_000],
      [5_000, 12_500, 10_000, 12_500],
      [10_000, 13_000],
    ];
    expect(corners(steps, mirror, { ...fine, past, until: 13_000 })).toEqual(expected.flat());
  });

  test("an offset moves it whole, and the end of input stays on the canvas", () => {
    const past = stepsPast(steps, { read: 4, ended: true });
    const points = corners(steps, mirror, { ...fine, past, until: 12_500, offset: 5_000, highest: 20_000 });
    expect(points.slice(0, 2)).toEqual([-4_000, 3_500]);
    expect(points.slice(-2)).toEqual([20_000, 12_500]);
  });

  test("no step has happened: no corner", () => {
    expect(corners(steps, mirror, { ...fine, past: 0, until: 13_000 })).toEqual([]);
  });

  test("steps within one pixel are one, and the line stays within a pixel of the true one", () => {
    const many = handMadeMirror(
      Array.from({ length: 5_000 }, (_, i) => [i * 200, i * 200 + 50, 0] as const),
      rules,
    );
    const all = many.clocks.get(0)!;
    const past = stepsPast(all, { read: 5_000, ended: false });
    const grain = 10_000;
    const points = corners(all, many, {
      past,
      until: 1_000_000,
      offset: 0,
      highest: 1e9,
      eventGrain: grain,
      arrivalGrain: grain,
    });
    expect(points.length / 2).toBeLessThan(250);
    expect(points.slice(-2)).toEqual([all.values[past - 1], 1_000_000]);
    for (let i = 2; i < points.length; i += 2)
      expect(points[i]! - points[i - 2]!).toBeLessThanOrEqual(2 * grain);
  });
});

test("now is the arrival of the last record read; before the first, the start of the stream", () => {
  expect(nowAt(mirror, { read: 2, ended: false })).toBe(8_000);
  expect(nowAt(mirror, { read: 0, ended: false })).toBe(0);
  const dated = handMadeMirror([[1_780_000_000_000, 1_780_000_000_500, 0]], rules);
  expect(nowAt(dated, { read: 0, ended: false })).toBe(1_780_000_000_500);
  expect(nowAt(handMadeMirror([], rules), { read: 0, ended: false })).toBeNull();
});
