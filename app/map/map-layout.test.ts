import { describe, expect, test } from "vitest";
import { type LaidOut, layOut } from "./map-layout.ts";
import type { MapView } from "./map-types.ts";

const size = { width: 943, height: 427 };
const view: MapView = {
  orientation: "arrival-up",
  event: { from: 0, to: 60_000 },
  other: { from: 0, to: 66_000 },
};
const query = {
  windowed: true,
  partitions: 3,
  window: { kind: "tumbling", size: 10_000, offset: 0 },
} as const;
const B = { kind: "partition", partition: 1 } as const;

describe("one panel", () => {
  test("margins: left 56, right 16, top 24, bottom 44 with the window lane in it", () => {
    const [panel] = layOut(size, view, B, query);
    expect(panel!.projection.plot).toEqual({ left: 56, top: 24, width: 871, height: 359 });
    expect(panel!.lane).toEqual({
      kind: "cells",
      rows: 1,
      pitch: 18,
      left: 56,
      top: 405,
      width: 871,
      height: 18,
    });
    expect(panel).toMatchObject({ partition: 1, title: null, terse: false });
  });

  test("without windows there is no lane, and no room kept for one", () => {
    const [panel] = layOut(size, view, B, { ...query, windowed: false });
    expect(panel!.lane).toBeNull();
    expect(panel!.projection.plot.height).toBe(377);
  });

  test("with arrival to the right the lane stands beside the event axis", () => {
    const [panel] = layOut(size, { ...view, orientation: "arrival-right" }, B, query);
    const { plot } = panel!.projection;
    expect(panel!.lane).toMatchObject({ left: 56, top: plot.top, width: 18, height: plot.height });
    expect(plot.left).toBe(78);
  });

  test("a phone's map has fewer words", () => {
    expect(layOut({ width: 390, height: 390 }, view, B, query)[0]!.terse).toBe(true);
  });
});

test("all partitions of a query that has but one are that one", () => {
  expect(layOut(size, view, { kind: "all" }, { ...query, partitions: 1 })[0]!.partition).toBe(0);
  expect(layOut(size, view, { kind: "all" }, query)[0]!.partition).toBeNull();
});

describe("a split", () => {
  test("gives each partition a panel; all share the arrival axis, and the first carries its words", () => {
    const panels = layOut(size, view, { kind: "split" }, query);
    expect(panels.map(({ title }) => title)).toEqual(["A", "B", "C"]);
    expect(panels.map(({ leads }) => leads)).toEqual([true, false, false]);
    expect(new Set(panels.map(({ projection }) => projection.y(0, 30_000))).size).toBe(1);
    for (let i = 1; i < panels.length; i++) {
      const before = panels[i - 1]!.projection.plot;
      expect(panels[i]!.projection.plot.left).toBeCloseTo(before.left + before.width + 20, 6);
    }
  });

  test("with arrival to the right panels lie one above the other", () => {
    const panels = layOut(size, { ...view, orientation: "arrival-right" }, { kind: "split" }, query);
    expect(new Set(panels.map(({ projection }) => projection.x(0, 30_000))).size).toBe(1);
    expect(panels.map(({ leads }) => leads)).toEqual([false, false, true]);
  });

  test("has at most eight panels", () => {
    expect(layOut(size, view, { kind: "split" }, { ...query, partitions: 12 })).toHaveLength(8);
  });
});

describe("rows of windows under the axis", () => {
  const hop = (size: number) =>
    ({ kind: "hopping", size, advance: 5_000, offset: 0, noneBelowZero: false }) as const;
  const laneOf = (window: LaidOut["window"], more: Partial<LaidOut> = {}, height = 427) =>
    layOut({ width: 943, height }, view, more.partitions === 1 ? B : { kind: "all" }, {
      ...query,
      window,
      ...more,
    })[0]!.lane;

  test("overlapping windows have as many as one time may lie in, lower where there are many", () => {
    expect(laneOf(hop(15_000))).toMatchObject({ kind: "brackets", rows: 3, pitch: 20, height: 60 });
    expect(laneOf(hop(30_000))).toMatchObject({ kind: "brackets", rows: 6, pitch: 16 });
    expect(laneOf(hop(50_000))).toMatchObject({ kind: "brackets", rows: 10, pitch: 8 });
  });

  test("too many of them, or too low a map, leave one row of cells for the steps in which they end", () => {
    expect(laneOf(hop(100_000))).toMatchObject({ kind: "ends", rows: 1, height: 18 });
    expect(laneOf(hop(30_000), {}, 150)).toMatchObject({ kind: "ends" });
  });

  test("windows with gaps between them need one", () => {
    expect(laneOf(hop(3_000))).toMatchObject({ kind: "cells", rows: 1 });
  });

  test("sessions have one for each group, up to three: of the partition in focus, or of all", () => {
    const session = { kind: "session", gap: 5_000, touchingJoins: true, shownEnd: "last" } as const;
    const groups = { most: 1, all: 9 };
    expect(laneOf(session, { groups, partitions: 1 })).toMatchObject({ kind: "capsules", rows: 1 });
    expect(laneOf(session, { groups })).toMatchObject({ kind: "capsules", rows: 3, pitch: 20 });
  });
});
