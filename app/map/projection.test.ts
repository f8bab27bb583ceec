import { describe, expect, test } from "vitest";
import type { MapView, Orientation } from "./map-types.ts";
import { leanOf, onPlot, project } from "./projection.ts";

const plot = { left: 56, top: 24, width: 600, height: 300 };

function at(orientation: Orientation, other = { from: 0, to: 60_000 }): ReturnType<typeof project> {
  const view: MapView = { orientation, event: { from: 0, to: 60_000 }, other };
  return project(view, plot);
}

describe("where an instant lies", () => {
  test("arrival-up: event time goes right and arrival goes up, as in the books", () => {
    const { x, y } = at("arrival-up");
    expect([x(0, 0), y(0, 0)]).toEqual([56, 324]);
    expect([x(60_000, 60_000), y(60_000, 60_000)]).toEqual([656, 24]);
    expect([x(30_000, 45_000), y(30_000, 45_000)]).toEqual([356, 99]);
  });

  test("arrival-right: arrival goes right and event time goes up", () => {
    const { x, y } = at("arrival-right");
    expect([x(30_000, 45_000), y(30_000, 45_000)]).toEqual([506, 174]);
  });

  test("delay-up is arrival-up sheared: equal delays lie level, now falls to the right", () => {
    const { x, y } = at("delay-up", { from: 0, to: 30_000 });
    expect(y(10_000, 15_000)).toBe(y(40_000, 45_000));
    expect(y(10_000, 10_000)).toBe(324);
    expect(y(40_000, 50_000)).toBeGreaterThan(y(30_000, 50_000));
    expect([x(10_000, 15_000), y(10_000, 15_000)]).toEqual([156, 274]);
  });

  test.each<Orientation>(["arrival-up", "arrival-right", "delay-up"])(
    "%s: invert is the way back",
    (orientation) => {
      const projection = at(orientation);
      const { event, arrival } = projection.invert(
        projection.x(12_345, 23_456),
        projection.y(12_345, 23_456),
      );
      expect(event).toBeCloseTo(12_345, 6);
      expect(arrival).toBeCloseTo(23_456, 6);
    },
  );

  test("times as large as ms since the epoch keep their fractions of a pixel", () => {
    const from = 1_780_000_000_000;
    const view: MapView = {
      orientation: "arrival-up",
      event: { from, to: from + 10 },
      other: { from, to: from + 10 },
    };
    const { x } = project(view, plot);
    expect(x(from + 5, from)).toBeCloseTo(356, 6);
    expect(x(from + 6, from) - x(from + 5, from)).toBeCloseTo(60, 6);
  });
});

test("a line of one arrival leans only in delay-up", () => {
  expect(leanOf(at("arrival-up"))).toBe(0);
  expect(leanOf(at("arrival-right"))).toBe(0);
  expect(leanOf(at("delay-up", { from: 0, to: 30_000 }))).toBeCloseTo(Math.PI / 4, 6);
});

test("a margin widens the plot, and a negative one narrows it", () => {
  const projection = at("arrival-up");
  expect(onPlot(projection, 54, 100, 0)).toBe(false);
  expect(onPlot(projection, 54, 100, 2)).toBe(true);
  expect(onPlot(projection, 57, 100, -2)).toBe(false);
});
