import type { SourceRange } from "../common/source-range.ts";
import { TIMESTAMP } from "../data/data-type.ts";
import { bound, type Bound } from "./bound.ts";
import { shiftTime } from "./shift-time.ts";

/** A time that a window has: its start, its end (exclusive), or its last millisecond. */
export type WindowBound = "start" | "end" | "time";

const columns: ReadonlyMap<string, WindowBound> = new Map([
  ["_window_start", "start"],
  ["window_start", "start"],
  ["windowstart", "start"],
  ["_window_end", "end"],
  ["window_end", "end"],
  ["windowend", "end"],
  ["window_time", "time"],
]);

const functions: ReadonlyMap<string, WindowBound> = new Map([
  ["tumble_start", "start"],
  ["tumble_end", "end"],
  ["tumble_rowtime", "time"],
  ["hop_start", "start"],
  ["hop_end", "end"],
  ["hop_rowtime", "time"],
  ["session_start", "start"],
  ["session_end", "end"],
  ["session_rowtime", "time"],
]);

/** The bound that a column of that name is, in any of the engines' spellings; null: it is none. */
export function boundOfColumn(name: string): WindowBound | null {
  return columns.get(name.toLowerCase()) ?? null;
}

/** The bound that a function of that name gives; null: it is none. */
export function boundOfFunction(name: string): WindowBound | null {
  return functions.get(name.toLowerCase()) ?? null;
}

/** What to do about a bound where no window is: each engine's names ask for its own form of one. */
export function windowAdvice(name: string): string {
  return /^windowstart$|^windowend$/i.test(name)
    ? "Add WINDOW TUMBLING (SIZE 5 MINUTES) behind the stream in FROM, and GROUP BY."
    : "Add WINDOW TUMBLING(5m) after GROUP BY.";
}

/** @param start index of window_start in the result scope; window_end follows it. */
export function bindWindowBound(which: WindowBound, start: number, range: SourceRange): Bound {
  if (which === "start") return bound({ kind: "column", index: start, type: TIMESTAMP }, range);
  const end = { kind: "column", index: start + 1, type: TIMESTAMP } as const;
  return bound(which === "end" ? end : shiftTime(end, -1), range);
}
