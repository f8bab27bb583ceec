import { expect, test } from "vitest";
import { spread } from "./heads.ts";

function letters(...places: readonly number[]): Parameters<typeof spread>[0] {
  return places.map((at) => ({ at, width: 16 }));
}

test("letters stand over their watermarks where those are 20 px apart", () => {
  expect(spread(letters(100, 120, 200), 0, 900)).toEqual([100, 120, 200]);
});

test("letters nearer than that part evenly around where they belong, in their order", () => {
  expect(spread(letters(100, 104), 0, 900)).toEqual([92, 112]);
  expect(spread(letters(100, 100, 100), 0, 900)).toEqual([80, 100, 120]);
  expect(spread(letters(50, 100, 101, 160), 0, 900)).toEqual([50, 90.5, 110.5, 160]);
});

test("letters stay on the plot", () => {
  expect(spread(letters(0, 1), 9, 900)).toEqual([9, 29]);
  expect(spread(letters(898, 900, 900), 9, 891)).toEqual([851, 871, 891]);
});

test("no watermark: no letter", () => {
  expect(spread(letters(), 0, 900)).toEqual([]);
});

test("a wider box keeps its neighbours farther away", () => {
  const [a, b] = spread(
    [
      { at: 100, width: 30 },
      { at: 100, width: 16 },
    ],
    0,
    900,
  );
  expect(b! - a!).toBe(27);
});
