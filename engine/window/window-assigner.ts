/**
 * Which window an event time lies in. Windows are numbered: the number, the group and nothing else name the state.
 * Numbers ascend with both bounds.
 */
export interface WindowAssigner {
  /** Writes the number of the window of `times[rows[i]]` to `out[i - from]`, for i in from … to - 1. */
  assign(times: Float64Array, rows: Int32Array, from: number, to: number, out: Float64Array): void;
  /** Start of a window, ms; -Infinity where there is none. */
  start(window: number): number;
  /** End of a window, exclusive, ms; Infinity where there is none. */
  end(window: number): number;
  /** The lowest end of any window above a time, ms. */
  nextEnd(time: number): number;
}
