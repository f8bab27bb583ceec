import fc from "fast-check";
import { expect, test } from "vitest";
import { SeededRandom } from "./seeded-random.ts";

test("the same seed gives the same numbers for ever", () => {
  const random = new SeededRandom(7);
  expect(Array.from({ length: 4 }, () => random.uint32())).toEqual([
    210_494_603, 711_084_892, 3_993_689_120, 4_089_369_890,
  ]);
});

test("different seeds give different numbers", () => {
  const first = (seed: number): number => new SeededRandom(seed).uint32();
  expect(new Set(Array.from({ length: 1_000 }, (_, seed) => first(seed))).size).toBe(1_000);
});

test("whole numbers lie between both ends and reach them", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(5), (seed, from, width) => {
      const random = new SeededRandom(seed);
      const drawn = new Set(Array.from({ length: 200 }, () => random.between(from, from + width)));
      expect([...drawn].toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: width + 1 }, (_, i) => from + i),
      );
    }),
  );
});

test("the bell has mean 0 and deviation 1, picks follow their weights", () => {
  const random = new SeededRandom(1);
  const bells = Array.from({ length: 20_000 }, () => random.bell());
  expect(bells.reduce((sum, x) => sum + x, 0) / bells.length).toBeCloseTo(0, 1);
  expect(bells.reduce((sum, x) => sum + x * x, 0) / bells.length).toBeCloseTo(1, 1);
  const picks = Array.from({ length: 20_000 }, () => random.pick([0.6, 0.3, 0.1]));
  expect([0, 1, 2].map((which) => picks.filter((pick) => pick === which).length / picks.length)).toEqual([
    expect.closeTo(0.6, 1),
    expect.closeTo(0.3, 1),
    expect.closeTo(0.1, 1),
  ]);
});
