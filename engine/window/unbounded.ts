import type { WindowAssigner } from "./window-assigner.ts";

/** All time is window 0: a group without a window stays open until the end of input. */
export class Unbounded implements WindowAssigner {
  readonly windowsPerRecord = 1;

  assign(
    _times: Float64Array,
    _rows: Int32Array,
    from: number,
    to: number,
    first: Float64Array,
    last: Float64Array,
  ): void {
    first.fill(0, 0, to - from);
    last.fill(0, 0, to - from);
  }

  start(): number {
    return -Infinity;
  }

  end(): number {
    return Infinity;
  }

  nextEnd(): number {
    return Infinity;
  }
}
