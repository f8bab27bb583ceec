/** A window kind with its measures. All lengths are whole milliseconds. */
export type WindowSpec = TumblingWindowSpec;

/** Windows [offset + k·size, offset + (k+1)·size), k any integer. */
export interface TumblingWindowSpec {
  readonly kind: "tumbling";
  /** ms, at least 1. */
  readonly size: number;
  /** ms, any sign. */
  readonly offset: number;
}
