/** A half-open range of UTF-16 offsets into the SQL text that the visitor typed. */
export interface SourceRange {
  /** First offset, from 0. */
  readonly start: number;
  /** Offset after the last character; never below `start`. */
  readonly end: number;
}

/** The smallest range that holds both. */
export function spanOf(a: SourceRange, b: SourceRange): SourceRange {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
