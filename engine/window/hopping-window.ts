import { type HoppingWindowSpec, windowsPerRecord } from "../spec/window-spec.ts";
import type { WindowAssigner } from "./window-assigner.ts";

/**
 * Half-open [offset + k·advance, offset + k·advance + size), k any integer, by floor division. Where the advance is
 * longer than the size some times are in no window. Window k has number k.
 */
export class HoppingWindow implements WindowAssigner {
  readonly windowsPerRecord: number;
  readonly #spec: HoppingWindowSpec;
  /** Number of the first window that there is. */
  readonly #lowest: number;

  constructor(spec: HoppingWindowSpec) {
    this.#spec = spec;
    this.#lowest = spec.noneBelowZero ? Math.ceil(-spec.offset / spec.advance) : -Infinity;
    this.windowsPerRecord = windowsPerRecord(spec);
  }

  assign(
    times: Float64Array,
    rows: Int32Array,
    from: number,
    to: number,
    first: Float64Array,
    last: Float64Array,
  ): void {
    const { size, advance, offset } = this.#spec;
    const lowest = this.#lowest;
    for (let i = from; i < to; i++) {
      const time = times[rows[i]!]! - offset;
      first[i - from] = Math.max(lowest, Math.floor((time - size) / advance) + 1);
      last[i - from] = Math.floor(time / advance);
    }
  }

  start(window: number): number {
    return this.#spec.offset + window * this.#spec.advance;
  }

  end(window: number): number {
    return this.start(window) + this.#spec.size;
  }

  nextEnd(time: number): number {
    return Number.isFinite(time) ? this.end(this.lastEndingBy(time) + 1) : time;
  }

  /** @returns The number of the last window with end <= time; of an infinite time that infinity. */
  lastEndingBy(time: number): number {
    const { size, advance, offset } = this.#spec;
    return Math.floor((time - offset - size) / advance);
  }

  /** @returns The number of the first window that holds the time at which a given one starts. */
  firstWith(window: number): number {
    return Math.max(this.#lowest, window - this.windowsPerRecord + 1);
  }
}
