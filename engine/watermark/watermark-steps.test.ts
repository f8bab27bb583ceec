import { expect, test } from "vitest";
import { WatermarkSteps } from "./watermark-steps.ts";

function stepsOf(...entries: readonly (readonly [row: number, value: number, deadline?: number])[]) {
  const steps = new WatermarkSteps();
  steps.begin(-Infinity);
  for (const [row, value, deadline = null] of entries) steps.push(row, value, deadline);
  return steps;
}

test("before a timer stand the steps of earlier records, and of its own record the timers up to its deadline", () => {
  const steps = stepsOf([3, 10], [5, 20, 100], [5, 30, 200], [5, 40]);
  expect(steps.countBefore(3, 100)).toBe(0);
  expect(steps.countBefore(4, 100)).toBe(1);
  expect([99, 100, 199, 200, 1_000].map((deadline) => steps.countBefore(5, deadline))).toEqual([
    1, 2, 2, 3, 3,
  ]);
  expect(steps.countBefore(6, 0)).toBe(4);
});

test("deadlines survive more room", () => {
  const steps = new WatermarkSteps();
  steps.begin(0);
  for (let row = 0; row < 100; row++) steps.push(row, row + 1, row % 2 === 0 ? row : null);
  expect([...steps.timers.subarray(98, 100)]).toEqual([1, 0]);
  expect([97, 98].map((deadline) => steps.countBefore(98, deadline))).toEqual([98, 99]);
});
