import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import type { WatermarkSteps } from "../watermark/watermark-steps.ts";
import { createAssigner } from "../window/create-assigner.ts";
import type { WindowAssigner } from "../window/window-assigner.ts";
import type { LateEntry } from "./late-entry.ts";
import { CORRECTED_BIT, DROPPED, EXPIRED_BIT } from "./trace/fate.ts";
import { verdictByte } from "./verdict.ts";

const COUNTED = verdictByte("counted");
const OUT_OF_ORDER = verdictByte("out of order");
const COUNTED_LATE = verdictByte("counted late");
const FILTERED = verdictByte("filtered");

/** A late record while its batch is worked on. */
interface Pending {
  readonly row: number;
  readonly judged: number;
  reason: LateEntry["reason"];
}

/**
 * The dead letters of one partition, each with the record that last moved the watermark that judged it; when traced,
 * also the late records that were counted, and the fate of every record.
 */
export class RecordFates {
  /** Late records since `drain` was last called, in order of arrival; counted ones only when traced. */
  readonly entries: LateEntry[] = [];
  /** Records dropped because expired in all their windows. */
  expired = 0;
  readonly #partition: number;
  readonly #traced: boolean;
  readonly #expiredReason: "late" | "expired";
  readonly #observeFirst: boolean;
  readonly #assigner: WindowAssigner;
  readonly #pending = new Map<number, Pending>();
  /** Rows of the batch that corrected a closed window; only when traced. */
  readonly #corrected: number[] = [];
  #header!: RecordHeader;
  #newest = -Infinity;

  constructor(plan: PhysicalPlan, partition: number, traced: boolean) {
    this.#partition = partition;
    this.#traced = traced;
    this.#expiredReason = plan.rules.lateUnit === "window" ? "late" : "expired";
    this.#observeFirst = plan.rules.clock === "observe-first";
    this.#assigner = createAssigner(plan.query.kind === "aggregate" ? plan.query.window : null);
  }

  begin(header: RecordHeader): void {
    this.#header = header;
  }

  readonly onLate = (row: number, judged: number, dropped: boolean): void => {
    if (dropped || this.#traced) this.#pending.set(row, { row, judged, reason: dropped ? "late" : null });
  };

  readonly onExpired = (row: number, judged: number): void => {
    this.expired++;
    const known = this.#pending.get(row);
    if (known) known.reason = this.#expiredReason;
    else this.#pending.set(row, { row, judged, reason: this.#expiredReason });
  };

  /** Where windows are judged, and not records, this is what being late and counted means. */
  readonly onCorrection = (row: number, judged: number): void => {
    if (!this.#traced) return;
    this.#corrected.push(row);
    if (this.#expiredReason === "late") this.#pending.set(row, { row, judged, reason: null });
  };

  /**
   * Ends a batch.
   * @param own all rows of this partition. @param verdicts gets the fate byte of each of them; null when not traced.
   */
  end(
    own: { readonly rows: Int32Array; readonly count: number },
    steps: WatermarkSteps,
    moverBefore: number,
    verdicts: Uint8Array | null,
  ): void {
    if (verdicts) this.#writeFates(own.rows, own.count, verdicts);
    if (this.#pending.size === 0) return;
    const late = [...this.#pending.values()].sort((a, b) => a.row - b.row);
    for (const pending of late) this.entries.push(this.#entry(pending, steps, moverBefore));
    this.#pending.clear();
  }

  /** @returns The entries so far, and forgets them. */
  drain(): LateEntry[] {
    return this.entries.splice(0);
  }

  #writeFates(rows: Int32Array, count: number, fates: Uint8Array): void {
    const { eventTime, status } = this.#header;
    let newest = this.#newest;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const time = eventTime[row]!;
      fates[row] = status[row] === RecordStatus.filtered ? FILTERED : time < newest ? OUT_OF_ORDER : COUNTED;
      if (time > newest) newest = time;
    }
    this.#newest = newest;
    for (const { row, reason } of this.#pending.values()) {
      if (reason === null) fates[row] = COUNTED_LATE;
      else fates[row] = reason === "expired" ? DROPPED | EXPIRED_BIT : DROPPED;
    }
    for (const row of this.#corrected.splice(0)) fates[row]! |= CORRECTED_BIT;
  }

  #entry({ row, judged, reason }: Pending, steps: WatermarkSteps, moverBefore: number): LateEntry {
    const { base, eventTime, arrival } = this.#header;
    const time = eventTime[row]!;
    const step = steps.stepAt(row, !this.#observeFirst);
    const [start, end] = this.#windowOf(time);
    return {
      seq: base + row,
      reason,
      partition: this.#partition,
      eventTime: time,
      arrival: arrival[row]!,
      watermark: judged,
      mover: step < 0 ? moverBefore : base + steps.rows[step]!,
      lateness: judged - time,
      windowStart: Number.isFinite(start) ? start : null,
      windowEnd: Number.isFinite(end) ? end : null,
    };
  }

  #windowOf(time: number): readonly [number, number] {
    const window = new Float64Array(1);
    this.#assigner.assign(Float64Array.of(time), Int32Array.of(0), 0, 1, window);
    return [this.#assigner.start(window[0]!), this.#assigner.end(window[0]!)];
  }
}
