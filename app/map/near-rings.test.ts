import { expect, test } from "vitest";
import { handMadeMirror } from "./hand-made-mirror.ts";
import { layOut } from "./map-layout.ts";
import type { MapState } from "./map-state.ts";
import { nearRings } from "./near-rings.ts";

/** 100 px for 10 s of arrival: a ring is about 1.1 s high. */
const view = {
  orientation: "arrival-up",
  event: { from: 0, to: 60_000 },
  other: { from: 0, to: 60_000 },
} as const;
const query = { windowed: false, partitions: 1, window: null };
const [panel] = layOut({ width: 672, height: 650 }, view, { kind: "all" }, query);

function near(read: number, arrivals: readonly number[]): ReturnType<typeof nearRings> {
  const mirror = handMadeMirror(
    arrivals.map((arrival) => [arrival, arrival, 0] as const),
    { size: 10_000, bound: 0, lateness: 0 },
  );
  const state = { mirror, position: { read, ended: false }, now: arrivals[read - 1] } as unknown as MapState;
  return nearRings(state, panel!, "shapes");
}

test("where the next record is a ring away from now, the bitmap is cut between the two", () => {
  expect(near(1, [10_000, 14_000])).toEqual({ to: 1, since: 12_000 });
});

test("records whose rings would be cut are painted one by one, up to the first gap", () => {
  expect(near(1, [10_000, 10_100, 10_500, 14_500])).toEqual({ to: 3, since: 12_500 });
});

test("a record that arrives at the very same moment is still to come", () => {
  expect(near(1, [10_000, 10_000, 14_000])).toEqual({ to: 2, since: 12_000 });
});

test("the last ring of all is painted whole", () => {
  const { to, since } = near(1, [10_000, 10_100]);
  expect(to).toBe(2);
  expect(since).toBeGreaterThan(10_100);
});

test("in a crowd without a gap only a few are painted one by one", () => {
  const crowd = Array.from({ length: 1_000 }, (_, i) => 10_000 + i * 10);
  expect(near(1, crowd).to).toBeLessThan(100);
});
