import { expect, test } from "vitest";
import { ticksIn, tickStep } from "./axis-ticks.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test("a step is the shortest length that people count in and that leaves the room asked for", () => {
  expect(tickStep(1, 26)).toBe(50);
  expect(tickStep(0.01, 26)).toBe(5_000);
  expect(tickStep(26 / 5_000, 26)).toBe(5_000);
  expect(tickStep(26 / 5_001, 26)).toBe(10_000);
  expect(tickStep(26 / (40 * MINUTE), 26)).toBe(HOUR);
  expect(tickStep(26 / (7 * DAY), 26)).toBe(10 * DAY);
});

test("with windows the step is their size, else a length that is a multiple of it", () => {
  expect(tickStep(0.01, 60, 10_000)).toBe(10_000);
  expect(tickStep(0.001, 60, 10_000)).toBe(MINUTE);
  expect(tickStep(0.005, 60, 10_000)).toBe(20_000);
});

test("windows of a size that no such length is a multiple of keep their own multiples", () => {
  expect(tickStep(0.005, 60, 7_000)).toBe(14_000);
});

test("a range beyond all steps gets the longest", () => {
  expect(tickStep(1e-15, 60)).toBe(5_000 * DAY);
});

test("ticks are the multiples within the span, both ends included, also before zero", () => {
  expect(ticksIn({ from: 0, to: 30 }, 10)).toEqual([0, 10, 20, 30]);
  expect(ticksIn({ from: -15, to: 15 }, 10)).toEqual([-10, 0, 10]);
  expect(ticksIn({ from: 1, to: 9 }, 10)).toEqual([]);
});

test("an offset moves every tick: windows may start beside the multiples of their size", () => {
  expect(ticksIn({ from: 0, to: 30 }, 10, 3)).toEqual([3, 13, 23]);
});

test("there are never more than 500 ticks", () => {
  expect(ticksIn({ from: 0, to: 1e9 }, 1)).toHaveLength(500);
});
