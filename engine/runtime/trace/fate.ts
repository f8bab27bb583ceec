import { VERDICTS, type Verdict, verdictByte } from "../verdict.ts";

/**
 * What became of a record, in one byte: its verdict (verdict.ts) in the lower four bits, and beside it facts that the
 * verdict's word leaves out.
 */
const VERDICT_BITS = 0x0f;
/** Of a dropped record: expired in all its windows, and not late by the watermark. */
export const EXPIRED_BIT = 0x10;
/** Of a counted record: it corrected a closed window. */
export const CORRECTED_BIT = 0x20;
/** Of a counted record: it came too late for some of its windows. */
export const MISSED_BIT = 0x40;

export const DROPPED: number = verdictByte("dropped");
/** The words between them too. */
const COUNTED = verdictByte("counted");
const COUNTED_LATE = verdictByte("counted late");

/** @returns The byte of its verdict. */
export function verdictOf(fate: number): number {
  return fate & VERDICT_BITS;
}

export function verdictWord(fate: number): Verdict {
  return VERDICTS[fate & VERDICT_BITS]!;
}

export function isDropped(fate: number): boolean {
  return (fate & VERDICT_BITS) === DROPPED;
}

/** Whether it was aggregated, or, without GROUP BY, printed: "counted", "out of order" or "counted late". */
export function isCounted(fate: number): boolean {
  const verdict = fate & VERDICT_BITS;
  return verdict >= COUNTED && verdict <= COUNTED_LATE;
}
