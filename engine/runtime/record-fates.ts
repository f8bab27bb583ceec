import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { windowDelays } from "../spec/window-delays.ts";
import type { WatermarkSteps } from "../watermark/watermark-steps.ts";
import type { WindowListener } from "../window/windowed-aggregation.ts";
import type { LateEntry } from "./late-entry.ts";
import { CORRECTED_BIT, DROPPED, EXPIRED_BIT, MISSED_BIT } from "./trace/fate.ts";
import { verdictByte } from "./verdict.ts";
import { WindowFinder } from "./window-finder.ts";

const COUNTED = verdictByte("counted");
const OUT_OF_ORDER = verdictByte("out of order");
const COUNTED_LATE = verdictByte("counted late");
const FILTERED = verdictByte("filtered");
const IN_NO_WINDOW = verdictByte("in no window");

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
export class RecordFates implements WindowListener {
  /** Late records since `drain` was last called, in order of arrival; counted ones only when traced. */
  readonly entries: LateEntry[] = [];
  /** Records dropped because expired in all their windows. */
  expired = 0;
  /** Those of them that were late by their watermark too, and had been let through. */
  lateExpired = 0;
  /** Records that lie between windows, and those of them that were late by the watermark. */
  inNoWindow = 0;
  lateInNoWindow = 0;
  /** Counted records that came too late for some of their windows. */
  windowMisses = 0;
  readonly #partition: number;
  readonly #traced: boolean;
  readonly #judgesRecords: boolean;
  readonly #observeFirst: boolean;
  readonly #windows: WindowFinder;
  readonly #expireDelay: number;
  readonly #pending = new Map<number, Pending>();
  /** Rows of the batch that corrected a closed window, missed one, or are in none; only when traced. */
  readonly #corrected: number[] = [];
  readonly #missed: number[] = [];
  readonly #outside: number[] = [];
  #header!: RecordHeader;
  #newest = -Infinity;

  constructor(plan: PhysicalPlan, partition: number, traced: boolean) {
    this.#partition = partition;
    this.#traced = traced;
    this.#judgesRecords = plan.rules.lateUnit === "record";
    this.#observeFirst = plan.rules.clock === "observe-first";
    this.#windows = new WindowFinder(plan.query);
    const window = plan.query.kind === "aggregate" ? plan.query.window : null;
    this.#expireDelay = windowDelays(plan.rules, plan.late.allowedLateness, window).expireDelay;
  }

  begin(header: RecordHeader): void {
    this.#header = header;
  }

  readonly onLate = (row: number, judged: number, dropped: boolean): void => {
    if (dropped || this.#traced) this.#pending.set(row, { row, judged, reason: dropped ? "late" : null });
  };

  readonly onExpired = (row: number, judged: number): void => {
    this.expired++;
    if (this.#header.eventTime[row]! < judged) this.lateExpired++;
    const reason = this.#judgesRecords ? "expired" : "late";
    const known = this.#pending.get(row);
    if (known) known.reason = reason;
    else this.#pending.set(row, { row, judged, reason });
  };

  /** Where windows are judged, and not records, this is what being late and counted means. */
  readonly onCorrection = (row: number, judged: number): void => {
    if (!this.#traced) return;
    this.#corrected.push(row);
    if (!this.#judgesRecords) this.#pending.set(row, { row, judged, reason: null });
  };

  readonly onMissed = (row: number): void => {
    this.windowMisses++;
    if (this.#traced) this.#missed.push(row);
  };

  /** Where windows are judged, the one before it judges it: it is late when that one has gone. */
  readonly onNoWindow = (row: number, judged: number): void => {
    const time = this.#header.eventTime[row]!;
    if (!this.#judgesRecords && judged >= this.#windows.lastEnd(time) + this.#expireDelay)
      return this.onExpired(row, judged);
    this.inNoWindow++;
    if (this.#judgesRecords && time < judged) this.lateInNoWindow++;
    this.#pending.delete(row);
    if (this.#traced) this.#outside.push(row);
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
      fates[row] =
        status[row] === RecordStatus.filtered
          ? FILTERED
          : time < newest && time > -Infinity
            ? OUT_OF_ORDER
            : COUNTED;
      if (time > newest) newest = time;
    }
    this.#newest = newest;
    for (const { row, reason } of this.#pending.values()) {
      if (reason === null) fates[row] = COUNTED_LATE;
      else fates[row] = reason === "expired" ? DROPPED | EXPIRED_BIT : DROPPED;
    }
    for (const row of this.#outside.splice(0)) fates[row] = IN_NO_WINDOW;
    for (const row of this.#corrected.splice(0)) fates[row]! |= CORRECTED_BIT;
    for (const row of this.#missed.splice(0)) fates[row]! |= MISSED_BIT;
  }

  #entry({ row, judged, reason }: Pending, steps: WatermarkSteps, moverBefore: number): LateEntry {
    const { base, eventTime, arrival } = this.#header;
    const time = eventTime[row]!;
    const step = steps.stepAt(row, !this.#observeFirst);
    const windows = this.#windows.of(time);
    return {
      seq: base + row,
      reason,
      partition: this.#partition,
      eventTime: time,
      arrival: arrival[row]!,
      watermark: judged,
      mover: step < 0 ? moverBefore : base + steps.rows[step]!,
      lateness: judged - time,
      windowStart: windows.at(0)?.start ?? null,
      windowEnd: windows.at(-1)?.end ?? null,
    };
  }
}
