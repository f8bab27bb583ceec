import type { RecordHeader } from "../data/record-status.ts";
import type { WatermarkSpec } from "../spec/watermark-spec.ts";
import { watermarkLag } from "./watermark-lag.ts";
import type { WatermarkSteps } from "./watermark-steps.ts";

/**
 * The watermark of one partition: bounded out-of-orderness, or ascending. Unset (-Infinity) until the first record;
 * then it advances when `candidate > watermark + min_advance`, and never goes back (law 6).
 */
export class WatermarkManager {
  readonly #lag: number;
  readonly #minAdvance: number;
  readonly #maxFutureSkew: number;
  /** ms; -Infinity while unset. */
  current: number = -Infinity;
  /** Seq of the record that last moved it; -1 when none did. */
  mover = -1;

  constructor(spec: WatermarkSpec) {
    this.#lag = watermarkLag(spec);
    this.#minAdvance = spec.minAdvance;
    this.#maxFutureSkew = spec.maxFutureSkew ?? Infinity;
  }

  /**
   * Observes the records `rows[0 … count)` one after the other.
   * @param after gets the watermark after each record. @param steps gets each advance; it was cleared by the caller.
   */
  observe(
    header: RecordHeader,
    rows: Int32Array,
    count: number,
    after: Float64Array,
    steps: WatermarkSteps,
  ): void {
    const { eventTime, arrival } = header;
    const lag = this.#lag;
    const minAdvance = this.#minAdvance;
    const skew = this.#maxFutureSkew;
    steps.reserve(count);
    const { rows: stepRows, values: stepValues, timers } = steps;
    let watermark = this.current;
    let length = 0;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const time = eventTime[row]!;
      const candidate = time - lag;
      if (candidate > watermark + minAdvance && time <= arrival[row]! + skew) {
        watermark = candidate;
        stepRows[length] = row;
        stepValues[length] = candidate;
        timers[length++] = 0;
      }
      after[i] = watermark;
    }
    steps.length = length;
    this.current = watermark;
    if (length > 0) this.mover = header.base + stepRows[length - 1]!;
  }
}
