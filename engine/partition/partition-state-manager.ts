import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import type { LateAction } from "../spec/late-record-spec.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import { WatermarkManager } from "../watermark/watermark-manager.ts";
import type { WatermarkSteps } from "../watermark/watermark-steps.ts";
import { PartitionMetrics } from "./partition-metrics.ts";

/** What a partition hands on: the records that got through, each with the watermark that judges it, and the steps. */
export interface PartitionOutput {
  /** Rows of the batch, in order of arrival. */
  readonly rows: Int32Array;
  /** The watermark by which the record of the same position was judged, ms; -Infinity while unset. */
  readonly judged: Float64Array;
  readonly count: number;
  readonly steps: WatermarkSteps;
  /** Seq of the record that had last moved the watermark before this batch; -1 when none did. */
  readonly moverBefore: number;
}

/** A clock that several partitions share: its values for every record of the batch, and its steps. */
export interface SharedClock {
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly steps: WatermarkSteps;
  readonly moverBefore: number;
  /** ms; its value after the batch. */
  readonly current: number;
}

/** What of the query's rules concerns a partition. */
export interface PartitionRules {
  readonly watermark: WatermarkSpec;
  readonly action: LateAction;
  /** Whether the watermark observes a record before it is judged. */
  readonly observeFirst: boolean;
  /** Whether records are judged at all. */
  readonly judgesRecords: boolean;
}

/** Called for each late record that WHERE did not remove, with the watermark that judged it. */
export type LateListener = (row: number, judged: number, dropped: boolean) => void;

/**
 * One logical partition: metrics, watermark and the late verdict, record by record, then it hands the record on.
 * late <=> the watermark is set and t < watermark (equal is on time). Verdict and action are separate facts.
 */
export class PartitionStateManager {
  readonly metrics: PartitionMetrics = new PartitionMetrics();
  readonly #rules: PartitionRules;
  readonly #manager: WatermarkManager;
  #judged: Float64Array = new Float64Array(0);
  #kept: Int32Array = new Int32Array(0);
  /** The watermark that judges each row of the batch. */
  #judging: Float64Array = new Float64Array(0);
  /** Positions of the late rows of the batch. */
  #late: Int32Array = new Int32Array(0);
  /** Event time and status of the rows, one after the other, where they are not the whole batch. */
  #times: Float64Array = new Float64Array(0);
  #status: Uint8Array = new Uint8Array(0);

  constructor(rules: PartitionRules) {
    this.#rules = rules;
    this.#manager = new WatermarkManager(rules.watermark);
  }

  /**
   * @param rows of this partition, `count` of them.
   * @param shared the clock when its scope is wider than this partition, else null.
   * @returns Valid until the next call.
   */
  take(
    header: RecordHeader,
    rows: Int32Array,
    count: number,
    shared: SharedClock | null,
    onLate: LateListener,
  ): PartitionOutput {
    if (this.#judged.length < count) {
      this.#judged = new Float64Array(rows.length);
      this.#kept = new Int32Array(rows.length);
      this.#judging = new Float64Array(rows.length);
      this.#late = new Int32Array(rows.length);
    }
    const moverBefore = shared ? shared.moverBefore : this.#manager.mover;
    const source = shared ? this.#readShared(shared, rows, count) : this.#observe(header, rows, count);
    this.metrics.records += count;
    this.metrics.watermark = shared ? shared.current : this.#manager.current;
    if (count > 0) this.metrics.lastArrival = header.arrival[rows[count - 1]!]!;
    const kept = this.#judge(header, rows, count, source, onLate);
    const steps = shared ? shared.steps : this.#manager.steps;
    return { rows: this.#kept, judged: this.#judged, count: kept, steps, moverBefore };
  }

  /** @returns The watermark that judges each of the rows. */
  #observe(header: RecordHeader, rows: Int32Array, count: number): Float64Array {
    const { steps } = this.#manager;
    this.#manager.observe(header, rows, count);
    if (this.#rules.observeFirst || count === 0) return steps.values;
    this.#judging[0] = steps.initial;
    this.#judging.set(steps.values.subarray(0, count - 1), 1);
    return this.#judging;
  }

  #readShared(shared: SharedClock, rows: Int32Array, count: number): Float64Array {
    const source = this.#rules.observeFirst ? shared.after : shared.before;
    const judging = this.#judging;
    for (let i = 0; i < count; i++) judging[i] = source[rows[i]!]!;
    return judging;
  }

  /** Keeps what is neither filtered nor dropped, with what judged it. @returns How many. */
  #judge(
    header: RecordHeader,
    rows: Int32Array,
    count: number,
    source: Float64Array,
    onLate: LateListener,
  ): number {
    const isWhole = count === header.length;
    const { eventTime, status } = isWhole ? header : this.#gather(header, rows, count);
    const judged = this.#judged;
    const kept = this.#kept;
    const lates = this.#late;
    const judges = Number(this.#rules.judgesRecords);
    const drops = judges & Number(this.#rules.action === "drop");
    let keptCount = 0;
    let late = 0;
    // Without branches and calls, since what WHERE lets pass cannot be predicted: what does not pass is written over.
    for (let i = 0; i < count; i++) {
      const watermark = source[i]!;
      const isLate = Number(eventTime[i]! < watermark) & judges;
      lates[late] = i;
      late += isLate;
      kept[keptCount] = i;
      judged[keptCount] = watermark;
      keptCount += Number(status[i] !== RecordStatus.filtered) & (1 ^ (isLate & drops));
    }
    let filteredLate = 0;
    for (let i = 0; i < late; i++) {
      const at = lates[i]!;
      const isFiltered = drops === 0 && status[at] === RecordStatus.filtered;
      if (isFiltered) filteredLate++;
      else onLate(rows[at]!, source[at]!, drops === 1);
    }
    if (!isWhole) for (let i = 0; i < keptCount; i++) kept[i] = rows[kept[i]!]!;
    const dropped = drops * late;
    this.metrics.late += late;
    this.metrics.filtered += count - keptCount - dropped;
    this.metrics.lateKept += late - dropped - filteredLate;
    this.metrics.dropped += dropped;
    return keptCount;
  }

  #gather(
    header: RecordHeader,
    rows: Int32Array,
    count: number,
  ): { readonly eventTime: Float64Array; readonly status: Uint8Array } {
    if (this.#times.length < count) {
      this.#times = new Float64Array(rows.length);
      this.#status = new Uint8Array(rows.length);
    }
    const [eventTime, status] = [this.#times, this.#status];
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      eventTime[i] = header.eventTime[row]!;
      status[i] = header.status[row]!;
    }
    return { eventTime, status };
  }
}
