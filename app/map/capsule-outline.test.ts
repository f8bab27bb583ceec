import { expect, test } from "vitest";
import { capsuleCorners, distinctLevels } from "./capsule-outline.ts";
import { project } from "./projection.ts";
import { roundedPath } from "./rounded-path.ts";

/** 1 px a ms either way, arrival up from y = 100. */
const projection = project(
  { orientation: "arrival-up", event: { from: 0, to: 100 }, other: { from: 0, to: 100 } },
  { left: 0, top: 0, width: 100, height: 100 },
);
const levels = [
  { arrival: 10, start: 20, end: 40 },
  { arrival: 30, start: 10, end: 60 },
];

test("a session's shape widens by a step at each record", () => {
  const corners = capsuleCorners(levels, { since: -Infinity, until: 50, top: 50 }, projection);
  expect(corners.map(({ x, y }) => [x, 100 - y])).toEqual([
    [40, 10],
    [40, 30],
    [60, 30],
    [60, 50],
    [10, 50],
    [10, 30],
    [20, 30],
    [20, 10],
  ]);
  expect(corners.every(({ round }) => round)).toBe(true);
});

test("a part of it is sharp where it is cut, and round where the shape ends", () => {
  const lower = capsuleCorners(levels, { since: -Infinity, until: 20, top: 50 }, projection);
  expect(lower.map(({ x, y, round }) => [x, 100 - y, round])).toEqual([
    [40, 10, true],
    [40, 20, false],
    [20, 20, false],
    [20, 10, true],
  ]);
  expect(capsuleCorners(levels, { since: 60, until: 50, top: 50 }, projection)).toEqual([]);
});

test("levels within a pixel are one, as wide as the last of them", () => {
  expect(distinctLevels([...levels, { arrival: 30.4, start: 5, end: 70 }], projection)).toEqual([
    levels[0],
    { arrival: 30, start: 5, end: 70 },
  ]);
});

test("round corners stay within short sides, and sharp ones are kept", () => {
  const square = [
    { x: 0, y: 0, round: true },
    { x: 4, y: 0, round: false },
    { x: 4, y: 4, round: true },
    { x: 0, y: 4, round: false },
  ];
  const path = roundedPath(square, 9);
  expect(path.slice(0, 2)).toEqual(path.slice(-2));
  expect(path).toEqual(expect.arrayContaining([4, 0]));
  for (const px of path) expect(px >= 0 && px <= 4).toBe(true);
});
