import { expect, test } from "vitest";
import { ReplayRate } from "./replay-rate.ts";

test("the rate is records passed a second of the clock, smoothed, and starts anew with play", () => {
  const rate = new ReplayRate();
  rate.start(100, 0);
  rate.measure(150, 100);
  expect(rate.value).toBe(0);
  rate.measure(600, 500);
  expect(rate.value).toBe(1_000);
  rate.measure(600, 1_000);
  expect(rate.value).toBe(500);
  rate.start(0, 2_000);
  expect(rate.value).toBe(0);
});
