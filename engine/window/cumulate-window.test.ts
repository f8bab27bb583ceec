import { expect, test } from "vitest";
import { CumulateWindow } from "./cumulate-window.ts";

const bounds = (windows: CumulateWindow, time: number): (readonly [number, number])[] => {
  const [first, last] = [new Float64Array(1), new Float64Array(1)];
  windows.assign(Float64Array.of(time), Int32Array.of(0), 0, 1, first, last);
  const found: (readonly [number, number])[] = [];
  for (let window = first[0]!; window <= last[0]!; window++)
    found.push([windows.start(window), windows.end(window)]);
  return found;
};

test("all windows of a stretch start with it; a record is in those that end after it", () => {
  const windows = new CumulateWindow({ kind: "cumulate", step: 5, size: 15, offset: 0 });
  expect(bounds(windows, 4)).toEqual([
    [0, 5],
    [0, 10],
    [0, 15],
  ]);
  expect(bounds(windows, 5)).toEqual([
    [0, 10],
    [0, 15],
  ]);
  expect(bounds(windows, 14)).toEqual([[0, 15]]);
  expect(bounds(windows, 15).map(([start]) => start)).toEqual([15, 15, 15]);
});

test("the last step is shorter where the size is no whole number of them", () => {
  const windows = new CumulateWindow({ kind: "cumulate", step: 4, size: 10, offset: 0 });
  expect(bounds(windows, 1)).toEqual([
    [0, 4],
    [0, 8],
    [0, 10],
  ]);
  expect(bounds(windows, 9)).toEqual([[0, 10]]);
});

test("floor division below zero, and any offset", () => {
  const windows = new CumulateWindow({ kind: "cumulate", step: 5, size: 10, offset: 23 });
  expect(bounds(windows, -1)).toEqual([[-7, 3]]);
  expect(bounds(windows, -8)).toEqual([[-17, -7]]);
  expect(bounds(windows, -17)).toEqual([
    [-17, -12],
    [-17, -7],
  ]);
});

test("numbers ascend by end over all stretches, and the next end is strictly above the time", () => {
  const windows = new CumulateWindow({ kind: "cumulate", step: 4, size: 10, offset: 0 });
  const numbers = Array.from({ length: 9 }, (_, i) => i - 3);
  expect(numbers.map((window) => windows.end(window))).toEqual([-6, -2, 0, 4, 8, 10, 14, 18, 20]);
  expect([-1, 0, 3, 4, 8, 9, 10].map((time) => windows.nextEnd(time))).toEqual([0, 4, 4, 8, 10, 10, 14]);
  expect(windows.nextEnd(-Infinity)).toBe(-Infinity);
});
