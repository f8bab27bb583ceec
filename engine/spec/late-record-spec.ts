/** What is done with a record that the watermark judges late. Verdict and action are separate facts. */
export type LateAction = "drop" | "process_with_warning" | "process_all";

export interface LateRecordSpec {
  /** The visitor's choice, or the preset's. `dead_letter` is `drop`. */
  readonly action: LateAction;
  /** ms that a closed window is kept for corrections; at least 0. */
  readonly allowedLateness: number;
}
