import type { ChartLine, Pane, QuerySummary } from "../../../engine/client/types.ts";
import type { Domain } from "./scale.ts";

/** A point of the output chart; a null value breaks the line. */
export interface SeriesPoint {
  /** ms of arrival. */
  readonly arrival: number;
  readonly value: number | null;
  readonly pane: Pane | null;
}

/** A point of the highlighted key that has a label: the end of a line, and each final row. */
export interface LineEnd {
  readonly arrival: number;
  readonly value: number;
  readonly windowStart: number | null;
  readonly windowEnd: number | null;
  /** The last of its line. */
  readonly newest: boolean;
}

export interface OutputSeries {
  /** All lines of the highlighted key, one after the other. */
  readonly highlighted: readonly SeriesPoint[];
  readonly others: readonly SeriesPoint[];
  /** Newest first. */
  readonly ends: readonly LineEnd[];
  /** What the values of all keys span, and those of the highlighted one. */
  readonly all: Domain;
  readonly own: Domain;
}

/** The keys that have lines, in the order of their names. */
export function keysOf(lines: readonly ChartLine[]): readonly string[] {
  return [...new Set(lines.map(({ key }) => key))].toSorted();
}

/**
 * The key whose story is fullest: the one with the most points.
 * @param held the key shown so far; it stays until another has half as many again, so that the picture holds still.
 */
export function busiestKey(lines: readonly ChartLine[], held: string): string {
  const points = new Map<string, number>();
  for (const { key, points: own } of lines) points.set(key, (points.get(key) ?? 0) + own.length);
  let best = "";
  for (const [key, count] of points) if (best === "" || count > (points.get(best) ?? 0)) best = key;
  const holds = points.get(held);
  return holds !== undefined && (points.get(best) ?? 0) < holds * 1.5 + 3 ? held : best;
}

/**
 * Two series instead of a line each: a chart draws them ten times a second, whatever the number of keys.
 * @param now ms; a line that can still change goes on to it.
 */
export function outputSeries(
  lines: readonly ChartLine[],
  key: string,
  now: number | null,
  query: QuerySummary,
): OutputSeries {
  const highlighted: SeriesPoint[] = [];
  const others: SeriesPoint[] = [];
  const ends: LineEnd[] = [];
  /** A final row belongs to its own window: a correction of it is no point on the way to the next. */
  const final = query.emission === "final";
  for (const line of lines) {
    const target = line.key === key ? highlighted : others;
    const apart: SeriesPoint[] = [];
    /** What stood until then. */
    let stood: number | null = null;
    for (const [arrival, value, pane] of line.points) {
      if (value === null) target.push({ arrival, value: stood, pane: null }, { arrival, value, pane: null });
      else if (final && pane === "late")
        apart.push({ arrival, value: null, pane: null }, { arrival, value, pane });
      else target.push({ arrival, value, pane });
      stood = value;
    }
    target.push(...apart);
    const last = line.points.at(-1);
    if (!last) continue;
    const [arrival, value, pane] = last;
    // A row that was withdrawn has no end that could be told.
    if (value === null) continue;
    const open = !final && (line.windowEnd === null || pane === "early");
    const end = open && now !== null && now > arrival ? now : arrival;
    if (end > arrival) target.push({ arrival: end, value, pane: null });
    target.push({ arrival: end, value: null, pane: null });
    if (line.key === key)
      ends.push({
        arrival: end,
        value,
        windowStart: line.windowStart,
        windowEnd: line.windowEnd,
        newest: true,
      });
    if (final && line.key === key)
      for (const [at, one] of line.points.slice(0, -1))
        if (one !== null)
          ends.push({ arrival: at, value: one, windowStart: null, windowEnd: null, newest: false });
  }
  ends.sort((a, b) => b.arrival - a.arrival || (b.windowEnd ?? 0) - (a.windowEnd ?? 0));
  const own = spanOf(highlighted);
  const rest = spanOf(others);
  const all = { low: Math.min(own.low, rest.low), high: Math.max(own.high, rest.high) };
  return { highlighted, others, ends, all: orZero(all), own: orZero(own) };
}

function spanOf(points: readonly SeriesPoint[]): Domain {
  let low = Infinity;
  let high = -Infinity;
  for (const { value } of points) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}

function orZero(domain: Domain): Domain {
  return domain.low > domain.high ? { low: 0, high: 0 } : domain;
}
