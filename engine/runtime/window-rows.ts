/** One window that has or had state, at the position that is shown. */
export interface WindowRow {
  readonly partition: number;
  /** ms, [start, end). */
  readonly start: number;
  readonly end: number;
  readonly state: "open" | "closed" | "expired";
  /** Records counted in it, and those of them that corrected it after it had closed. */
  readonly counted: number;
  readonly corrections: number;
  readonly opened: Moment;
  readonly closed: Moment | null;
  readonly expired: Moment | null;
  /** ms of watermark still missing until it closes (open) or expires (closed); null once expired, or while the watermark is unset. */
  readonly remaining: number | null;
}

/** A record, and when it came. */
export interface Moment {
  /** Infinity at the end of input. */
  readonly seq: number;
  /** ms; null at the end of input. */
  readonly arrival: number | null;
}
