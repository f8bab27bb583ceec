import type { Rect } from "../map/projection.ts";

/** What is to be placed, and what it tells of. All measures are px from the canvas' corner. */
export interface ToPlace {
  readonly id: string;
  /**
   * `column`: over its anchor, at the left edge, each above the one before. `beside`: to the right of its anchor.
   * `middle`: in the middle of the plot, high up. `over`: anywhere, best near its anchor and above it.
   */
  readonly where: "column" | "beside" | "middle" | "over";
  readonly anchor: { readonly x: number; readonly y: number };
  /** Sizes that it can have, best first. */
  readonly forms: readonly { readonly width: number; readonly height: number }[];
}

export interface Placed {
  readonly id: string;
  readonly box: Rect;
  /** Index into `forms`. */
  readonly form: number;
  /** From what it tells of to the text, where they stand apart. */
  readonly leader: readonly [x0: number, y0: number, x1: number, y1: number] | null;
}

/** What is there already. */
export interface Ground {
  readonly plot: Rect;
  /** Never covered. */
  readonly marks: readonly Rect[];
  /** Covered only where it must be: lines of the picture. */
  readonly lines: readonly Rect[];
  /** Whether the sentences of the column stand above one another; else each stands there alone. */
  readonly stacked: boolean;
}

/** px: cost of a line that is covered, of a form that is not the best. */
const LINE_COST = 40;
const FORM_COST = 5;
/** px between a text and what it may not touch, and from an anchor to its text. */
const CLEAR = 2;
const AWAY = 14;
/** px: a text nearer than that to its anchor needs no leader. */
const NEAR = 20;
/** px above the plot. */
const MARGIN = 18;
/** px between places that are tried. */
const STEP = 4;

/**
 * Gives each a place, in order of appearance: an earlier one is in the way of a later one, and so never moves when that
 * one comes. What finds no place is left out.
 */
export function placeSentences(sentences: readonly ToPlace[], ground: Ground): readonly Placed[] {
  const placed: Placed[] = [];
  const taken = [...ground.marks];
  let ceiling = Infinity;
  for (const sentence of sentences) {
    const alone = sentence.where === "column" && !ground.stacked;
    const best = cheapest(sentence, { ...ground, marks: taken }, ceiling);
    if (best === null) continue;
    placed.push(best);
    if (alone) continue;
    taken.push(best.box);
    if (sentence.where === "column") ceiling = best.box.top;
  }
  return placed;
}

/** What stands over the map may reach into the free margin above the plot. */
function raised({ left, top, width, height }: Rect): Rect {
  return { left, top: top - MARGIN, width, height: height + MARGIN };
}

interface Candidate {
  readonly box: Rect;
  readonly cost: number;
}

function cheapest(sentence: ToPlace, { marks, lines, ...ground }: Ground, ceiling: number): Placed | null {
  const plot = sentence.where === "over" ? raised(ground.plot) : ground.plot;
  let best: Placed | null = null;
  let least = Infinity;
  for (const [form, size] of sentence.forms.entries())
    for (const { box, cost } of candidates(sentence, size, plot, ceiling)) {
      const base = cost + form * FORM_COST;
      if (base >= least || !isWithin(box, plot) || marks.some((mark) => touches(box, mark))) continue;
      const whole = base + LINE_COST * lines.filter((line) => touches(box, line)).length;
      if (whole >= least) continue;
      least = whole;
      best = { id: sentence.id, box, form, leader: leaderOf(sentence, box) };
    }
  return best;
}

function* candidates(
  { where, anchor }: ToPlace,
  { width, height }: ToPlace["forms"][number],
  plot: Rect,
  ceiling: number,
): Generator<Candidate> {
  const [right, bottom] = [plot.left + plot.width, plot.top + plot.height];
  const at = (left: number, top: number, cost: number): Candidate => ({
    box: { left, top, width, height },
    cost,
  });
  if (where === "column") {
    const lowest = Math.min(anchor.y - CLEAR, ceiling - CLEAR);
    for (let base = lowest; base - height >= plot.top; base -= 1)
      yield at(plot.left + 5, base - height, anchor.y - base);
  } else if (where === "beside") {
    for (let left = anchor.x + AWAY; left + width <= right; left += STEP)
      for (let away = 0; away <= plot.height; away += STEP)
        for (const middle of away === 0 ? [anchor.y] : [anchor.y - away, anchor.y + away])
          yield at(left, middle - height / 2, left - anchor.x + 1.5 * away);
  } else if (where === "middle") {
    const [x, y] = [plot.left + (plot.width - width) / 2, plot.top + plot.height / 10];
    for (let top = y; top + height <= bottom; top += STEP)
      for (let aside = 0; aside <= plot.width / 2; aside += STEP)
        for (const left of aside === 0 ? [x] : [x + aside, x - aside]) yield at(left, top, top - y + aside);
  } else {
    for (let top = plot.top; top + height <= bottom; top += STEP)
      for (let left = plot.left + 6; left + width <= right - 6; left += STEP) {
        const box = { left, top, width, height };
        yield { box, cost: distance(anchor, box) + (top + height > anchor.y - AWAY ? 200 : 0) };
      }
  }
}

/** From the mark's rim to the nearest point of the text, a little before it. */
function leaderOf({ where, anchor }: ToPlace, box: Rect): Placed["leader"] {
  if (where === "middle" || where === "column") return null;
  const away = distance(anchor, box);
  if (where === "beside" && away < NEAR) return null;
  const [nx, ny] = where === "beside" ? [box.left, box.top + box.height / 2] : nearestPoint(anchor, box);
  const length = Math.hypot(nx - anchor.x, ny - anchor.y);
  const along = (px: number): [number, number] => [
    anchor.x + ((nx - anchor.x) * px) / length,
    anchor.y + ((ny - anchor.y) * px) / length,
  ];
  const [start, end] = where === "beside" ? [7, length - 4] : [11, length];
  return [...along(start), ...along(Math.max(start, end))];
}

function nearestPoint({ x, y }: ToPlace["anchor"], { left, top, width, height }: Rect): [number, number] {
  return [Math.min(Math.max(x, left), left + width), Math.min(Math.max(y, top), top + height)];
}

function distance(anchor: ToPlace["anchor"], box: Rect): number {
  const [x, y] = nearestPoint(anchor, box);
  return Math.hypot(x - anchor.x, y - anchor.y);
}

function isWithin({ left, top, width, height }: Rect, plot: Rect): boolean {
  return (
    left >= plot.left &&
    top >= plot.top &&
    left + width <= plot.left + plot.width &&
    top + height <= plot.top + plot.height
  );
}

function touches(a: Rect, b: Rect): boolean {
  return (
    a.left - CLEAR < b.left + b.width &&
    b.left < a.left + a.width + CLEAR &&
    a.top - CLEAR < b.top + b.height &&
    b.top < a.top + a.height + CLEAR
  );
}
