import type { TumblingWindowSpec } from "../spec/window-spec.ts";
import type { WindowAssigner } from "./window-assigner.ts";

/** Half-open [offset + k·size, offset + (k+1)·size): floor division, also below zero. Window k has number k. */
export class TumblingWindow implements WindowAssigner {
  readonly windowsPerRecord = 1;
  readonly #size: number;
  readonly #offset: number;

  constructor(spec: TumblingWindowSpec) {
    this.#size = spec.size;
    this.#offset = spec.offset;
  }

  assign(
    times: Float64Array,
    rows: Int32Array,
    from: number,
    to: number,
    first: Float64Array,
    last: Float64Array,
  ): void {
    const size = this.#size;
    const offset = this.#offset;
    for (let i = from; i < to; i++)
      last[i - from] = first[i - from] = Math.floor((times[rows[i]!]! - offset) / size);
  }

  start(window: number): number {
    return this.#offset + window * this.#size;
  }

  end(window: number): number {
    return this.#offset + (window + 1) * this.#size;
  }

  nextEnd(time: number): number {
    if (!Number.isFinite(time)) return time;
    return this.#offset + (Math.floor((time - this.#offset) / this.#size) + 1) * this.#size;
  }
}
