/** The words of a changelog row, and the byte by which columns hold each: its index here. semantics.md, section 5. */
export const CHANGE_KINDS = ["+I", "-U", "+U", "-D"] as const;
export const PANES = ["early", "on-time", "late"] as const;
export const REASONS = [
  "record",
  "watermark",
  "correction",
  "merge",
  "idle",
  "timer",
  "end of input",
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];
export type Pane = (typeof PANES)[number];
export type Reason = (typeof REASONS)[number];

/** Bytes of the kinds that the engine writes. */
export const INSERT = 0;
export const UPDATE_BEFORE = 1;
export const UPDATE_AFTER = 2;
export const DELETE = 3;

/** Byte of a pane; `NO_PANE` for results without a window. */
export const EARLY = 0;
export const ON_TIME = 1;
export const LATE = 2;
export const NO_PANE = 255;

/** Bytes of the reasons that the engine writes. */
export const BY_RECORD = 0;
export const BY_WATERMARK = 1;
export const BY_CORRECTION = 2;
export const BY_MERGE = 3;
export const BY_IDLE = 4;
export const BY_TIMER = 5;
export const BY_END_OF_INPUT = 6;

/**
 * Where a row stands among those of one cause: timers come before the record, closes after it.
 * @param reason byte of a reason.
 */
export function phaseOf(reason: number): 0 | 1 | 2 {
  if (reason === BY_IDLE || reason === BY_TIMER) return 0;
  return reason === BY_WATERMARK || reason === BY_END_OF_INPUT ? 2 : 1;
}
