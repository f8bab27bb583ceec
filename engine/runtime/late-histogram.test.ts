import { expect, test } from "vitest";
import { LateHistogram } from "./late-histogram.ts";

const total = (histogram: LateHistogram, to: number) => {
  const { bins } = histogram.bins(0, to, 60);
  return [
    bins.reduce((sum, bin) => sum + bin.countedLate, 0),
    bins.reduce((sum, bin) => sum + bin.dropped, 0),
  ];
};

test("records fall into bins of a width that people read, and none is lost", () => {
  const histogram = new LateHistogram();
  histogram.add(1_200, false);
  histogram.add(1_900, true);
  histogram.add(13_000, true);
  const { width, bins } = histogram.bins(0, 60_000, 12);
  expect(width).toBe(5_000);
  expect(bins).toEqual([
    { start: 0, countedLate: 1, dropped: 1 },
    { start: 10_000, countedLate: 0, dropped: 1 },
  ]);
});

test("a long run widens the bins instead of keeping more of them", () => {
  const histogram = new LateHistogram();
  for (let i = 0; i < 50_000; i++) histogram.add(i * 60_000, i % 4 === 0);
  const { bins, width } = histogram.bins(0, 50_000 * 60_000, 60);
  expect(bins.length).toBeLessThanOrEqual(61);
  expect(width).toBe(86_400_000);
  expect(total(histogram, 50_000 * 60_000)).toEqual([37_500, 12_500]);
});
