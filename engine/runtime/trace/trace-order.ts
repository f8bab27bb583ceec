import type { StepColumns, WindowColumns } from "./trace-tables.ts";

export type StepRows = Omit<StepColumns, "from">;
export type WindowRows = Omit<WindowColumns, "from">;

/** The order of row `i` of `a` and row `j` of `b`, as a sort wants it. */
type Compare<Rows> = (a: Rows, i: number, b: Rows, j: number) => number;

/** By seq; all moves that one record causes come from one host, in the order in which they happen. */
export const compareSteps: Compare<StepRows> = (a, i, b, j) =>
  ascending(a.seq[i]!, b.seq[j]!) || ascending(a.clock[i]!, b.clock[j]!);

/**
 * By seq; of sessions first what a timer caused; then openings before growths, absorptions, closings, retractions and
 * expirations, each by window, partition and group. No two that differ are equal in all of that, so the order is one,
 * however the partitions are spread over threads.
 */
export const compareWindows: Compare<WindowRows> = (a, i, b, j) =>
  ascending(a.seq[i]!, b.seq[j]!) ||
  ascending(b.timer[j]!, a.timer[i]!) ||
  ascending(a.event[i]!, b.event[j]!) ||
  ascending(a.end[i]!, b.end[j]!) ||
  ascending(a.start[i]!, b.start[j]!) ||
  ascending(a.partition[i]!, b.partition[j]!) ||
  ascending(a.key[i]!, b.key[j]!);

/** Visits the rows of all parts in one order. @param parts each of them in that order already. */
export function mergeInOrder<Rows extends { readonly seq: Float64Array }>(
  parts: readonly Rows[],
  compare: Compare<Rows>,
  visit: (rows: Rows, at: number) => void,
): void {
  const next = parts.map(() => 0);
  for (;;) {
    let from = -1;
    for (let part = 0; part < parts.length; part++) {
      const rows = parts[part]!;
      if (next[part] === rows.seq.length) continue;
      if (from < 0 || compare(rows, next[part]!, parts[from]!, next[from]!) < 0) from = part;
    }
    if (from < 0) return;
    visit(parts[from]!, next[from]!++);
  }
}

/** Infinity, the seq of the end of input, equals itself. */
function ascending(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
