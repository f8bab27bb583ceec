import { expect, test } from "vitest";
import { spread } from "./heads.ts";

test("letters stand over their watermarks where those are 20 px apart", () => {
  expect(spread([100, 120, 200], 0, 900)).toEqual([100, 120, 200]);
});

test("letters nearer than that part evenly around where they belong, in their order", () => {
  expect(spread([100, 104], 0, 900)).toEqual([92, 112]);
  expect(spread([100, 100, 100], 0, 900)).toEqual([80, 100, 120]);
  expect(spread([50, 100, 101, 160], 0, 900)).toEqual([50, 90.5, 110.5, 160]);
});

test("letters stay on the plot", () => {
  expect(spread([0, 1], 9, 900)).toEqual([9, 29]);
  expect(spread([898, 900, 900], 9, 891)).toEqual([851, 871, 891]);
});

test("no watermark: no letter", () => {
  expect(spread([], 0, 900)).toEqual([]);
});
