import type { PhysicalPlan } from "../plan/physical-plan.ts";
import type { CombinedWatermark } from "../watermark/combined-watermark.ts";
import type { PartitionPipeline } from "./partition-pipeline.ts";
import type { Ledger } from "./result-row.ts";

/** Counts of one partition since the start; plain data. */
export interface PartitionCounts {
  readonly partition: number;
  /** Records that reached its clock. */
  readonly records: number;
  readonly skipped: number;
  /** Removed by WHERE, before or after the clock. */
  readonly filtered: number;
  readonly inNoWindow: number;
  readonly late: number;
  readonly expired: number;
  readonly counted: number;
  readonly countedLate: number;
  readonly corrections: number;
  /** Counted records that came too late for some of their windows. */
  readonly windowMisses: number;
  /** ms; -Infinity while unset. In a wider scope its own, where partitions have one. */
  readonly watermark: number;
  /** ms; -Infinity before its first record. */
  readonly lastArrival: number;
  readonly idle: boolean;
}

/** @param combined the clock of a scope wider than a partition, or null. */
export function partitionCounts(
  plan: PhysicalPlan,
  pipeline: PartitionPipeline,
  combined: CombinedWatermark | null,
): PartitionCounts {
  const { partition, fates, counted, corrections } = pipeline;
  const { metrics } = pipeline.manager;
  const judgesRecords = plan.rules.lateUnit === "record";
  const global = plan.watermark.scope === "global" ? combined : null;
  return {
    partition,
    records: metrics.records,
    skipped: metrics.skipped,
    filtered: metrics.filtered + metrics.removed,
    inNoWindow: fates.inNoWindow,
    late: metrics.dropped + (judgesRecords ? 0 : fates.expired),
    expired: judgesRecords ? fates.expired : 0,
    counted,
    countedLate: judgesRecords ? metrics.lateKept - fates.lateExpired - fates.lateInNoWindow : corrections,
    corrections,
    windowMisses: fates.windowMisses,
    watermark: global ? global.watermarks[partition]! : metrics.watermark,
    lastArrival: metrics.lastArrival,
    idle: global ? global.idle[partition] === 1 : false,
  };
}

/** @param counts of hosts, each of partitions or of lanes of one. @returns One for each partition, in order. */
export function countsByPartition(counts: readonly PartitionCounts[]): readonly PartitionCounts[] {
  const all: PartitionCounts[] = [];
  for (const one of counts) {
    const known = all[one.partition];
    all[one.partition] = known ? together(known, one) : one;
  }
  return all;
}

/** Two lanes of one partition, which have its clock and some of its records each. */
function together(a: PartitionCounts, b: PartitionCounts): PartitionCounts {
  return {
    partition: a.partition,
    records: a.records + b.records,
    skipped: a.skipped + b.skipped,
    filtered: a.filtered + b.filtered,
    inNoWindow: a.inNoWindow + b.inNoWindow,
    late: a.late + b.late,
    expired: a.expired + b.expired,
    counted: a.counted + b.counted,
    countedLate: a.countedLate + b.countedLate,
    corrections: a.corrections + b.corrections,
    windowMisses: a.windowMisses + b.windowMisses,
    watermark: Math.max(a.watermark, b.watermark),
    lastArrival: Math.max(a.lastArrival, b.lastArrival),
    idle: a.idle || b.idle,
  };
}

/** The ledger of a run: what was read, and the sums over its partitions. */
export function totalLedger(read: number, malformed: number, counts: readonly PartitionCounts[]): Ledger {
  const sum = (pick: (count: PartitionCounts) => number): number =>
    counts.reduce((total, count) => total + pick(count), 0);
  return {
    read,
    malformed,
    skipped: sum((count) => count.skipped),
    filtered: sum((count) => count.filtered),
    inNoWindow: sum((count) => count.inNoWindow),
    late: sum((count) => count.late),
    expired: sum((count) => count.expired),
    counted: sum((count) => count.counted),
    countedLate: sum((count) => count.countedLate),
    corrections: sum((count) => count.corrections),
    windowMisses: sum((count) => count.windowMisses),
  };
}
