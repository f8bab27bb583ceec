import { expect, test } from "vitest";
import type { QuerySummary } from "../../../engine/client/types.ts";
import { handMadeMirror } from "../hand-made-mirror.ts";
import type { HandMadeRecord } from "../hand-made-trace.ts";
import { handMadeState } from "../hand-made-state.ts";
import { layOut } from "../map-layout.ts";
import type { MapView, Orientation } from "../map-types.ts";
import { drawWatermarks } from "./watermarks.ts";

const query = {
  windowed: true,
  window: null,
  partitions: 1,
  watermarkScope: "partition",
  expireDelay: 0,
  idleTimeout: null,
} as QuerySummary;

/** Widths of the lines that the watermark of a log of so many days is drawn with: each day is a tooth. */
function widths(days: number, orientation: Orientation): (number | undefined)[] {
  const records = Array.from({ length: days }, (_, day): HandMadeRecord => [
    1_000 * day,
    1_000 * day + 10,
    0,
  ]);
  const mirror = handMadeMirror(records, { size: 1_000, bound: 0, lateness: 0 });
  const to = 1_000 * days;
  const other = orientation === "delay-up" ? { from: 0, to: 500 } : { from: 0, to };
  const view: MapView = { orientation, event: { from: 0, to }, other };
  const [panel] = layOut({ width: 900, height: 500 }, view, { kind: "partition", partition: 0 }, query);
  return drawWatermarks(handMadeState(mirror, days, query), panel!).shapes.flatMap((shape) =>
    shape.kind === "line" ? [shape.width] : [],
  );
}

test("a watermark has a casing, so that it is seen over other lines", () => {
  expect(widths(10, "delay-up")).toEqual([4.5, 2]);
});

test("a split that is silent has its hatch, under the scope source too", () => {
  // Split 1 is silent from 2 s on; the timeout is 5 s.
  const records: HandMadeRecord[] = [1, 2, 6, 12, 20].map((s) => [1_000 * s, 1_000 * s, 0]);
  const mirror = handMadeMirror(records, { size: 1_000, bound: 0, lateness: 0 });
  mirror.split = Int16Array.of(0, 1, 0, 0, 0);
  const [own] = mirror.clocks.values();
  mirror.clocks.set(1, { ...own!, seqs: Float64Array.of(1), values: Float64Array.of(2_000), length: 1 });
  const of = { ...query, watermarkScope: "source", idleTimeout: 5_000 } as QuerySummary;
  const all = { from: 0, to: 20_000 };
  const view: MapView = { orientation: "arrival-up", event: all, other: all };
  const [panel] = layOut({ width: 900, height: 500 }, view, { kind: "partition", partition: 0 }, of);
  const { shapes } = drawWatermarks(handMadeState(mirror, 5, of), panel!);
  const { projection } = panel!;
  const [from, to] = [projection.y(2_000, 7_000), projection.y(2_000, 20_000)];
  const x = projection.x(2_000, 7_000);
  expect(shapes.filter(({ kind }) => kind === "area")).toMatchObject([
    // Split 0 was silent from 6 to 12 s, and from 12 to 20 s.
    { points: expect.anything(), fill: { hatch: "idle" } },
    { points: expect.anything(), fill: { hatch: "idle" } },
    { points: [x - 4, from, x + 4, from, x + 4, to, x - 4, to], fill: { hatch: "idle" } },
  ]);
});

test("one that would fill the plot with its teeth is a thin line alone", () => {
  expect(widths(200, "delay-up")).toEqual([1]);
  expect(widths(200, "arrival-up")).toEqual([4.5, 2]);
});
