import { expect, test } from "vitest";
import type { RunState } from "../../engine/client/types.ts";
import { causedBy, stepOf } from "./step-of.ts";

const at = (phase: RunState["phase"], position: number): RunState =>
  ({ phase, position }) as Partial<RunState> as RunState;

test("the step is the record that was read last, the end of input once it was processed", () => {
  expect(stepOf(at("paused", 42))).toBe(41);
  expect(stepOf(at("finished", 49))).toBe(Infinity);
  expect([41, 42, Infinity].map((cause) => causedBy(41)({ cause }))).toEqual([true, false, false]);
});

test("there is no step at the start, and none is lit while the run plays", () => {
  expect(stepOf(null)).toBeNull();
  expect(stepOf(at("paused", 0))).toBeNull();
  expect(stepOf(at("playing", 42))).toBeNull();
  expect(causedBy(null)({ cause: 0 })).toBe(false);
});
