import { expect, test } from "vitest";
import { settingStep } from "./setting-step.ts";

test("a limit that must be passed is passed by the next 0.1 s, also where it lies on one", () => {
  expect(settingStep({ ms: 6400, over: true })).toBe(6500);
  expect(settingStep({ ms: 6401, over: true })).toBe(6500);
  expect(settingStep({ ms: 0, over: true })).toBe(100);
});

test("a limit that is enough is met", () => {
  expect(settingStep({ ms: 6400, over: false })).toBe(6400);
  expect(settingStep({ ms: 6401, over: false })).toBe(6500);
});
