/**
 * Which windows an event time lies in. Windows are numbered: the number, the group and nothing else name the state.
 * Numbers ascend by end, then start, so those of one record are a run, in the order in which its rows are printed.
 */
export interface WindowAssigner {
  /** Windows that one record can be in, at most. */
  readonly windowsPerRecord: number;
  /**
   * Writes the numbers of the first and the last window of `times[rows[i]]` to `first[i - from]` and `last[i - from]`,
   * for i in from … to - 1; last < first where it is in none.
   */
  assign(
    times: Float64Array,
    rows: Int32Array,
    from: number,
    to: number,
    first: Float64Array,
    last: Float64Array,
  ): void;
  /** Start of a window, ms; -Infinity where there is none. */
  start(window: number): number;
  /** End of a window, exclusive, ms; Infinity where there is none. */
  end(window: number): number;
  /** The lowest end of any window above a time, ms. */
  nextEnd(time: number): number;
}
