import fc from "fast-check";
import { expect, test } from "vitest";
import { LatencyHistogram } from "./latency-histogram.ts";

const ms = fc.oneof(
  fc.double({ min: 0, max: 0.05, noNaN: true }),
  fc.double({ min: 0, max: 50, noNaN: true }),
  fc.double({ min: 0, max: 3_600_000, noNaN: true }),
);

test("a percentile is the sorted value at its rank, at most 1/32 or one µs more", () => {
  const samples = fc.array(fc.tuple(ms, fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(samples, fc.constantFrom(0.01, 0.5, 0.95, 0.99, 1), (times, share) => {
      const histogram = new LatencyHistogram();
      for (const [time, often] of times) histogram.add(time, often);
      const sorted = times.flatMap(([time, often]) => Array.from({ length: often }, () => time));
      sorted.sort((a, b) => a - b);
      const exact = sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1]!;
      const told = histogram.percentile(share)!;
      expect(told).toBeGreaterThanOrEqual(exact * (1 - 1e-9));
      expect(told).toBeLessThanOrEqual(exact * (1 + 1 / 32) + 0.001 + 1e-9);
    }),
  );
});

test("fact 34: 100 and 200 µs are 150 µs in the mean, which buckets do not blur", () => {
  const histogram = new LatencyHistogram();
  histogram.add(0.1, 1);
  histogram.add(0.2, 1);
  expect(histogram.summary).toMatchObject({ count: 2, mean: expect.closeTo(0.15, 12) });
});

test("reading a histogram changes nothing: two readers see the same", () => {
  const histogram = new LatencyHistogram();
  histogram.add(3, 100);
  histogram.add(30, 4);
  expect(histogram.summary).toEqual(histogram.summary);
  expect(histogram.summary!.p99).toBeGreaterThan(30 - 1e-9);
  expect(histogram.summary!.p50).toBeLessThan(3.1);
});

test("nothing has no percentiles, and nothing added is nothing", () => {
  const histogram = new LatencyHistogram();
  histogram.add(5, 0);
  expect([histogram.summary, histogram.percentile(0.5)]).toEqual([null, null]);
});

test("a time beyond the last bucket is in it, and one below 0 in the first", () => {
  const histogram = new LatencyHistogram();
  histogram.add(1e15, 1);
  expect(histogram.percentile(1)).toBeGreaterThan(3_600_000);
  histogram.add(-1, 1);
  expect(histogram.percentile(0.5)).toBe(0.001);
});
