import { expect, test } from "vitest";
import { TumblingWindow } from "./tumbling-window.ts";

const bounds = (size: number, offset: number, time: number): readonly [number, number] => {
  const windows = new TumblingWindow({ kind: "tumbling", size, offset });
  const [first, last] = [new Float64Array(1), new Float64Array(1)];
  windows.assign(Float64Array.of(time), Int32Array.of(0), 0, 1, first, last);
  expect(last).toEqual(first);
  return [windows.start(first[0]!), windows.end(first[0]!)];
};

test("windows are half-open: a record at the end belongs to the next one", () => {
  expect(bounds(10, 0, 9)).toEqual([0, 10]);
  expect(bounds(10, 0, 10)).toEqual([10, 20]);
});

test("floor division, also below zero", () => {
  expect(bounds(10, 0, -1)).toEqual([-10, 0]);
  expect(bounds(10, 0, -10)).toEqual([-10, 0]);
  expect(bounds(10, 0, -11)).toEqual([-20, -10]);
});

test("aligned to epoch + offset, whatever the offset's size and sign", () => {
  expect(bounds(10, 3, 2)).toEqual([-7, 3]);
  expect(bounds(10, 23, 2)).toEqual([-7, 3]);
  expect(bounds(10, -7, 3)).toEqual([3, 13]);
});

test("the next end is strictly above the time", () => {
  const windows = new TumblingWindow({ kind: "tumbling", size: 10, offset: 3 });
  expect([2, 3, 12, 13].map((time) => windows.nextEnd(time))).toEqual([3, 13, 13, 23]);
  expect(windows.nextEnd(-Infinity)).toBe(-Infinity);
});
