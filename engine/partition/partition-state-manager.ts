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
    this.#judged[0] = steps.initial;
    this.#judged.set(steps.values.subarray(0, count - 1), 1);
    return this.#judged;
  }

  #readShared(shared: SharedClock, rows: Int32Array, count: number): Float64Array {
    const source = this.#rules.observeFirst ? shared.after : shared.before;
    const judged = this.#judged;
    for (let i = 0; i < count; i++) judged[i] = source[rows[i]!]!;
    return judged;
  }

  /** Keeps what is neither filtered nor dropped, with what judged it. @returns How many. */
  #judge(
    header: RecordHeader,
    rows: Int32Array,
    count: number,
    source: Float64Array,
    onLate: LateListener,
  ): number {
    const { eventTime, status } = header;
    const judged = this.#judged;
    const kept = this.#kept;
    const judges = this.#rules.judgesRecords;
    const drops = judges && this.#rules.action === "drop";
    let keptCount = 0;
    let late = 0;
    let filtered = 0;
    let filteredLate = 0;
    let dropped = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const watermark = source[i]!;
      const isLate = judges && eventTime[row]! < watermark;
      const passes = Number(status[row] !== RecordStatus.filtered);
      if (isLate) {
        late++;
        if (drops) {
          dropped++;
          onLate(row, watermark, true);
          continue;
        }
        if (passes === 0) filteredLate++;
        else onLate(row, watermark, false);
      }
      // Without a branch, since what WHERE lets pass cannot be predicted: what does not pass is written over.
      kept[keptCount] = row;
      judged[keptCount] = watermark;
      keptCount += passes;
      filtered += 1 - passes;
    }
    this.metrics.late += late;
    this.metrics.filtered += filtered;
    this.metrics.lateKept += late - dropped - filteredLate;
    this.metrics.dropped += dropped;
    return keptCount;
  }
}
