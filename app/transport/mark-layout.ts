import type { DropBin, Timeline } from "../../engine/client/types.ts";

/** The scrubber's axis: ms of arrival over its width. */
export interface ArrivalScale {
  readonly low: number;
  readonly high: number;
  /** px. */
  readonly width: number;
}

/** Drops of one stretch of the scrubber, where they are too many to be marked one by one. */
export interface DropBar {
  /** px, [left, right). */
  readonly left: number;
  readonly right: number;
  /** px. */
  readonly height: number;
}

/** Where the scrubber's marks stand, px from its left, ascending. */
export interface MarkLayout {
  readonly crosses: readonly number[];
  readonly bars: readonly DropBar[];
  readonly closings: readonly number[];
}

/** px that a cross needs beside the next one; with less, drops are counted in bars. */
const CROSS = 5;
const BAR = 4;
/** px between two closings that can be told apart. */
const CLOSING = 3;
const HIGHEST = 9;
const LOWEST = 2;
/** Share of the run's time, at least 1 ms, before its first record: the start has a place of its own. */
const LEAD = 0.02;

/** @param first @param last ms of arrival of the first and the last record. @param width px. */
export function arrivalScale(first: number, last: number, width: number): ArrivalScale {
  return { low: first - Math.max(1, (last - first) * LEAD), high: last, width };
}

/** @returns px from the left, within the scrubber; the left end before the first record. */
export function placeOnScale({ low, high, width }: ArrivalScale, arrival: number | null): number {
  if (arrival === null) return 0;
  return Math.min(1, Math.max(0, (arrival - low) / (high - low))) * width;
}

/** @param x px from the left, also outside the scrubber. @returns ms of arrival. */
export function arrivalAt({ low, high, width }: ArrivalScale, x: number): number {
  return width > 0 ? low + (x / width) * (high - low) : low;
}

export function layOutMarks(
  { drops, dropBins, closings }: Pick<Timeline, "drops" | "dropBins" | "closings">,
  scale: ArrivalScale,
): MarkLayout {
  const few = drops.length * CROSS <= scale.width;
  return {
    crosses: few ? places(drops, scale, 0) : [],
    bars: barsOf(few ? dropBins : [...dropBins, ...binsOf(drops, scale)], scale),
    closings: places(closings, scale, CLOSING),
  };
}

/** Marks at the same place, or nearer than `gap` px, are one. */
function places(times: readonly number[], scale: ArrivalScale, gap: number): readonly number[] {
  const found: number[] = [];
  for (const time of times) {
    const x = placeOnScale(scale, time);
    const before = found.at(-1);
    if (before === undefined || (x > before && x - before >= gap)) found.push(x);
  }
  return found;
}

function binsOf(drops: readonly number[], scale: ArrivalScale): readonly DropBin[] {
  const bins: DropBin[] = [];
  const span = ((scale.high - scale.low) * BAR) / Math.max(1, scale.width);
  for (const time of drops) {
    const bin = bins.at(-1);
    if (bin && time < bin.end) bins[bins.length - 1] = { ...bin, dropped: bin.dropped + 1 };
    else {
      const start = scale.low + Math.floor((time - scale.low) / span) * span;
      bins.push({ start, end: start + span, dropped: 1 });
    }
  }
  return bins;
}

/** As high as the bin is full, beside the fullest. */
function barsOf(bins: readonly DropBin[], scale: ArrivalScale): readonly DropBar[] {
  const most = bins.reduce((full, { dropped }) => Math.max(full, dropped), 1);
  return bins.flatMap(({ start, end, dropped }) => {
    if (dropped === 0) return [];
    const left = placeOnScale(scale, start);
    const right = Math.max(left + 1, placeOnScale(scale, end) - 0.5);
    return [{ left, right, height: LOWEST + ((HIGHEST - LOWEST) * dropped) / most }];
  });
}

/** The places that `now` has reached, and those that lie ahead. @param xs ascending. @param now px. */
export function partedAt(
  xs: readonly number[],
  now: number,
): readonly [reached: readonly number[], ahead: readonly number[]] {
  const ahead = xs.findIndex((x) => x > now);
  return ahead < 0 ? [xs, []] : [xs.slice(0, ahead), xs.slice(ahead)];
}
