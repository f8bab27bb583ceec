import type { VisibleMark } from "./map-types.ts";

/** Finds what lies nearest to a point of the canvas. */
export interface HitGrid {
  /** @param reach px. @returns The mark whose middle is nearest, at most `reach` away; null: none is. */
  readonly nearest: (x: number, y: number, reach?: number) => VisibleMark | null;
}

/** px: a finger or a pointer this near to a record means it. */
const REACH = 12;
/** px of a cell: no smaller than the reach, so that a query looks at nine cells at most. */
const CELL = 16;

/**
 * Sorts marks into square cells by counting: two passes over them and no list for a cell. Of marks on one another the
 * last is found, which is drawn on top.
 */
export function createHitGrid(marks: readonly VisibleMark[]): HitGrid {
  const xs = Float64Array.from(marks, ({ x, width }) => x + width / 2);
  const ys = Float64Array.from(marks, ({ y, height }) => y + height / 2);
  let [columns, rows] = [1, 1];
  for (let i = 0; i < marks.length; i++) {
    columns = Math.max(columns, Math.floor(xs[i]! / CELL) + 1);
    rows = Math.max(rows, Math.floor(ys[i]! / CELL) + 1);
  }
  const cellOf = (i: number): number =>
    Math.max(0, Math.floor(ys[i]! / CELL)) * columns + Math.max(0, Math.floor(xs[i]! / CELL));
  /** Cell c holds `sorted[starts[c]] … sorted[starts[c + 1] - 1]`. */
  const starts = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < marks.length; i++) starts[cellOf(i) + 1]!++;
  for (let cell = 0; cell < columns * rows; cell++) starts[cell + 1]! += starts[cell]!;
  const sorted = new Uint32Array(marks.length);
  const filled = starts.slice();
  for (let i = 0; i < marks.length; i++) sorted[filled[cellOf(i)]!++] = i;

  return {
    nearest(x, y, reach = REACH) {
      let best: VisibleMark | null = null;
      let least = reach * reach;
      const clamp = (cell: number, cells: number): number => Math.min(Math.max(0, cell), cells - 1);
      const [left, right] = [x - reach, x + reach].map((at) => clamp(Math.floor(at / CELL), columns));
      const [top, bottom] = [y - reach, y + reach].map((at) => clamp(Math.floor(at / CELL), rows));
      for (let row = top!; row <= bottom!; row++)
        for (let i = starts[row * columns + left!]!; i < starts[row * columns + right! + 1]!; i++) {
          const at = sorted[i]!;
          const distance = (xs[at]! - x) ** 2 + (ys[at]! - y) ** 2;
          if (distance > least) continue;
          least = distance;
          best = marks[at]!;
        }
      return best;
    },
  };
}
