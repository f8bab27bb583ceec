import * as fc from "fast-check";
import { expect, test } from "vitest";
import { COUNTED_EXACTLY, HyperLogLog } from "./hyper-log-log.ts";
import { hashNumber, hashText } from "./value-hash.ts";

function sketchOf(hashes: Iterable<number>): HyperLogLog {
  const sketch = new HyperLogLog();
  for (const hash of hashes) sketch.add(hash);
  return sketch;
}

function* numbers(count: number, first = 0): Generator<number> {
  for (let i = 0; i < count; i++) yield hashNumber(first + i);
}

test("few values are counted exactly, however often they come", () => {
  const texts = Array.from({ length: COUNTED_EXACTLY }, (_, index) => hashText(`value ${index}`));
  expect(sketchOf([...texts, ...texts]).estimate()).toBe(COUNTED_EXACTLY);
});

/** 1.6% is the deviation: four of them are hardly ever met, and these values are the same in every run. */
test.each([1_000, 5_000, 12_000, 100_000, 300_000])("the estimate of %i values is within 6.5%%", (count) => {
  const texts = Array.from({ length: count }, (_, index) => hashText(`user-${index}`));
  for (const sketch of [sketchOf(numbers(count)), sketchOf(texts)])
    expect(Math.abs(sketch.estimate() / count - 1)).toBeLessThan(0.065);
});

test("a merged sketch is that of all values, wherever they were split", () => {
  const split = fc.record({
    count: fc.integer({ min: 0, max: 1500 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    overlap: fc.integer({ min: 0, max: 400 }),
  });
  fc.assert(
    fc.property(split, ({ count, at, overlap }) => {
      const left = Math.floor(count * at);
      const merged = sketchOf(numbers(Math.min(count, left + overlap)));
      merged.addAll(sketchOf(numbers(count - left, left)));
      expect(merged.estimate()).toBe(sketchOf(numbers(count)).estimate());
    }),
    { numRuns: 100 },
  );
});

test("hashes are whole numbers of 53 bits, the same for equal values and on every machine", () => {
  expect(hashNumber(-0)).toBe(hashNumber(0));
  expect(hashNumber(NaN)).toBe(hashNumber(-NaN));
  expect(hashText("")).not.toBe(hashText("\u0000"));
  for (const hash of [hashText("a"), hashText("b"), hashNumber(1), hashNumber(1.5)])
    expect(Number.isSafeInteger(hash) && hash >= 0).toBe(true);
  expect(new Set(numbers(100_000)).size).toBe(100_000);
});
