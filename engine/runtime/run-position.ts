/** Where a run is looked at: what holds there is a function of the document and of this alone (law 3). */
export interface RunPosition {
  /** Records read. */
  readonly read: number;
  /** Whether the end of input was processed as well: position N+1. */
  readonly ended: boolean;
  /** Output rows that are out: the first so many of the changelog. */
  readonly rowsOut: number;
}
