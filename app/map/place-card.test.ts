import { expect, test } from "vitest";
import type { VisibleMark } from "./map-types.ts";
import { type CardRoom, placeCard } from "./place-card.ts";

const plot = { left: 56, top: 24, width: 870, height: 360 };
const card = { width: 344, height: 130 };

/** A record whose middle is (x, y). */
function record(seq: number, x: number, y: number): VisibleMark {
  return { kind: "record", seq, x: x - 4, y: y - 4, width: 8, height: 8 };
}

function place(marks: readonly VisibleMark[], room: Partial<CardRoom> = {}): ReturnType<typeof placeCard> {
  return placeCard({ plot, ...card, marks, record: null, culprit: null, corner: null, ...room });
}

test("with nothing in the way a card stands in the lower right corner, inside the plot", () => {
  expect(place([])).toEqual({ corner: 0, left: 56 + 870 - 8 - 344, top: 24 + 360 - 10 - 130 });
});

test("it never covers the selected record or the one to blame, also where they are all that is there", () => {
  const lowerRight = record(28, 800, 340);
  expect(place([lowerRight], { record: 28 })?.corner).toBe(1);
  expect(place([lowerRight], { culprit: 28 })?.corner).toBe(1);
});

test("it covers the fewest other records", () => {
  const marks = [
    record(1, 800, 340),
    record(2, 700, 330),
    record(3, 800, 60),
    record(4, 200, 60),
    record(5, 210, 60),
  ];
  expect(place(marks)?.corner).toBe(3);
});

test("a card leaves 14 px around it free of what it tells of", () => {
  const beside = 56 + 870 - 8 - 344;
  expect(place([record(1, beside - 13, 340)], { record: 1 })?.corner).toBe(1);
  expect(place([record(1, beside - 15, 340)], { record: 1 })?.corner).toBe(0);
});

test("where every corner covers what it tells of, it docks", () => {
  const small = { left: 56, top: 24, width: 380, height: 150 };
  expect(place([record(1, 240, 100)], { plot: small, record: 1 })).toBeNull();
});

test("a plot that is smaller than the card has no corner for it", () => {
  expect(place([], { plot: { ...plot, height: 120 } })).toBeNull();
  expect(place([], { plot: { ...plot, width: 300 } })).toBeNull();
});

test("it stays where it stands though another corner has become better, until that one is much better", () => {
  const marks = [record(1, 800, 60), record(2, 790, 60)];
  expect(place(marks, { corner: 1 })?.corner).toBe(1);
  expect(place(marks, { corner: 1, record: 1 })?.corner).toBe(0);
  const head = (x: number): VisibleMark => ({ kind: "head", x, y: 80, width: 16, height: 16 });
  expect(place([...marks, head(700)], { corner: 1 })?.corner).toBe(1);
  expect(place([...marks, head(700), head(720), head(740)], { corner: 1 })?.corner).toBe(0);
});

test("panes, lines and words may be covered", () => {
  const window: VisibleMark = { kind: "window", x: 600, y: 300, width: 100, height: 80 };
  expect(place([window])?.corner).toBe(0);
});
