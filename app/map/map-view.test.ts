import { describe, expect, test } from "vitest";
import { handMadeMirror } from "./hand-made-mirror.ts";
import { clampView, firstOrientation, fitView, oneToOne, panView, zoomView } from "./map-view.ts";
import { project } from "./projection.ts";

const rules = { size: 10_000, bound: 2_000, lateness: 5_000 };
const mirror = handMadeMirror(
  [
    [600, 1_300, 0],
    [8_600, 24_100, 0],
    [29_000, 56_200, 1],
    [57_500, 58_800, 0],
  ],
  rules,
);
const options = {
  orientation: "arrival-up",
  window: { kind: "tumbling", size: 10_000, offset: 0 },
  lastArrival: null,
} as const;

describe("the first view", () => {
  const apart = (delay: number, length: number) =>
    handMadeMirror(
      [
        [0, delay, 0],
        [length, length, 0],
      ],
      rules,
    );

  test("shows delays where the widest is under a twentieth of the log's length", () => {
    expect(firstOrientation(apart(4_900, 104_900), null)).toBe("delay-up");
    expect(firstOrientation(apart(5_100, 104_900), null)).toBe("arrival-up");
  });

  test("goes by the whole length where it is known before all records are", () => {
    expect(firstOrientation(apart(5_000, 20_000), 1_000_000)).toBe("delay-up");
  });

  test("an event ahead of its arrival is a delay too", () => {
    expect(firstOrientation(apart(-50_000, 100_000), null)).toBe("arrival-up");
  });

  test("shows arrivals where there is no delay at all, and before a record is known", () => {
    expect(firstOrientation(apart(0, 100_000), null)).toBe("arrival-up");
    expect(firstOrientation(handMadeMirror([], rules), null)).toBe("arrival-up");
  });

  test("of orders that come a quarter of a minute late in a minute goes arrival up", () => {
    expect(firstOrientation(mirror, null)).toBe("arrival-up");
  });
});

describe("a fitted view", () => {
  test("begins and ends with a window", () => {
    expect(fitView(mirror, options)!.event).toEqual({ from: 0, to: 60_000 });
  });

  test("holds every window of overlapping ones that has a record", () => {
    const window = {
      kind: "hopping",
      size: 15_000,
      advance: 5_000,
      offset: 0,
      noneBelowZero: false,
    } as const;
    const hops = handMadeMirror(
      [
        [11_000, 11_600, 0],
        [39_000, 40_000, 0],
      ],
      rules,
    );
    expect(fitView(hops, { ...options, window })!.event).toEqual({ from: 0, to: 50_000 });
  });

  test("does not grow with windows that are far longer than the log", () => {
    const window = { kind: "tumbling", size: 3_600_000, offset: 0 } as const;
    expect(fitView(mirror, { ...options, window })!.event).toEqual({ from: 0, to: 60_000 });
  });

  test("ends where the last session may, a gap after its last record", () => {
    const window = { kind: "session", gap: 5_000, touchingJoins: true, shownEnd: "last+gap" } as const;
    expect(fitView(mirror, { ...options, window })!.event.to).toBeGreaterThanOrEqual(62_500);
  });

  test("keeps at least 4 s free above the last arrival, for the letters", () => {
    const { other } = fitView(mirror, options)!;
    expect(other.from).toBe(0);
    expect(other.to - 58_800).toBeGreaterThanOrEqual(4_000);
    expect(other.to).toBeLessThan(70_000);
  });

  test("of a log of days keeps a like share free", () => {
    const day = 86_400_000;
    const long = handMadeMirror(
      [
        [0, 1_000, 0],
        [20 * day, 20 * day, 0],
      ],
      rules,
    );
    const { other, event } = fitView(long, options)!;
    expect((other.to - 20 * day) / (20 * day)).toBeCloseTo(0.12, 2);
    expect(event.to).toBeGreaterThan(20 * day);
  });

  test("includes what is not read yet, where the log's end is known", () => {
    expect(fitView(mirror, { ...options, lastArrival: 100_000 })!.other.to).toBeGreaterThan(104_000);
  });

  test("by delay ends at the greatest delay, rounded up", () => {
    expect(fitView(mirror, { ...options, orientation: "delay-up" })!.other).toEqual({ from: 0, to: 30_000 });
  });

  test("by delay begins below zero where an event lies ahead of its arrival", () => {
    const early = handMadeMirror([[9_000, 2_000, 0]], rules);
    expect(fitView(early, { ...options, orientation: "delay-up" })!.other.from).toBeLessThanOrEqual(-7_000);
  });

  test("does not exist before a record is known", () => {
    expect(fitView(handMadeMirror([], rules), options)).toBeNull();
  });

  test("of a single instant still has a length", () => {
    const { event, other } = fitView(handMadeMirror([[5, 5, 0]], rules), options)!;
    expect(event.to).toBeGreaterThan(event.from);
    expect(other.to).toBeGreaterThan(other.from);
  });
});

const view = { orientation: "arrival-up", event: { from: 0, to: 100 }, other: { from: 0, to: 50 } } as const;

test("1:1 gives a ms of either axis as many px", () => {
  const plot = { left: 0, top: 0, width: 800, height: 200 };
  const { eventScale, otherScale } = project(oneToOne(view, plot), plot);
  expect(eventScale).toBeCloseTo(otherScale, 9);
});

test("zooming leaves the point under the pointer where it was", () => {
  const plot = { left: 0, top: 0, width: 800, height: 200 };
  const near = project(zoomView(view, 4, { event: 20, arrival: 40 }), plot);
  const before = project(view, plot);
  expect(near.x(20, 40)).toBeCloseTo(before.x(20, 40), 6);
  expect(near.y(20, 40)).toBeCloseTo(before.y(20, 40), 6);
  expect(near.eventScale).toBeCloseTo(4 * before.eventScale, 6);
});

test("zooming in delay-up holds the delay of the point", () => {
  const delay = { ...view, orientation: "delay-up" } as const;
  const { other } = zoomView(delay, 2, { event: 20, arrival: 45 });
  expect(other).toEqual({ from: 12.5, to: 37.5 });
});

test("zooming may concern one axis alone, and ends at 2 ms", () => {
  expect(zoomView(view, 2, { event: 0, arrival: 0 }, "event").other).toEqual(view.other);
  const { event } = zoomView(view, 1e9, { event: 50, arrival: 0 });
  expect(event.to - event.from).toBe(2);
});

test("a view cannot be moved away from what there is to see", () => {
  const whole = view;
  const { event, other } = clampView(panView(view, 1_000, -1_000), whole);
  expect((event.from + event.to) / 2).toBe(100);
  expect((other.from + other.to) / 2).toBe(0);
});
