import type { Rect } from "./projection.ts";
import type { Measure, Shape, Words } from "./shapes.ts";

/** Right of way, from first to last. */
export const RANKS = [
  "selection",
  "now",
  "heads",
  "closes",
  "corrects",
  "withdraws",
  "expired",
  "numbers",
] as const;

export type Rank = (typeof RANKS)[number];

/** Something that is read, and where it may stand. */
export interface Label {
  readonly rank: Rank;
  /** Stands at its first place even where none is free: it is needed, and others make room. */
  readonly fixed?: boolean;
  /** Whether it gives way to records and lines: then it never covers a record, and a line only where it must. */
  readonly shy?: boolean;
  /** Best first. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly boxes: readonly Rect[];
  readonly shapes: readonly Shape[];
}

/** px: what has less height is left out; its meaning is in the key. */
export const LEAST_HEIGHT = 13;

/** What labels had better not cover. */
export interface InTheWay {
  readonly marks: readonly Rect[];
  readonly lines: readonly Rect[];
}

/**
 * Chooses a place for every label so that none overlaps another; what finds no place is left out.
 * @returns In the order in which they are drawn: the first in rank last.
 */
export function placeLabels(labels: readonly Label[], { marks, lines }: InTheWay): Place[] {
  const taken = new BoxGrid();
  const [underMarks, underLines] = [new BoxGrid(), new BoxGrid()];
  for (const mark of marks) underMarks.add(mark);
  for (const line of lines) underLines.add(line);
  const chosen: Place[] = [];
  for (const { places, shy, fixed } of byRank(labels)) {
    const free = places.filter(({ boxes }) => !taken.overlap(boxes) && !(shy && underMarks.overlap(boxes)));
    const clear = shy ? free.find(({ boxes }) => !underLines.overlap(boxes)) : undefined;
    const place = clear ?? free[0] ?? (fixed ? places[0] : undefined);
    if (!place) continue;
    for (const box of place.boxes) taken.add(box);
    chosen.push(place);
  }
  return chosen.reverse();
}

function byRank(labels: readonly Label[]): Label[] {
  return labels.toSorted(
    (a, b) =>
      RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) || Number(b.fixed ?? false) - Number(a.fixed ?? false),
  );
}

/** The boxes that a text takes: one, or where it leans a chain of them along it. */
export function boxesOf(words: Words, measure: Measure): Rect[] {
  const width = measure(words.text, words.size, words.weight);
  const height = words.size + 2;
  const start = words.align === "left" ? 0 : words.align === "center" ? -width / 2 : -width;
  const angle = words.angle ?? 0;
  if (angle === 0) return [{ left: words.x + start, top: words.y - height / 2, width, height }];
  const count = Math.max(1, Math.ceil(width / height));
  return Array.from({ length: count }, (_, i) => {
    const along = start + ((i + 0.5) * width) / count;
    const [x, y] = [words.x + along * Math.cos(angle), words.y + along * Math.sin(angle)];
    return { left: x - height / 2, top: y - height / 2, width: height, height };
  });
}

/** A place of one text and nothing else. */
export function placeOf(words: Words, measure: Measure): Place {
  return { boxes: boxesOf(words, measure), shapes: [words] };
}

const CELL = 64;

/** Boxes by the cells that they touch. */
class BoxGrid {
  readonly #cells = new Map<number, Rect[]>();

  add(box: Rect): void {
    for (const cell of cellsOf(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes) boxes.push(box);
      else this.#cells.set(cell, [box]);
    }
  }

  /** Whether any of these overlaps any that was added. */
  overlap(boxes: readonly Rect[]): boolean {
    return boxes.some((box) =>
      cellsOf(box).some((cell) => this.#cells.get(cell)?.some((other) => isOver(box, other)) ?? false),
    );
  }
}

function cellsOf({ left, top, width, height }: Rect): number[] {
  const cells: number[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor((left + width) / CELL); x++)
    for (let y = Math.floor(top / CELL); y <= Math.floor((top + height) / CELL); y++)
      cells.push(x * 10_000 + y);
  return cells;
}

function isOver(a: Rect, b: Rect): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}
