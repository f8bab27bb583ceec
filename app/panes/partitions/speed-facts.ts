import type { QueueMetrics, RunMetrics } from "../../../engine/client/types.ts";
import { count, counted } from "../../words/value.ts";

/** @param ms of the wall clock. @returns `0.42 ms`, `12.3 ms`, `450 ms`, `1.2 s`; nothing where there is none. */
export function wallTime(ms: number | null): string {
  if (ms === null) return "";
  if (ms < 10) return `${ms.toFixed(2)} ms`;
  if (ms < 100) return `${ms.toFixed(1)} ms`;
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

/** Records a second: `15,800/s`, `1.25 M/s`; nothing where there is none. */
export function throughputText(perSecond: number | null): string {
  if (perSecond === null) return "";
  return perSecond < 1_000_000
    ? `${count(Math.round(perSecond))}/s`
    : `${(perSecond / 1_000_000).toFixed(2)} M/s`;
}

/** How full a queue is, and what that does: "0 of 32,768, healthy". */
export function queueText({ depth, capacity, state, throttles }: QueueMetrics): string {
  return `${count(depth)} of ${count(capacity)}, ${state}${throttles ? ", holds the source back" : ""}`;
}

/** How the whole run went through the engine, each a fact; none before the first record. @param noun of one record. */
export function runSpeed(metrics: RunMetrics, records: number, noun: string): readonly string[] {
  const { throughput, busy, latency, throttled, results } = metrics;
  if (throughput === null) return [];
  const times =
    latency === null
      ? ["no row yet"]
      : [
          `record to row p50 ${wallTime(latency.p50)}, p95 ${wallTime(latency.p95)}, p99 ${wallTime(latency.p99)}`,
        ];
  return [
    `${counted(records, noun)} in ${wallTime(busy)}, ${throughputText(throughput)}`,
    ...times,
    `results not taken ${queueText(results)}`,
    `source waited ${wallTime(throttled)}`,
  ];
}
