/** How a time is written or read, piece by piece; made by `parseStrftime` or `parseJavaPattern`. */
export type TimePattern = readonly PatternPiece[];

export type PatternPiece =
  /** As it stands. */
  | { readonly kind: "text"; readonly text: string }
  /** A whole number, filled up on the left to `width` with `fill`. */
  | {
      readonly kind: "number";
      readonly field: NumberField;
      readonly width: number;
      readonly fill: "0" | " ";
    }
  | { readonly kind: "name"; readonly field: "month" | "weekday"; readonly short: boolean }
  /** AM or PM. */
  | { readonly kind: "half"; readonly lower: boolean }
  /** The first digits of the fraction of a second, 1 … 9, with the point before them or not. */
  | { readonly kind: "fraction"; readonly digits: number; readonly point: boolean }
  /** How UTC is written; read is any distance from UTC. */
  | { readonly kind: "zone"; readonly utc: "+0000" | "+00:00" | "Z" | "UTC" };

export type NumberField =
  | "year"
  | "yearOfCentury"
  | "isoYear"
  | "isoYearOfCentury"
  | "century"
  | "quarter"
  | "month"
  | "day"
  | "dayOfYear"
  | "isoWeek"
  | "mondayWeek"
  | "sundayWeek"
  | "isoWeekday"
  | "weekday"
  | "hour"
  | "hour12"
  | "minute"
  | "second"
  | "epoch";

/** A pattern that cannot be read; one sentence says why. */
export interface PatternProblem {
  readonly problem: string;
}

export const monthNames: readonly string[] =
  "January February March April May June July August September October November December".split(" ");

/** From Monday. */
export const weekdayNames: readonly string[] =
  "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** Fields that say nothing of the time alone, or that nobody reads a time from. */
const unreadable: ReadonlySet<NumberField> = new Set([
  "isoYear",
  "isoYearOfCentury",
  "century",
  "quarter",
  "isoWeek",
  "mondayWeek",
  "sundayWeek",
  "isoWeekday",
  "weekday",
]);

/** @returns Why no time can be read by the pattern, or null when one can. */
export function readingProblem(pattern: TimePattern): string | null {
  for (const piece of pattern)
    if (piece.kind === "number" && unreadable.has(piece.field))
      return "Weeks, quarters and centuries can be written, but no time is read from them.";
  return null;
}
