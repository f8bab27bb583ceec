import { expect, test } from "vitest";
import type { QuerySummary } from "../../../engine/client/types.ts";
import { handMadeMirror } from "../hand-made-mirror.ts";
import { handMadeState } from "../hand-made-state.ts";
import { layOut } from "../map-layout.ts";
import type { MapView, Orientation } from "../map-types.ts";
import { chipOf } from "./now-line.ts";

const query = { windowed: true, partitions: 1, idleTimeout: null } as QuerySummary;

function chip(now: number, orientation: Orientation) {
  const mirror = handMadeMirror([[0, 0, 0]], { size: 1_000, bound: 0, lateness: 0 });
  const span = { from: 0, to: 10_000 };
  const view: MapView = { orientation, event: span, other: span };
  const [panel] = layOut({ width: 900, height: 500 }, view, { kind: "partition", partition: 0 }, query);
  return chipOf(handMadeState(mirror, 1, query, { now }), panel!);
}

test.each(["delay-up", "arrival-right"] as const)(
  "the chip of now is never cut by the canvas (%s)",
  (orientation) => {
    const [first, last] = [chip(0, orientation)!, chip(10_000, orientation)!];
    expect(first.left).toBeGreaterThanOrEqual(0);
    expect(last.left + last.width).toBeLessThanOrEqual(900);
  },
);

test("off the plot there is none", () => {
  expect(chip(20_000, "delay-up")).toBeNull();
});
