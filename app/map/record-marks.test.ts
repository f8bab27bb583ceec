import { expect, test } from "vitest";
import { handMadeMirror } from "./hand-made-mirror.ts";
import { project } from "./projection.ts";
import { countIn, grainOf, isAnyIn, isWorse, spotsIn } from "./record-marks.ts";

const mirror = handMadeMirror(
  [
    [1_000, 1_500, 0],
    [9_000, 9_500, 1],
    [30_000, 31_000, 0],
    [2_000, 32_000, 0],
  ],
  { size: 10_000, bound: 0, lateness: 0 },
);
mirror.eventTime[1] = NaN;
const view = {
  orientation: "arrival-up",
  event: { from: 0, to: 40_000 },
  other: { from: 0, to: 40_000 },
} as const;
const projection = project(view, { left: 0, top: 0, width: 400, height: 400 });
const all = { projection, partition: null, alone: false };

test("above 5,000 in view records are squares, above 20,000 bins", () => {
  expect([5_000, 5_001, 20_000, 20_001].map(grainOf)).toEqual(["shapes", "squares", "squares", "bins"]);
});

test("a record that has arrived has its verdict; one to come has none", () => {
  const arrived = [...spotsIn(mirror, all, { from: 0, to: 9, arrived: true })];
  expect(arrived.map(({ seq, verdict }) => [seq, verdict])).toEqual([
    [0, "counted"],
    [2, "counted"],
    [3, "dropped"],
  ]);
  expect([...spotsIn(mirror, all, { from: 3, to: 4, arrived: false })][0]!.verdict).toBe("not yet");
});

test("malformed records have no place, nor has what lies outside the view", () => {
  expect(countIn(mirror, all, { from: 0, to: 4 })).toBe(3);
  expect(countIn(mirror, all, { from: 0, to: 4, most: 1 })).toBe(2);
  const half = project({ ...view, event: { from: 0, to: 10_000 } }, projection.plot);
  expect(countIn(mirror, { ...all, projection: half }, { from: 0, to: 4 })).toBe(2);
});

test("a panel of a split shows its own partition alone", () => {
  expect(countIn(mirror, { projection, partition: 1, alone: true }, { from: 0, to: 4 })).toBe(0);
  expect([...spotsIn(mirror, { ...all, partition: 1 }, { from: 0, to: 1, arrived: true })][0]!.focused).toBe(
    false,
  );
});

test("dropped is worse than late, late than out of order, that than counted", () => {
  const order = ["not yet", "counted", "out of order", "counted late", "dropped"] as const;
  for (let i = 1; i < order.length; i++) expect(isWorse(order[i]!, order[i - 1]!)).toBe(true);
});

test("a corner is free while no record is drawn there: those to come count only where they are drawn", () => {
  const corner = { left: 0, top: 70, width: 40, height: 20 };
  const at = (read: number, coming: boolean): boolean =>
    isAnyIn({ mirror, position: { read, ended: false }, coming }, all, corner);
  expect(at(4, false)).toBe(true);
  expect(at(3, false)).toBe(false);
  expect(at(3, true)).toBe(true);
});
