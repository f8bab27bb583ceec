import { expect, test } from "vitest";
import type { HoppingWindowSpec } from "../spec/window-spec.ts";
import { HoppingWindow } from "./hopping-window.ts";

const spec = (size: number, advance: number, offset = 0, noneBelowZero = false): HoppingWindowSpec => ({
  kind: "hopping",
  size,
  advance,
  offset,
  noneBelowZero,
});

const bounds = (windows: HoppingWindow, time: number): (readonly [number, number])[] => {
  const [first, last] = [new Float64Array(1), new Float64Array(1)];
  windows.assign(Float64Array.of(time), Int32Array.of(0), 0, 1, first, last);
  const found: (readonly [number, number])[] = [];
  for (let window = first[0]!; window <= last[0]!; window++)
    found.push([windows.start(window), windows.end(window)]);
  return found;
};

test("every window that contains the time, those that start before the first record too; ascending", () => {
  const windows = new HoppingWindow(spec(10, 5));
  expect(bounds(windows, 0)).toEqual([
    [-5, 5],
    [0, 10],
  ]);
  expect(bounds(windows, 4)).toEqual(bounds(windows, 0));
  expect(bounds(windows, 5)).toEqual([
    [0, 10],
    [5, 15],
  ]);
});

test("any ratio: a time is in as many windows as hold it, not always the most", () => {
  const windows = new HoppingWindow(spec(10, 4));
  expect(windows.windowsPerRecord).toBe(3);
  expect(bounds(windows, 9).map(([start]) => start)).toEqual([0, 4, 8]);
  expect(bounds(windows, 10).map(([start]) => start)).toEqual([4, 8]);
});

test("an advance above the size leaves gaps: a time in one is in no window", () => {
  const windows = new HoppingWindow(spec(4, 10));
  expect(windows.windowsPerRecord).toBe(1);
  expect(bounds(windows, 3)).toEqual([[0, 4]]);
  expect([4, 9].map((time) => bounds(windows, time))).toEqual([[], []]);
  expect(bounds(windows, 10)).toEqual([[10, 14]]);
});

test("floor division below zero, and any offset", () => {
  expect(bounds(new HoppingWindow(spec(10, 5)), -1)).toEqual([
    [-10, 0],
    [-5, 5],
  ]);
  expect(bounds(new HoppingWindow(spec(10, 5, 23)), 2)).toEqual([
    [-7, 3],
    [-2, 8],
  ]);
});

test("where windows below zero do not exist, a record has only the others", () => {
  const windows = new HoppingWindow(spec(10, 4, 0, true));
  expect(bounds(windows, 1)).toEqual([[0, 10]]);
  expect(bounds(windows, 9)).toEqual(bounds(new HoppingWindow(spec(10, 4)), 9));
});

test("the next end is the lowest of any window that is strictly above the time, also of one that ends in a gap", () => {
  const windows = new HoppingWindow(spec(10, 4));
  expect([9, 10, 13, 14].map((time) => windows.nextEnd(time))).toEqual([10, 14, 14, 18]);
  const apart = new HoppingWindow(spec(4, 10));
  expect([3, 4, 13, 14].map((time) => apart.nextEnd(time))).toEqual([4, 14, 14, 24]);
  expect(windows.nextEnd(-Infinity)).toBe(-Infinity);
});
