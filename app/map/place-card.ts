import type { VisibleMark } from "./map-types.ts";
import type { Rect } from "./projection.ts";

/** What a card must not cover, and what it had better not. */
export interface CardRoom {
  /** Of the canvas that shows the plane. */
  readonly plot: Rect;
  /** px of the card. */
  readonly width: number;
  readonly height: number;
  readonly marks: readonly VisibleMark[];
  /** Seqs of the selected record and of the one to blame. */
  readonly record: number | null;
  readonly culprit: number | null;
  /** Corner that it stands in now: it stays there until another is much better. */
  readonly corner: number | null;
}

export interface CardPlace {
  readonly corner: number;
  /** px from the corner of the canvas. */
  readonly left: number;
  readonly top: number;
}

/** px around a card in which nothing that it tells of may stand. */
const CLEAR = 14;
/** px from the plot's edges. */
const [SIDE, UNDER, OVER] = [8, 10, 6];
/** px that the fifth corner stands to the left of the second: beside the heads of the watermarks. */
const ASIDE = 220;

/** Marks more than elsewhere that a card may cover before it moves: it does not jump about while the run plays. */
const STAYS = 6;

/** How much it matters that a mark is covered; what is not here may be covered. */
const weights: Partial<Record<VisibleMark["kind"], number>> = { record: 1, head: 2, bin: 0.5, coming: 0.5 };

/** Where a card may stand, best first: the corners of the plot, and one beside the upper right one. */
function cornersOf({
  plot,
  width,
  height,
}: CardRoom): readonly { readonly left: number; readonly top: number }[] {
  const left = plot.left + SIDE;
  const right = plot.left + plot.width - SIDE - width;
  const top = plot.top + OVER;
  const bottom = plot.top + plot.height - UNDER - height;
  return [
    { left: right, top: bottom },
    { left: right, top },
    { left, top },
    { left, top: bottom },
    { left: right - ASIDE, top },
  ];
}

/**
 * The first of five corners where a card covers neither the selected record nor its culprit, and the fewest other marks.
 * @returns null: there is none, and the card docks.
 */
export function placeCard(room: CardRoom): CardPlace | null {
  const { plot, width, height, marks, record, culprit } = room;
  let best: CardPlace | null = null;
  let least = Infinity;
  cornersOf(room).forEach(({ left, top }, corner) => {
    if (left < plot.left || left + width > plot.left + plot.width) return;
    if (top < plot.top || top + height > plot.top + plot.height) return;
    let cost = 0;
    for (const mark of marks) {
      const weight = weights[mark.kind];
      if (weight === undefined || !covers({ left, top, width, height }, mark)) continue;
      const told = mark.seq !== undefined && (mark.seq === record || mark.seq === culprit);
      cost += told ? Infinity : weight;
    }
    if (corner === room.corner) cost -= STAYS;
    if (cost >= least) return;
    least = cost;
    best = { corner, left, top };
  });
  return best;
}

function covers({ left, top, width, height }: Rect, mark: VisibleMark): boolean {
  const [x, y] = [mark.x + mark.width / 2, mark.y + mark.height / 2];
  return x > left - CLEAR && x < left + width + CLEAR && y > top - CLEAR && y < top + height + CLEAR;
}
