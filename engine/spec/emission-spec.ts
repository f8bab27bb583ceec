/** When result rows leave: after every record, or once at close (and after each correction). semantics.md, section 5. */
export interface EmissionSpec {
  readonly mode: "changes" | "final";
  /** EMIT CHANGES only: the group that changed, or every group of its window. */
  readonly scope: "changed" | "window";
  /** EMIT CHANGES only: one more data row for each shown group at close. */
  readonly finalMarker: boolean;
  /** EMIT EVERY n ROWS: "final", and before the close one more row after every n-th record of a group; else null. */
  readonly everyRows: number | null;
  /**
   * EMIT EVERY interval, ms: "final", and before the close, whenever the arrival clock passes a multiple of it since
   * the epoch, one more row for each group that changed since; else null.
   */
  readonly everyInterval: number | null;
}
