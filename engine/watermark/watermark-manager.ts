import type { RecordHeader } from "../data/record-status.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import { proposedBy, watermarkLag } from "./watermark-lag.ts";
import { WatermarkSteps } from "./watermark-steps.ts";

/**
 * The watermark of one partition, whatever proposes it. Unset (-Infinity) until the first record that does; then it
 * advances when `candidate > watermark + min_advance`, and never goes back (law 6).
 */
export class WatermarkManager {
  /** Its course over the last batch that was observed: one entry a record. */
  readonly steps: WatermarkSteps = new WatermarkSteps();
  /** ms; -Infinity while unset. */
  current: number = -Infinity;
  /** Seq of the record that last moved it; -1 when none did. */
  mover = -1;
  readonly #lag: number;
  readonly #above: number;
  readonly #minAdvance: number;
  readonly #maxFutureSkew: number;
  /** What the observed records propose, one after the other, where they are not the whole batch. */
  #proposed: Float64Array = new Float64Array(0);

  constructor(spec: WatermarkSpec) {
    this.#lag = watermarkLag(spec);
    this.#above = spec.above ?? -Infinity;
    this.#minAdvance = spec.minAdvance;
    this.#maxFutureSkew = spec.maxFutureSkew ?? Infinity;
  }

  /** Observes the records `rows[0 … count)` one after the other; `steps.values` is the watermark after each. */
  observe(header: RecordHeader, rows: Int32Array, count: number): void {
    const steps = this.steps;
    steps.begin(this.current);
    if (steps.values.length < count) {
      steps.values = new Float64Array(rows.length);
      steps.timers = new Uint8Array(rows.length);
    }
    steps.rows = rows;
    steps.length = count;
    if (this.#minAdvance === 0 && this.#maxFutureSkew === Infinity && this.#above === -Infinity)
      this.#follow(this.#proposedBy(header, rows, count), count);
    else this.#advance(header, rows, count);
    const step = count === 0 ? -1 : steps.stepAt(rows[count - 1]!, false);
    if (step >= 0) this.mover = header.base + rows[step]!;
  }

  /** Rows ascend, so that as many as the batch has are the batch. */
  #proposedBy(header: RecordHeader, rows: Int32Array, count: number): Float64Array {
    const proposed = proposedBy(header);
    if (count === header.length) return proposed;
    if (this.#proposed.length < count) this.#proposed = new Float64Array(rows.length);
    for (let i = 0; i < count; i++) this.#proposed[i] = proposed[rows[i]!]!;
    return this.#proposed;
  }

  /** The usual case, as a running maximum. */
  #follow(proposed: Float64Array, count: number): void {
    const after = this.steps.values;
    const lag = this.#lag;
    let watermark = this.current;
    for (let i = 0; i < count; i++) {
      const candidate = proposed[i]! - lag;
      // Not Math.max, which looks for NaN and -0 too.
      watermark = candidate > watermark ? candidate : watermark;
      after[i] = watermark;
    }
    this.current = watermark;
  }

  #advance(header: RecordHeader, rows: Int32Array, count: number): void {
    const { eventTime, arrival } = header;
    const proposed = proposedBy(header);
    const after = this.steps.values;
    const lag = this.#lag;
    const above = this.#above;
    const minAdvance = this.#minAdvance;
    const skew = this.#maxFutureSkew;
    let watermark = this.current;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const candidate = proposed[row]! - lag;
      const advances = candidate > watermark + minAdvance && candidate > above;
      if (advances && !(eventTime[row]! > arrival[row]! + skew)) watermark = candidate;
      after[i] = watermark;
    }
    this.current = watermark;
  }
}
