/** How event time advances. All durations are whole milliseconds. semantics.md, section 3. */
export interface WatermarkSpec {
  /**
   * Bounded: candidate = t - bound; ascending: t - 1; punctuated: the value of the stream's punctuation column
   * (`TimeColumns.punctuation`), where it is no NULL; none: it stays unset.
   */
  readonly strategy: "bounded" | "ascending" | "punctuated" | "none";
  /** ms that the watermark stays behind the newest event time; at least 0; of `bounded` alone. */
  readonly bound: number;
  /** ms: a candidate has to be above it, or it moves nothing. Left out: any will do. */
  readonly above?: number;
  /** ms by which a candidate must exceed the watermark to advance it (strictly). */
  readonly minAdvance: number;
  /** Whose watermark judges and closes. */
  readonly scope: "partition" | "global" | "source";
  /** ms of arrival time without a record after which a split or partition leaves the minimum; null: never. */
  readonly idleTimeout: number | null;
  /** A record with event time above arrival + this moves no watermark; null: off. */
  readonly maxFutureSkew: number | null;
}
