import { expect, test } from "vitest";
import { lanePath } from "./lane-path.ts";
import type { QueueLane } from "./queue-model.ts";

const lane = (steps: QueueLane["steps"]): QueueLane => ({
  steps,
  depth: 0,
  peak: 0,
  times: new Float64Array(0),
});
const place = { width: 100, height: 20, from: 0, to: 1_000 };

test("a lane is steps: each holds until the next", () => {
  const steps = [
    { at: 100, depth: 1 },
    { at: 500, depth: 2 },
  ];
  expect(lanePath(lane(steps), 4, place)).toBe("M0 20H10V15.0H50V10.0");
});

test("of steps on one pixel the highest is seen, then where they end", () => {
  const steps = [
    { at: 100, depth: 1 },
    { at: 101, depth: 4 },
    { at: 102, depth: 0 },
  ];
  expect(lanePath(lane(steps), 4, place)).toBe("M0 20H10V0.0V20.0");
});

test("nothing that comes is a line at the bottom", () => {
  expect(lanePath(lane([]), 4, place)).toBe("M0 20");
});
