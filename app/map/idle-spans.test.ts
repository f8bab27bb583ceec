import { expect, test } from "vitest";
import { handMadeMirror } from "./hand-made-mirror.ts";
import { IdleIndex } from "./idle-spans.ts";

const rules = { size: 10_000, bound: 2_000, lateness: 5_000 };
const mirror = handMadeMirror(
  [
    [1_000, 1_000, 0],
    [2_000, 2_000, 1],
    [14_000, 14_000, 0],
    [20_000, 20_000, 1],
  ],
  rules,
);

function spansAt(now: number, timeout: number | null = 10_000): unknown {
  const index = new IdleIndex();
  index.update(mirror, mirror.known, timeout);
  return index.spansAt(now);
}

test("a partition is idle from its last record plus the timeout until its next record", () => {
  expect(spansAt(10_999)).toEqual([]);
  expect(spansAt(11_000)).toEqual([{ partition: 0, from: 11_000, to: null }]);
  expect(spansAt(14_000)).toEqual([
    { partition: 0, from: 11_000, to: 14_000 },
    { partition: 1, from: 12_000, to: null },
  ]);
  expect(spansAt(23_999)).toEqual([
    { partition: 0, from: 11_000, to: 14_000 },
    { partition: 1, from: 12_000, to: 20_000 },
  ]);
});

test("a silence that nothing known ends goes on", () => {
  expect(spansAt(24_000)).toContainEqual({ partition: 0, from: 24_000, to: null });
});

test("without a timeout nothing is idle", () => {
  expect(spansAt(1e9, null)).toEqual([]);
});
