import type { LateBin } from "../../../engine/client/types.ts";

/** A half-open run of values to draw, in the units of the data. */
export interface Domain {
  readonly low: number;
  readonly high: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const timeSteps = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 14, 28, 91, 182, 364].map((n) => n * DAY),
];

/** Round moments inside a domain, at most `most` of them. */
export function timeTicks({ low, high }: Domain, most: number): readonly number[] {
  const step =
    timeSteps.find((one) => (high - low) / one <= most) ?? Math.ceil((high - low) / most / DAY) * DAY;
  return multiples(low, high, Math.max(1, step));
}

/** Round values that enclose all; at most `most` steps. A domain that is a point is given a step of its own. */
export function valueTicks({ low, high }: Domain, most: number): readonly number[] {
  const length = high > low ? high - low : Math.max(1, Math.abs(high) / 10);
  const raw = length / most;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((n) => n * power >= raw * (1 - 1e-9)) ?? 10) * power;
  const ticks = [];
  for (let n = Math.floor(low / step + 1e-9); ; n++) {
    ticks.push(Number((n * step).toPrecision(12)));
    if (n * step >= low + length - step * 1e-9) return ticks;
  }
}

/** Ticks of a column that holds whole numbers only are whole. */
export function wholeTicks(ticks: readonly number[], whole: boolean): readonly number[] {
  return whole ? ticks.filter((tick) => Number.isInteger(tick)) : ticks;
}

/**
 * What a value axis shows: all values from zero, unless the highlighted ones would then lie in a flat line: prices of
 * 389 to 391 are shown by themselves.
 */
export function valueDomain(all: Domain, highlighted: Domain): Domain {
  const whole = { low: Math.min(0, all.low), high: Math.max(0, all.high) };
  const share = (highlighted.high - highlighted.low) / (whole.high - whole.low || 1);
  return share > 0 && share < 0.1 ? highlighted : whole;
}

/**
 * Joins neighbouring bins until there are few enough to be told apart, to a round width.
 * @param bins those that are not empty. @param width ms a bin. @param length ms that all bins cover. @returns The joined bins, aligned to multiples of their width.
 */
export function joinBins(
  bins: readonly LateBin[],
  width: number,
  length: number,
  most: number,
): { readonly bins: readonly LateBin[]; readonly width: number } {
  const wanted = length / most;
  if (wanted <= width) return { bins, width };
  const step =
    timeSteps.find((one) => one >= wanted && one <= 2 * wanted && one % width === 0) ??
    Math.ceil(wanted / width) * width;
  const joined = new Map<number, { start: number; countedLate: number; dropped: number }>();
  for (const bin of bins) {
    const start = Math.floor(bin.start / step) * step;
    const into = joined.get(start) ?? { start, countedLate: 0, dropped: 0 };
    into.countedLate += bin.countedLate;
    into.dropped += bin.dropped;
    joined.set(start, into);
  }
  return { bins: [...joined.values()], width: step };
}

function multiples(low: number, high: number, step: number): readonly number[] {
  const ticks = [];
  for (let at = Math.ceil(low / step) * step; at <= high; at += step) ticks.push(at);
  return ticks;
}

/** A label that wants to stand at a place; px. */
export interface LabelWish {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface PlacedLabel {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
}

/** px a line of labels takes. */
const LINE = 15;

/**
 * Puts each label beside its point where it covers no other and no mark: right of it, else above or below it.
 * Earlier wishes have the right of way; a label without room is left out, never laid over another.
 * @param room px, the edges that no label may cross.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  marks: readonly { readonly x: number; readonly y: number }[],
  room: { readonly left: number; readonly right: number; readonly top: number },
): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const boxes: { left: number; right: number; y: number }[] = [];
  wishes.forEach(({ x, y, width }, index) => {
    const places = [
      { x: x + 9, y: y + 4, anchor: "start" },
      { x: x + 4, y: y - 10, anchor: "end" },
      { x: x + 4, y: y + 18, anchor: "end" },
      { x: x - 4, y: y - 10, anchor: "start" },
      { x: x - 4, y: y + 18, anchor: "start" },
      { x: x - 9, y: y + 4, anchor: "end" },
    ] as const;
    for (const place of places) {
      const left = place.anchor === "start" ? place.x : place.x - width;
      if (left < room.left || left + width > room.right || place.y < room.top + 8) continue;
      const free =
        boxes.every(
          (box) => left >= box.right || left + width <= box.left || Math.abs(place.y - box.y) >= LINE,
        ) &&
        marks.every(
          (mark) => mark.x < left - 4 || mark.x > left + width + 4 || Math.abs(place.y - 4 - mark.y) >= 9,
        );
      if (!free) continue;
      boxes.push({ left, right: left + width, y: place.y });
      placed.push({ index, ...place });
      return;
    }
  });
  return placed;
}
