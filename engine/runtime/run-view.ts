import { LateHistogram } from "./late-histogram.ts";
import { LatestCounts } from "./latest-counts.ts";
import type { PartitionCounts } from "./partition-counts.ts";
import { totalLedger } from "./partition-counts.ts";
import type { PaneCounts } from "./changelog-store.ts";
import type { QueryRun } from "./query-run.ts";
import { ResultTable } from "./result-table.ts";
import type { Ledger } from "./result-row.ts";
import { orderOf } from "./row-order.ts";
import type { RunPosition } from "./run-position.ts";
import { isDropped } from "./trace/fate.ts";
import { COMBINED } from "./trace/trace-tables.ts";
import type { ValueWarning } from "./value-warnings.ts";
import { type PositionCounts, ViewCounts } from "./view-counts.ts";

/**
 * A run looked at from a position: the state that a fresh run to there would have (law 3). It moves both ways, by
 * adding or taking away what lies between; nothing is run again. A run has one view, made before it is read: what it
 * forgets depends on where that is.
 */
export class RunView implements RunPosition {
  readonly run: QueryRun;
  readonly table: ResultTable;
  read = 0;
  ended = false;
  rowsOut = 0;
  readonly #counts: PositionCounts;
  #histogram = new LateHistogram();
  /** Late records that are in the histogram. */
  #charted = 0;

  constructor(run: QueryRun) {
    this.run = run;
    this.table = new ResultTable(run.changes, run.plan.partitioning.partitions, orderOf(run.plan));
    this.#counts = run.traced ? new ViewCounts(run) : new LatestCounts(run);
    run.lookedAt = this;
  }

  /**
   * @param read records, from `run.first` to `run.known`; without a trace these two are one.
   * @param ended whether the end of input counts too: only behind all records, and when it is known.
   */
  moveTo(read: number, ended: boolean): void {
    const { run } = this;
    this.read = read;
    this.ended = ended;
    this.rowsOut = ended ? run.changes.length : run.changes.rowsBefore(read);
    this.#counts.moveTo(read);
    this.table.moveTo(this.rowsOut);
  }

  /** Arrival of the last record read, ms, or null before the first. */
  get arrival(): number | null {
    return this.read === 0 ? null : this.run.log.arrivalAt(this.read - 1);
  }

  get ledger(): Ledger {
    return totalLedger(this.read, this.#counts.malformed, this.counts);
  }

  get warnings(): readonly ValueWarning[] {
    return this.run.warnings.before(this.ended ? Infinity : this.read);
  }

  /** Late records so far. */
  get lateCount(): number {
    const { run } = this;
    if (run.traced) return run.late.lowerBound(this.read);
    return this.counts.reduce((sum, { late, expired, countedLate }) => sum + late + expired + countedLate, 0);
  }

  get panes(): PaneCounts {
    return this.run.changes.panes(this.rowsOut);
  }

  /** Of each partition, in order. */
  get counts(): readonly PartitionCounts[] {
    const { partitioning, watermark } = this.run.plan;
    return Array.from({ length: partitioning.partitions }, (_, partition) => ({
      ...this.#counts.of(partition),
      idle: watermark.scope === "global" && this.#isIdle(partition),
    }));
  }

  /** Group keys that a partition has seen: how many, and up to three as text; null without a trace. */
  keysOf(partition: number): { readonly count: number; readonly some: readonly string[] } | null {
    const { traced, partitionKeys, keys } = this.run;
    if (!traced) return null;
    const { count, first } = partitionKeys.of(partition, this.read);
    return { count, some: keys.types.length === 0 ? [] : first.map((id) => keys.texts(id).join(", ")) };
  }

  /** What moved a partition's watermark to where it stands; null while unset, and without a trace. */
  moverOf(partition: number): { readonly seq: number; readonly timer: boolean } | null {
    const { traced, plan, steps } = this.run;
    if (!traced || this.read === 0) return null;
    const step = steps.at(plan.watermark.scope === "source" ? COMBINED : partition, this.read - 1, false);
    return step && { seq: step.seq, timer: step.timer };
  }

  /** ms of arrival since which a partition counts as idle; null while it does not, and where it is splits that do. */
  idleSince(partition: number): number | null {
    const { plan, log } = this.run;
    const { idleTimeout, scope } = plan.watermark;
    if (idleTimeout === null || scope === "source" || this.read === 0) return null;
    const last = this.#counts.lastArrival(partition);
    if (last === -Infinity && scope !== "global") return null;
    const deadline = (last === -Infinity ? log.firstArrival! : last) + idleTimeout;
    return this.arrival! >= deadline ? deadline : null;
  }

  /** Late records by arrival time, of the records read; without a trace the dropped ones alone. */
  get histogram(): LateHistogram {
    const { traced, late, log, records } = this.run;
    const end = late.lowerBound(this.read);
    if (end < this.#charted) {
      this.#histogram = new LateHistogram();
      this.#charted = 0;
    }
    for (; this.#charted < end; this.#charted++) {
      const seq = late.at(this.#charted);
      this.#histogram.add(log.arrivalAt(seq), !traced || isDropped(records.fate.at(seq)));
    }
    return this.#histogram;
  }

  #isIdle(partition: number): boolean {
    return this.idleSince(partition) !== null;
  }
}
