import type { Corner } from "./rounded-path.ts";
import type { Projection } from "./projection.ts";

/** Bounds of a session from an arrival on, ms. */
export interface CapsuleLevel {
  readonly arrival: number;
  readonly start: number;
  readonly end: number;
}

/** Ascending by arrival; of levels within one pixel the last, so that no step is too small to be seen. */
export function distinctLevels(levels: readonly CapsuleLevel[], { otherScale }: Projection): CapsuleLevel[] {
  const distinct: CapsuleLevel[] = [];
  for (const level of levels) {
    const last = distinct.at(-1);
    if (last && (level.arrival - last.arrival) * otherScale < 1)
      distinct[distinct.length - 1] = { ...level, arrival: last.arrival };
    else distinct.push(level);
  }
  return distinct;
}

/**
 * The part of a session's shape between two arrivals: its bottom edge at the first record, a step at each later one.
 * @param levels as `distinctLevels` gives them. @param since,until ms of arrival. @returns No corners where there is no
 * such part; corners at a cut are sharp.
 */
export function capsuleCorners(
  levels: readonly CapsuleLevel[],
  { since, until, top }: { readonly since: number; readonly until: number; readonly top: number },
  projection: Projection,
): Corner[] {
  const bottom = levels[0]?.arrival ?? Infinity;
  const from = Math.max(since, bottom);
  if (from >= until) return [];
  const corner = (event: number, arrival: number): Corner => ({
    x: projection.x(event, arrival),
    y: projection.y(event, arrival),
    round: (arrival > from || from === bottom) && (arrival < until || until === top),
  });
  const right: Corner[] = [];
  const left: Corner[] = [];
  levels.forEach((level, i) => {
    const begin = Math.max(level.arrival, from);
    const end = Math.min(levels[i + 1]?.arrival ?? until, until);
    if (begin > end || (begin === end && end !== until)) return;
    right.push(corner(level.end, begin), corner(level.end, end));
    left.push(corner(level.start, begin), corner(level.start, end));
  });
  return [...right, ...left.toReversed()];
}
