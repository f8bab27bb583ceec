import { expect, test } from "vitest";
import { partitionLoad } from "./partition-load.ts";

test("skew is the fullest partition by the mean: 1 when even, the number of partitions when one has all", () => {
  expect(partitionLoad([50, 50]).skew).toBe(1);
  expect(partitionLoad([0, 300, 0]).skew).toBe(3);
  expect(partitionLoad([0, 0]).skew).toBeNull();
});

test("a partition is hot above one and a half times the mean, not at it", () => {
  expect(partitionLoad([1_500, 500, 1_000]).hot).toEqual([false, false, false]);
  expect(partitionLoad([1_501, 499, 1_000]).hot).toEqual([true, false, false]);
});

test("what chance may do makes no partition hot", () => {
  expect(partitionLoad([9, 3, 3]).hot).toEqual([false, false, false]);
  expect(partitionLoad([90, 30, 30]).hot).toEqual([true, false, false]);
});

test("a partition alone is never hot", () => {
  expect(partitionLoad([1_000_000])).toEqual({ skew: 1, hot: [false] });
});
