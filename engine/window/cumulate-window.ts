import { type CumulateWindowSpec, windowsPerRecord } from "../spec/window-spec.ts";
import type { WindowAssigner } from "./window-assigner.ts";

/**
 * In each stretch [offset + j·size, offset + (j+1)·size), j any integer: windows that all begin with it and end one
 * step after the other, the last with the stretch. With n windows a stretch, the i-th of them has number j·n + i.
 */
export class CumulateWindow implements WindowAssigner {
  readonly windowsPerRecord: number;
  readonly #spec: CumulateWindowSpec;

  constructor(spec: CumulateWindowSpec) {
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
    for (let i = from; i < to; i++) {
      const window = this.#firstEndingAfter(times[rows[i]!]!);
      first[i - from] = window;
      last[i - from] = (this.#stretch(window) + 1) * this.windowsPerRecord - 1;
    }
  }

  start(window: number): number {
    return this.#spec.offset + this.#stretch(window) * this.#spec.size;
  }

  end(window: number): number {
    const { size, step } = this.#spec;
    const stretch = this.#stretch(window);
    const steps = window - stretch * this.windowsPerRecord + 1;
    return this.#spec.offset + stretch * size + Math.min(steps * step, size);
  }

  nextEnd(time: number): number {
    return Number.isFinite(time) ? this.end(this.#firstEndingAfter(time)) : time;
  }

  #stretch(window: number): number {
    return Math.floor(window / this.windowsPerRecord);
  }

  #firstEndingAfter(time: number): number {
    const { size, step, offset } = this.#spec;
    const stretch = Math.floor((time - offset) / size);
    const within = time - offset - stretch * size;
    return stretch * this.windowsPerRecord + Math.floor(within / step);
  }
}
