/** The smallest settings, in steps of 0.1 s, that drop none of the records read so far, each alone, with its price. */
export interface KeepAll {
  /** A bound delays results: median over the windows closed in both runs, ms. */
  readonly bound: { readonly ms: number; readonly delay: number } | null;
  /** A lateness adds corrections. */
  readonly lateness: { readonly ms: number; readonly corrections: number } | null;
}
