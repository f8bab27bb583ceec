/** What became of a record, as one byte: its index here (semantics.md, section 6; the page uses these words). */
export const VERDICTS = [
  "not yet",
  "counted",
  "out of order",
  "counted late",
  "dropped",
  "filtered",
  "skipped",
  "in no window",
  "malformed",
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** @returns The byte of a verdict. */
export function verdictByte(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}
