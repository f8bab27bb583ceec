/** A corner of a polygon, px. */
export interface Corner {
  readonly x: number;
  readonly y: number;
  /** Whether it is cut round; else it is sharp. */
  readonly round: boolean;
}

/** Points that stand for one round corner. */
const ARC = 5;

/**
 * A closed polygon with round corners, as x, y, x, y, …; its first point comes again at the end.
 * @param radius px; less where a side is shorter than two of them. Corners on one another count as one.
 */
export function roundedPath(corners: readonly Corner[], radius: number): number[] {
  const distinct = corners.filter((corner, i) => {
    const before = corners.at(i - 1)!;
    return corners.length === 1 || Math.hypot(corner.x - before.x, corner.y - before.y) > 0.5;
  });
  const path: number[] = [];
  distinct.forEach((corner, i) => {
    const before = distinct.at(i - 1)!;
    const after = distinct[(i + 1) % distinct.length]!;
    const [from, to] = [toward(corner, before, radius), toward(corner, after, radius)];
    if (!corner.round) path.push(corner.x, corner.y);
    else
      for (let k = 0; k < ARC; k++) {
        const t = k / (ARC - 1);
        const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
        path.push(a * from.x + b * corner.x + c * to.x, a * from.y + b * corner.y + c * to.y);
      }
  });
  return path.length === 0 ? path : [...path, path[0]!, path[1]!];
}

/** From a corner towards another one, at most half of the way. */
function toward(from: Corner, to: Corner, distance: number): { readonly x: number; readonly y: number } {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(distance / length, 0.5);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
