import { expect, test } from "vitest";
import type { RecordHeader } from "../data/record-status.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import { WatermarkManager } from "./watermark-manager.ts";

const bounded = (bound: number, minAdvance = 0, maxFutureSkew: number | null = null): WatermarkSpec => ({
  strategy: "bounded",
  bound,
  minAdvance,
  scope: "partition",
  idleTimeout: null,
  maxFutureSkew,
});

function observe(spec: WatermarkSpec, times: number[], arrivals = times.map((_, i) => i)) {
  const header: RecordHeader = {
    base: 100,
    length: times.length,
    status: new Uint8Array(times.length),
    eventTime: Float64Array.from(times),
    arrival: Float64Array.from(arrivals),
    allLive: false,
    split: null,
    key: new Int32Array(times.length),
  };
  const manager = new WatermarkManager(spec);
  manager.observe(header, Int32Array.from(times.keys()), times.length);
  return { manager, after: [...manager.steps.values.subarray(0, times.length)] };
}

test("bounded: the candidate is t - bound; it is set by the first record and never goes back", () => {
  const { after, manager } = observe(bounded(2_000), [10_000, 9_000, 12_000, 11_000]);
  expect(after).toEqual([8_000, 8_000, 10_000, 10_000]);
  expect([0, 1, 2, 3].map((row) => manager.steps.stepAt(row, false))).toEqual([0, 0, 2, 2]);
  expect([0, 1, 2, 3].map((row) => manager.steps.stepAt(row, true))).toEqual([-1, 0, 0, 2]);
  expect(manager.mover).toBe(102);
});

test("min_advance: it advances only if candidate > watermark + min_advance, strictly", () => {
  expect(observe(bounded(0, 100), [0, 100, 101, 201, 202]).after).toEqual([0, 0, 101, 101, 202]);
});

test("ascending: the candidate is t - 1, so ties are on time", () => {
  expect(observe({ ...bounded(5_000), strategy: "ascending" }, [10, 10, 11]).after).toEqual([9, 9, 10]);
});

test("the first watermark may be below zero, and -1 is a watermark like any other", () => {
  expect(observe(bounded(1), [0, -50]).after).toEqual([-1, -1]);
});

test("one that has to be above a time is unset until it is, and goes on as any other", () => {
  const { after, manager } = observe({ ...bounded(5), above: 0 }, [-50, 5, 6, 3, 9]);
  expect(after).toEqual([-Infinity, -Infinity, 1, 1, 4]);
  expect(manager.mover).toBe(104);
});

test("max_future_skew: a record with t > a + skew moves no watermark, nor sets an unset one; equal does", () => {
  const { after } = observe(bounded(0, 0, 5), [106, 105, 300, 107], [100, 100, 101, 102]);
  expect(after).toEqual([-Infinity, 105, 105, 107]);
});
