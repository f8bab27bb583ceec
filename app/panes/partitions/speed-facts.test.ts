import { expect, test } from "vitest";
import { NO_METRICS, type RunMetrics } from "../../../engine/client/types.ts";
import { partitionRows } from "./partition-row.ts";
import { queueText, runSpeed, throughputText, wallTime } from "./speed-facts.ts";

test("a time of the wall clock is as exact as it is worth", () => {
  expect([null, 0.4219, 12.34, 449.6, 1_234].map(wallTime)).toEqual([
    "",
    "0.42 ms",
    "12.3 ms",
    "450 ms",
    "1.2 s",
  ]);
});

test("throughput is records a second, in millions where there are", () => {
  expect([null, 0, 15_800.4, 1_254_000].map(throughputText)).toEqual(["", "0/s", "15,800/s", "1.25 M/s"]);
});

test("a queue says how full it is, its state, and whether it holds the source back", () => {
  expect(queueText(NO_METRICS.results)).toBe("0 of 0, healthy");
  const full = { ...NO_METRICS.results, depth: 9, capacity: 10, state: "critical", throttles: true } as const;
  expect(queueText(full)).toBe("9 of 10, critical, holds the source back");
});

const latency = { count: 9, mean: 2, p50: 1, p95: 20, p99: 300 };
const metrics: RunMetrics = { ...NO_METRICS, throughput: 24_500, busy: 2, latency, throttled: 0.5 };

test("a run is told by records, time and rate, the times of its rows, what nobody took and what the source waited", () => {
  expect(runSpeed(metrics, 49, "order")).toEqual([
    "49 orders in 2.00 ms, 24,500/s",
    "record to row p50 1.00 ms, p95 20.0 ms, p99 300 ms",
    "results not taken 0 of 0, healthy",
    "source waited 0.50 ms",
  ]);
  expect(runSpeed({ ...metrics, latency: null }, 49, "order")[1]).toBe("no row yet");
  expect(runSpeed(NO_METRICS, 0, "order")).toEqual([]);
});

test("a partition's queue is that of its worker, and a run that has not begun has none", () => {
  const queue = { ...NO_METRICS.results, depth: 7 };
  const one = {
    ...NO_METRICS,
    workers: [
      { partitions: [1], queue: NO_METRICS.results },
      { partitions: [0], queue },
    ],
  };
  const partitions = [
    { id: 0, records: 3, workers: [0, 1] },
    { id: 1, records: 1, workers: [] },
  ];
  const rows = partitionRows({ partitions, metrics: one } as never, 0);
  expect(rows.map((row) => [row.share, row.queue?.depth, row.isStep])).toEqual([
    [0.75, 7, true],
    [0.25, undefined, false],
  ]);
});
