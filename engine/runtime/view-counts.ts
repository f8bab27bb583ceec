import type { PartitionCounts } from "./partition-counts.ts";
import type { QueryRun } from "./query-run.ts";
import { CORRECTED_BIT, EXPIRED_BIT, MISSED_BIT, verdictOf } from "./trace/fate.ts";
import { COMBINED } from "./trace/trace-tables.ts";
import { verdictByte } from "./verdict.ts";

type Counts = { -readonly [Name in keyof Omit<PartitionCounts, "watermark" | "idle">]: number };

/** Where the records before a position went, and where the clocks stand there. */
export interface PositionCounts {
  /** Records that no partition saw. */
  readonly malformed: number;
  moveTo(read: number): void;
  of(partition: number): Omit<PartitionCounts, "idle">;
  /** ms; -Infinity before its first record. */
  lastArrival(partition: number): number;
}

const COUNTED = verdictByte("counted");
const OUT_OF_ORDER = verdictByte("out of order");
const COUNTED_LATE = verdictByte("counted late");
const DROPPED = verdictByte("dropped");
const FILTERED = verdictByte("filtered");
const SKIPPED = verdictByte("skipped");
const IN_NO_WINDOW = verdictByte("in no window");

/** Of a traced run, at any position: one addition for each record passed, either way. */
export class ViewCounts implements PositionCounts {
  malformed = 0;
  readonly #run: QueryRun;
  readonly #counts: readonly Counts[];
  /** Seq of the last record of each partition that reached its clock; -1 before the first. */
  readonly #last: number[];
  #read = 0;

  constructor(run: QueryRun) {
    this.#run = run;
    const { partitions } = run.plan.partitioning;
    this.#counts = Array.from({ length: partitions }, (_, partition) => noCounts(partition));
    this.#last = Array.from({ length: partitions }, () => -1);
  }

  moveTo(read: number): void {
    const back = read < this.#read;
    const [from, to] = back ? [read, this.#read] : [this.#read, read];
    for (let seq = from; seq < to; seq++) this.#count(seq, back ? -1 : 1);
    this.#read = read;
    if (back) this.#lookBack();
  }

  of(partition: number): Omit<PartitionCounts, "idle"> {
    const { plan, steps } = this.#run;
    const clock = plan.watermark.scope === "source" ? COMBINED : partition;
    const step = this.#read === 0 ? null : steps.at(clock, this.#read - 1, false);
    return {
      ...this.#counts[partition]!,
      lastArrival: this.lastArrival(partition),
      watermark: step?.value ?? -Infinity,
    };
  }

  lastArrival(partition: number): number {
    const seq = this.#last[partition]!;
    return seq < 0 ? -Infinity : this.#run.log.arrivalAt(seq);
  }

  #count(seq: number, by: 1 | -1): void {
    const { records } = this.#run;
    const partition = records.partition.at(seq);
    const counts = this.#counts[partition];
    if (!counts) {
      this.malformed += by;
      return;
    }
    const fate = records.fate.at(seq);
    const verdict = verdictOf(fate);
    if (verdict === COUNTED || verdict === OUT_OF_ORDER) counts.counted += by;
    else if (verdict === COUNTED_LATE) {
      counts.counted += by;
      counts.countedLate += by;
    } else if (verdict === DROPPED) {
      if ((fate & EXPIRED_BIT) !== 0) counts.expired += by;
      else counts.late += by;
    } else if (verdict === FILTERED) counts.filtered += by;
    else if (verdict === SKIPPED) counts.skipped += by;
    else if (verdict === IN_NO_WINDOW) counts.inNoWindow += by;
    if ((fate & CORRECTED_BIT) !== 0) counts.corrections += by;
    if ((fate & MISSED_BIT) !== 0) counts.windowMisses += by;
    if (!this.#reachesClock(verdict)) return;
    counts.records += by;
    if (by === 1) this.#last[partition] = seq;
  }

  /** Skipped records stand aside of time, and so do those that WHERE removes before it. */
  #reachesClock(verdict: number): boolean {
    if (verdict === FILTERED) return !this.#run.plan.rules.filterBeforeClock;
    return verdict !== SKIPPED;
  }

  /** After going back, each partition's last record is one further back than the position. */
  #lookBack(): void {
    const { records } = this.#run;
    let missing = 0;
    this.#last.forEach((seq, partition) => {
      if (seq < this.#read) return;
      this.#last[partition] = -1;
      if (this.#counts[partition]!.records > 0) missing++;
    });
    for (let seq = this.#read - 1; missing > 0 && seq >= 0; seq--) {
      const partition = records.partition.at(seq);
      if (partition < 0 || this.#last[partition] !== -1) continue;
      if (!this.#reachesClock(verdictOf(records.fate.at(seq)))) continue;
      this.#last[partition] = seq;
      missing--;
    }
  }
}

/** Before a partition's first record. */
export function noCounts(partition: number): Counts {
  return {
    partition,
    records: 0,
    skipped: 0,
    filtered: 0,
    inNoWindow: 0,
    late: 0,
    expired: 0,
    counted: 0,
    countedLate: 0,
    corrections: 0,
    windowMisses: 0,
    lastArrival: -Infinity,
  };
}
