import { type HoppingWindowSpec, windowsPerRecord } from "../spec/window-spec.ts";
import type { WindowAssigner } from "./window-assigner.ts";

/**
 * Half-open [offset + k·advance, offset + k·advance + size), k any integer, by floor division. Where the advance is
 * longer than the size some times are in no window. Window k has number k.
 */
export class HoppingWindow implements WindowAssigner {
  readonly windowsPerRecord: number;
  readonly #spec: HoppingWindowSpec;

  constructor(spec: HoppingWindowSpec) {
    this.#spec = spec;
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
    const { size, advance, offset, noneBelowZero } = this.#spec;
    const lowest = noneBelowZero ? Math.ceil(-offset / advance) : -Infinity;
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
    if (!Number.isFinite(time)) return time;
    const { size, advance, offset } = this.#spec;
    return this.end(Math.floor((time - offset - size) / advance) + 1);
  }
}
