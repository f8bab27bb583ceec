import { expect, test } from "vitest";
import { handMadeMirror } from "./hand-made-mirror.ts";
import type { HandMadeRecord } from "./hand-made-trace.ts";
import { IdleIndex } from "./idle-spans.ts";

const rules = { size: 10_000, bound: 2_000, lateness: 5_000 };
const records: readonly HandMadeRecord[] = [
  [1_000, 1_000, 0],
  [2_000, 2_000, 1],
  [14_000, 14_000, 0],
  [20_000, 20_000, 1],
];
const mirror = handMadeMirror(records, rules);

function spansAt(now: number, timeout: number | null = 10_000): unknown {
  const index = new IdleIndex();
  index.update(mirror, mirror.known, timeout);
  return [0, 1].flatMap((partition) => index.spansOf(partition, now));
}

test("a partition is idle from its last record plus the timeout until its next record", () => {
  expect(spansAt(10_999)).toEqual([]);
  expect(spansAt(11_000)).toEqual([{ clock: 0, from: 11_000, to: null }]);
  expect(spansAt(14_000)).toEqual([
    { clock: 0, from: 11_000, to: 14_000 },
    { clock: 1, from: 12_000, to: null },
  ]);
  expect(spansAt(23_999)).toEqual([
    { clock: 0, from: 11_000, to: 14_000 },
    { clock: 1, from: 12_000, to: 20_000 },
  ]);
});

test("a silence that nothing known ends goes on", () => {
  expect(spansAt(24_000)).toContainEqual({ clock: 0, from: 24_000, to: null });
});

test("where splits have clocks it is they that are idle, whatever partition their records go to", () => {
  const split = Int16Array.of(0, 0, 1, -1);
  const index = new IdleIndex();
  index.update(Object.assign(handMadeMirror(records, rules), { split }), mirror.known, 10_000);
  expect([0, 1].flatMap((clock) => index.spansOf(clock, 24_000))).toEqual([
    { clock: 0, from: 12_000, to: null },
    { clock: 1, from: 24_000, to: null },
  ]);
});

test("only silences that lasted long enough are told, where that is asked", () => {
  const index = new IdleIndex();
  index.update(mirror, mirror.known, 10_000);
  expect(index.spansOf(0, 23_999, 3_000)).toEqual([{ clock: 0, from: 11_000, to: 14_000 }]);
  expect(index.spansOf(0, 23_999, 3_001)).toEqual([]);
  expect(index.spansOf(0, 30_000, 3_001)).toEqual([{ clock: 0, from: 24_000, to: null }]);
});

test("a partition is idle at a moment of a silence that goes on, or that something later ends", () => {
  const index = new IdleIndex();
  index.update(mirror, mirror.known, 10_000);
  expect([10_999, 11_000, 13_999, 14_000, 24_000].map((now) => index.isIdle(0, now))).toEqual([
    false,
    true,
    true,
    false,
    true,
  ]);
});

test("without a timeout nothing is idle", () => {
  expect(spansAt(1e9, null)).toEqual([]);
});
