/** The words of the page that explain themselves on demand. */
export const TERM_NAMES = [
  "event time",
  "arrival",
  "watermark",
  "bound",
  "lateness",
  "window",
  "pane",
  "partition",
  "late",
  "dropped",
  "expired",
  "closes",
  "idle",
  "out of order",
] as const;

export type TermName = (typeof TERM_NAMES)[number];
