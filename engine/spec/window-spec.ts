/** A window kind with its measures. All lengths are whole milliseconds. */
export type WindowSpec = GridWindowSpec | SessionWindowSpec;

/** Kinds whose windows lie on a grid, so that a time alone tells them; `size` is that of the longest window. */
export type GridWindowSpec = TumblingWindowSpec | HoppingWindowSpec | CumulateWindowSpec;

/** Windows [offset + k·size, offset + (k+1)·size), k any integer. */
export interface TumblingWindowSpec {
  readonly kind: "tumbling";
  /** ms, at least 1. */
  readonly size: number;
  /** ms, any sign. */
  readonly offset: number;
}

/** Windows [offset + k·advance, offset + k·advance + size), k any integer: a record may be in several, or in none. */
export interface HoppingWindowSpec {
  readonly kind: "hopping";
  /** ms, at least 1. */
  readonly size: number;
  /** ms, at least 1. */
  readonly advance: number;
  /** ms, any sign. */
  readonly offset: number;
  /** Whether windows that would start below 0 do not exist. */
  readonly noneBelowZero: boolean;
}

/**
 * Windows [s, s + step), [s, s + 2·step) … [s, s + size) for each s = offset + j·size, j any integer. Where the size is
 * no whole number of steps, the last step is shorter.
 */
export interface CumulateWindowSpec {
  readonly kind: "cumulate";
  /** ms, at least 1. */
  readonly step: number;
  /** ms, at least the step. */
  readonly size: number;
  /** ms, any sign. */
  readonly offset: number;
}

/**
 * Sessions: [t, t + gap) of each record of a group, those that touch made one. They are known by their records alone.
 * semantics.md, section 4.
 */
export interface SessionWindowSpec {
  readonly kind: "session";
  /** ms, at least 1. */
  readonly gap: number;
  /** Whether records exactly a gap apart are in one session. */
  readonly touchingJoins: boolean;
  /** What results call the end of a session: its last record + gap, or the time of its last record. */
  readonly shownEnd: "last+gap" | "last";
}

/** ms around an event time in which the bounds of its windows lie, and what tells them. */
export function windowReach(spec: WindowSpec): number {
  switch (spec.kind) {
    case "session":
      return spec.gap;
    case "hopping":
      return Math.max(spec.size, spec.advance) + Math.abs(spec.offset);
    case "tumbling":
    case "cumulate":
      return spec.size + Math.abs(spec.offset);
  }
}

/** Windows that one record may be in: queries in which it may be in more are refused. */
export const MOST_WINDOWS_PER_RECORD = 10_000;

/** Windows that one record is in, at most; 1 without windows. */
export function windowsPerRecord(spec: WindowSpec | null): number {
  if (spec?.kind === "hopping") return Math.ceil(spec.size / spec.advance);
  return spec?.kind === "cumulate" ? Math.ceil(spec.size / spec.step) : 1;
}
