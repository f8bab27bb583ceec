import { expect, test } from "vitest";
import { handMadeMirror } from "./hand-made-mirror.ts";
import { centredView, panelAt, panelOf, placeOfRecord, planeOf, worstRecordAt } from "./map-plane.ts";
import type { MapView } from "./map-types.ts";

const whole: MapView = {
  orientation: "arrival-up",
  event: { from: 0, to: 30_000 },
  other: { from: 0, to: 30_000 },
};
const size = { width: 900, height: 400 };
const query = { windowed: true, partitions: 3, window: null };
const mirror = handMadeMirror(
  [
    [3_000, 4_000, 0],
    [9_000, 9_500, 2],
  ],
  { size: 5_000, bound: 0, lateness: 0 },
);

test("in a split a record stands in the panel of its partition, and a point of the canvas finds that panel", () => {
  const plane = planeOf({ view: whole, whole }, size, { kind: "split" }, query);
  const place = placeOfRecord(plane, mirror, 1)!;
  expect(place.visible).toBe(true);
  expect(panelAt(plane, place.x, place.y)).toBe(panelOf(plane, 2));
});

test("a record that is not held, or not in view, is not visible", () => {
  const plane = planeOf({ view: whole, whole }, size, { kind: "all" }, query);
  expect(placeOfRecord(plane, mirror, 7)).toBeNull();
  const far: MapView = { ...whole, event: { from: 20_000, to: 30_000 } };
  expect(placeOfRecord(planeOf({ view: far, whole }, size, { kind: "all" }, query), mirror, 1)?.visible).toBe(
    false,
  );
});

test("centring brings a record to the middle, nearer from a view of all, and once there says so", () => {
  const plane = planeOf({ view: whole, whole }, size, { kind: "all" }, query);
  const view = centredView(plane, mirror, 1)!;
  expect(view.event.to - view.event.from).toBeCloseTo(10_000, 6);
  expect((view.event.from + view.event.to) / 2).toBeCloseTo(9_000, 6);
  expect((view.other.from + view.other.to) / 2).toBeCloseTo(9_500, 6);
  expect(centredView(planeOf({ view, whole }, size, { kind: "all" }, query), mirror, 1)).toBeNull();
});

test("where records share a mark a click finds the worst of them that has arrived", () => {
  const crowd = handMadeMirror(
    [
      [14_000, 14_000, 0],
      [3_000, 15_000, 0],
      [3_010, 15_010, 0],
      [25_000, 26_000, 0],
    ],
    { size: 5_000, bound: 0, lateness: 6_000 },
  );
  const plane = planeOf({ view: whole, whole }, size, { kind: "all" }, query);
  const place = placeOfRecord(plane, crowd, 1)!;
  crowd.fate[1] = 1;
  expect(worstRecordAt(plane, crowd, 3, place)).toBe(2);
  expect(worstRecordAt(plane, crowd, 2, place)).toBe(1);
  expect(worstRecordAt(plane, crowd, 3, { x: place.x + 20, y: place.y })).toBeNull();
});
