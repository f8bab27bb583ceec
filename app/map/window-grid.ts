import type { WindowSpec } from "../../engine/client/types.ts";
import type { Span } from "./map-types.ts";

/** Windows whose edges a time alone tells. */
type GridSpec = Exclude<WindowSpec, { readonly kind: "session" }>;

/** [start, end), ms. */
export interface GridWindow {
  readonly start: number;
  readonly end: number;
}

/** ms from one edge of windows to the next of the same kind: the unit of the ticks; null where there is no grid. */
export function gridStep(window: WindowSpec | null): number | null {
  switch (window?.kind) {
    case "tumbling":
      return window.size;
    case "hopping":
      return window.advance;
    case "cumulate":
      return window.step;
    case "session":
    case undefined:
      return null;
  }
}

/** ms by which the grid lies beside multiples of its step. */
export function gridOffset(window: WindowSpec | null): number {
  return window === null || window.kind === "session" ? 0 : window.offset;
}

/** Rows that windows need beside one another so that none overlaps another: as many as one time may lie in. */
export function rowCount(window: WindowSpec | null): number {
  if (window?.kind === "hopping") return Math.ceil(window.size / window.advance);
  return window?.kind === "cumulate" ? Math.ceil(window.size / window.step) : 1;
}

/** The row of a window, from 0: hopping windows take turns, cumulating ones lie by their length. */
export function rowOfWindow(window: WindowSpec | null, { start, end }: GridWindow): number {
  if (window?.kind === "hopping")
    return modulo(Math.floor((start - window.offset) / window.advance), rowCount(window));
  return window?.kind === "cumulate" ? Math.ceil((end - start) / window.step) - 1 : 0;
}

/**
 * The step of a window that no other one ends in: where windows are too many for rows of their own, it stands for the
 * window.
 */
export function lastStep(window: WindowSpec | null, { start, end }: GridWindow): GridWindow {
  if (window?.kind === "hopping") return { start: Math.max(start, end - window.advance), end };
  if (window?.kind !== "cumulate") return { start, end };
  const steps = Math.ceil((end - start) / window.step);
  return { start: start + (steps - 1) * window.step, end };
}

/** Whether a time may lie in several windows. */
export function overlaps(window: WindowSpec | null): boolean {
  return rowCount(window) > 1;
}

/** The windows of the grid that touch [from, to), at most `most` of them, ascending by start, then end. */
export function gridWindows(window: WindowSpec | null, { from, to }: Span, most = 500): GridWindow[] {
  if (window === null || window.kind === "session") return [];
  const found: GridWindow[] = [];
  const { every, length } = rhythm(window);
  const lowest = window.kind === "hopping" && window.noneBelowZero ? 0 : -Infinity;
  const first = Math.floor((Math.max(from, lowest) - length - window.offset) / every) + 1;
  for (let k = first; found.length < most; k++) {
    const start = window.offset + k * every;
    if (start >= to) break;
    for (const end of endsOf(window, start))
      if (end > from && found.length < most && start >= lowest) found.push({ start, end });
  }
  return found;
}

/** More gaps than this in a view cannot be told apart. */
const MOST_GAPS = 200;

/**
 * Spans of [from, to) that no window holds, ascending: where windows begin farther apart than they are long. None
 * where there are too many to be seen.
 */
export function gapsOf(window: WindowSpec | null, { from, to }: Span): Span[] {
  if (window?.kind !== "hopping" || window.advance <= window.size) return [];
  const around = gridWindows(window, { from: from - window.advance, to }, MOST_GAPS);
  if (around.length === MOST_GAPS) return [];
  return around.flatMap(({ start, end }) => {
    const gap = { from: Math.max(from, end), to: Math.min(to, start + window.advance) };
    return gap.from < gap.to ? [gap] : [];
  });
}

/** From the start of the first window that holds `from` to the end of the last that holds `to`, ms; of a gap, to its end. */
export function gridSpan(window: GridSpec, { from, to }: Span): Span {
  const { every, length } = rhythm(window);
  const place = (time: number): number => Math.floor((time - window.offset) / every) * every + window.offset;
  const start = Math.min(place(from), place(from - length) + every);
  const isMissing = window.kind === "hopping" && window.noneBelowZero && start < 0;
  return {
    from: isMissing ? Math.min(0, place(from)) : start,
    to: place(to) + (to < place(to) + length ? length : every),
  };
}

/** Groups of windows begin so many ms apart, and the longest of each is so long. */
function rhythm(window: GridSpec): { readonly every: number; readonly length: number } {
  return { every: window.kind === "hopping" ? window.advance : window.size, length: window.size };
}

function endsOf(window: GridSpec, start: number): number[] {
  if (window.kind !== "cumulate") return [start + window.size];
  return Array.from({ length: rowCount(window) }, (_, i) =>
    Math.min(start + (i + 1) * window.step, start + window.size),
  );
}

function modulo(n: number, by: number): number {
  return ((n % by) + by) % by;
}
