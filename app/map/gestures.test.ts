import { expect, test } from "vitest";
import { centreView, dragView, pinchView, wheelFactor, zoomAt } from "./gestures.ts";
import type { MapView, Orientation } from "./map-types.ts";
import { project } from "./projection.ts";

const plot = { left: 50, top: 20, width: 400, height: 200 };

function view(orientation: Orientation): MapView {
  return { orientation, event: { from: 0, to: 40_000 }, other: { from: 0, to: 20_000 } };
}

const orientations: readonly Orientation[] = ["arrival-up", "arrival-right", "delay-up"];

test.each(orientations)("%s: what is dragged stays under the pointer", (orientation) => {
  const before = project(view(orientation), plot);
  const { event, arrival } = before.invert(150, 100);
  const after = project(dragView(view(orientation), before, 30, -25), plot);
  expect(after.x(event, arrival)).toBeCloseTo(180, 6);
  expect(after.y(event, arrival)).toBeCloseTo(75, 6);
});

test.each(orientations)("%s: what is under the pointer stays there while it zooms", (orientation) => {
  const before = project(view(orientation), plot);
  const { event, arrival } = before.invert(150, 100);
  const after = project(zoomAt(view(orientation), before, 2, 150, 100), plot);
  expect(after.x(event, arrival)).toBeCloseTo(150, 6);
  expect(after.y(event, arrival)).toBeCloseTo(100, 6);
  expect(after.eventScale).toBeCloseTo(2 * before.eventScale, 9);
});

test("on an axis only that axis zooms", () => {
  const before = project(view("arrival-up"), plot);
  const under = zoomAt(view("arrival-up"), before, 2, 150, 230);
  expect(under.event).toEqual({ from: 5_000, to: 25_000 });
  expect(under.other).toEqual({ from: 0, to: 20_000 });
  const beside = zoomAt(view("arrival-up"), before, 2, 20, 120);
  expect(beside.event).toEqual({ from: 0, to: 40_000 });
  expect(beside.other).toEqual({ from: 5_000, to: 15_000 });
});

test("two fingers that part keep the points under them, and moving together drag", () => {
  const before = project(view("arrival-up"), plot);
  const a = { x: 150, y: 100 };
  const b = { x: 250, y: 100 };
  const after = project(
    pinchView(
      view("arrival-up"),
      before,
      [a, b],
      [
        { x: 120, y: 110 },
        { x: 320, y: 110 },
      ],
    ),
    plot,
  );
  for (const [from, to] of [
    [a, { x: 120, y: 110 }],
    [b, { x: 320, y: 110 }],
  ] as const) {
    const { event, arrival } = before.invert(from.x, from.y);
    expect(after.x(event, arrival)).toBeCloseTo(to.x, 6);
    expect(after.y(event, arrival)).toBeCloseTo(to.y, 6);
  }
});

test("a turn of the wheel and the same turn back end where they began", () => {
  for (const [delta, mode] of [
    [120, 0],
    [3, 1],
    [1, 2],
    [9_999, 0],
  ] as const)
    expect(wheelFactor(delta, mode) * wheelFactor(-delta, mode)).toBeCloseTo(1, 12);
  expect(wheelFactor(-100, 0)).toBeGreaterThan(1);
});

test("centred, a point lies in the middle of both axes", () => {
  expect(centreView(view("arrival-up"), 30_000, 1_000)).toEqual({
    orientation: "arrival-up",
    event: { from: 10_000, to: 50_000 },
    other: { from: -9_000, to: 11_000 },
  });
});
