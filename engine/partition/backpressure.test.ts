import { expect, test } from "vitest";
import { backpressureOf, fullest } from "./backpressure.ts";

test.each([
  [300, "healthy"],
  [500, "healthy"],
  [699, "healthy"],
  [700, "warning"],
  [750, "warning"],
  [849, "warning"],
  [850, "critical"],
  [900, "critical"],
  [949, "critical"],
  [950, "saturated"],
  [980, "saturated"],
  [1_000, "saturated"],
])("fact 32: %i of 1,000 in a queue is %s: the states begin at 70, 85 and 95 %%", (depth, state) => {
  expect(backpressureOf(depth, 1_000).state).toBe(state);
});

test("fact 32: a warning holds nothing back; critical and saturated queues do", () => {
  const throttles = [500, 750, 900, 980].map((depth) => backpressureOf(depth, 1_000).throttles);
  expect(throttles).toEqual([false, false, true, true]);
});

test("fact 33: the source waits 0, 0.1, 0.2 and 10 ms, from state to state", () => {
  const delays = [500, 750, 900, 980].map((depth) => backpressureOf(depth, 1_000).delay);
  expect(delays).toEqual([0, 0.1, 0.2, 10]);
});

test("fact 34: 1,500 where 1,000 have room is saturated, and nothing is fuller than full", () => {
  expect(backpressureOf(1_500, 1_000)).toMatchObject({ utilization: 1, state: "saturated" });
});

test("a queue that holds nothing has no utilization", () => {
  expect(backpressureOf(0, 0)).toEqual({ utilization: 0, state: "healthy", throttles: false, delay: 0 });
});

test("the fullest queue slows the source; without queues nothing does", () => {
  const queues = [backpressureOf(1, 10), backpressureOf(9, 10), backpressureOf(7, 10)];
  expect(fullest(queues)).toMatchObject({ utilization: 0.9, state: "critical" });
  expect(fullest([]).state).toBe("healthy");
});
