import { expect, test } from "vitest";
import { busyDrag, queueModel, timeAt } from "./queue-model.ts";

const one = { partitions: 1, drag: 10, slots: 2, until: Infinity };

function model(
  arrivals: readonly number[],
  partitionOf: readonly number[],
  changed: Partial<typeof one> = {},
) {
  return queueModel({ ...one, ...changed, arrivals, partitionOf });
}

test("a worker takes one record after the other, and each waits for those before it", () => {
  const { lanes, held } = model([0, 4], [0, 0]);
  expect(lanes[0]!.steps).toEqual([
    { at: 0, depth: 1 },
    { at: 4, depth: 2 },
    { at: 10, depth: 1 },
    { at: 20, depth: 0 },
  ]);
  expect([...lanes[0]!.times]).toEqual([10, 16]);
  expect([lanes[0]!.peak, lanes[0]!.depth, held]).toEqual([2, 0, 0]);
});

test("a full queue holds the source back until a place is free, and nothing is lost", () => {
  const { lanes, held, longest } = model([0, 1, 2, 3], [0, 0, 0, 0]);
  expect([lanes[0]!.peak, held, longest]).toEqual([2, 2, 17]);
  expect([...lanes[0]!.times]).toEqual([10, 19, 28, 37]);
  expect(lanes[0]!.steps.at(-1)).toEqual({ at: 40, depth: 0 });
});

test("a full queue holds back records of other partitions that come behind", () => {
  const { lanes } = model([0, 1, 2, 3], [0, 0, 0, 1], { partitions: 2 });
  expect(lanes[1]!.steps[0]).toEqual({ at: 10, depth: 1 });
  expect([...lanes[1]!.times]).toEqual([17]);
});

test("the queue at a moment is what was handed on and is not done", () => {
  expect(model([0, 4, 8], [0, 0, 0], { until: 5 }).lanes[0]).toMatchObject({ depth: 2, peak: 2 });
  expect(model([0, 4, 8], [0, 0, 0], { until: -1 }).lanes[0]).toMatchObject({ depth: 0, steps: [] });
});

test("no work is no queue, and a record without a partition goes to none", () => {
  const { lanes, held } = model([0, 0, 5], [0, -1, 0], { drag: 0 });
  expect([lanes[0]!.peak, lanes[0]!.depth, held]).toEqual([0, 0, 0]);
  expect([...lanes[0]!.times]).toEqual([0, 0]);
});

test("a time at a share is that of its rank", () => {
  const times = Float64Array.from({ length: 100 }, (_, i) => i + 1);
  expect([0.5, 0.95, 0.99, 1].map((share) => timeAt(times, share))).toEqual([50, 95, 99, 100]);
  expect(timeAt(new Float64Array(0), 0.5)).toBeNull();
});

test("the drag that is offered keeps the partitions busy for three quarters of the run", () => {
  expect(busyDrag(58_000, 49, 3)).toBe(2_700);
  expect(busyDrag(0, 49, 3)).toBe(1);
});
