import { describe, expect, test } from "vitest";
import { joinBins, placeLabels, timeTicks, valueDomain, valueTicks } from "./scale.ts";

describe("ticks", () => {
  test("of time are round and no more than asked for", () => {
    expect(timeTicks({ low: 800, high: 58_800 }, 6)).toEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
    const day = 86_400_000;
    const months = timeTicks({ low: 0, high: 90 * day }, 8);
    expect(months.length).toBeLessThanOrEqual(9);
    expect(months.every((at) => at % day === 0)).toBe(true);
    for (const span of [1, 17, 1000, 12_345, 1e7, 1e10, 1e13])
      expect(timeTicks({ low: 3, high: 3 + span }, 6).length, String(span)).toBeLessThanOrEqual(7);
  });

  test("of values are round and enclose both ends", () => {
    expect(valueTicks({ low: 0, high: 113 }, 4)).toEqual([0, 50, 100, 150]);
    expect(valueTicks({ low: 0, high: 3 }, 4)).toEqual([0, 1, 2, 3]);
    expect(valueTicks({ low: 0, high: 0 }, 4)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(valueTicks({ low: -8, high: 12 }, 4)).toEqual([-10, -5, 0, 5, 10, 15]);
    expect(valueTicks({ low: 0, high: 0.07 }, 4)).toEqual([0, 0.02, 0.04, 0.06, 0.08]);
    expect(valueTicks({ low: 389, high: 391 }, 4)).toEqual([389, 389.5, 390, 390.5, 391]);
  });

  test("values start at zero, unless the highlighted ones would lie in a flat line", () => {
    const all = { low: 160, high: 400 };
    expect(valueDomain(all, { low: 200, high: 390 })).toEqual({ low: 0, high: 400 });
    expect(valueDomain(all, { low: 389, high: 391 })).toEqual({ low: 389, high: 391 });
    expect(valueDomain(all, { low: 390, high: 390 })).toEqual({ low: 0, high: 400 });
    expect(valueDomain({ low: -9, high: -2 }, { low: -9, high: -2 })).toEqual({ low: -9, high: 0 });
  });
});

describe("labels", () => {
  test("stand right of their point, or turn to the left at the edge", () => {
    expect(placeLabels([{ x: 10, y: 50, width: 40 }], [], { left: 0, right: 100, top: 0 })).toEqual([
      { index: 0, x: 19, y: 54, anchor: "start" },
    ]);
    expect(placeLabels([{ x: 90, y: 50, width: 40 }], [], { left: 0, right: 100, top: 0 })[0]).toMatchObject({
      anchor: "end",
      y: 40,
    });
  });

  test("never cover the axis: one that would is left out", () => {
    const marks = [{ x: 30, y: 50 }];
    expect(placeLabels([{ x: 20, y: 50, width: 40 }], marks, { left: 15, right: 100, top: 0 })[0]?.x).toBe(
      16,
    );
    expect(placeLabels([{ x: 20, y: 50, width: 40 }], marks, { left: 18, right: 58, top: 0 })).toEqual([]);
  });

  test("never cover one another; one without room is left out", () => {
    const same = Array.from({ length: 8 }, () => ({ x: 50, y: 50, width: 40 }));
    const placed = placeLabels(same, [], { left: 0, right: 200, top: 0 });
    expect(placed.length).toBeGreaterThan(1);
    expect(placed.length).toBeLessThan(8);
    for (const a of placed)
      for (const b of placed) {
        if (a === b) continue;
        const [left, other] = [a, b].map(({ x, anchor }) => (anchor === "start" ? x : x - 40)) as [
          number,
          number,
        ];
        expect(Math.abs(left - other) >= 40 || Math.abs(a.y - b.y) >= 15).toBe(true);
      }
  });
});

test("a label never covers a mark", () => {
  const mark = { x: 40, y: 50 };
  expect(placeLabels([{ x: 10, y: 50, width: 40 }], [mark], { left: 0, right: 100, top: 0 })).toEqual([
    { index: 0, x: 6, y: 40, anchor: "start" },
  ]);
});

test("bins are joined to a round width and lose nothing", () => {
  const bins = Array.from({ length: 60 }, (_, n) => ({
    start: n * 1000,
    countedLate: n % 3,
    dropped: n % 2,
  }));
  const { bins: joined, width } = joinBins(bins, 1000, 60_000, 16);
  expect(width).toBe(5000);
  expect(joined.map(({ start }) => start)).toEqual(Array.from({ length: 12 }, (_, n) => n * 5000));
  expect(joined.reduce((sum, { dropped }) => sum + dropped, 0)).toBe(30);
  expect(joined.reduce((sum, { countedLate }) => sum + countedLate, 0)).toBe(60);
  expect(joinBins(bins, 2000, 90 * 2000, 20).width).toBe(10_000);
  expect(joinBins(bins, 7000, 90 * 7000, 20).width).toBe(35_000);
  expect(joinBins(bins, 1000, 60_000, 60)).toEqual({ bins, width: 1000 });
});
