/** Late records of one bin of arrival time. */
export interface LateCounts {
  /** ms, start of the bin. */
  readonly start: number;
  readonly countedLate: number;
  readonly dropped: number;
}

/** Bins kept; when more are needed, pairs are joined and each bin is twice as wide. */
const MOST_BINS = 2_048;

/** Late records over arrival time, in bins that widen as the run goes on: bounded whatever the length of the log. */
export class LateHistogram {
  #width = 100;
  #bins = new Map<number, { countedLate: number; dropped: number }>();

  /** @param arrival ms. */
  add(arrival: number, dropped: boolean): void {
    const bin = this.#bin(this.#bins, Math.floor(arrival / this.#width));
    if (dropped) bin.dropped++;
    else bin.countedLate++;
    if (this.#bins.size > MOST_BINS) this.#widen();
  }

  /**
   * Bins of a width that a chart can show.
   * @param from,to ms of arrival that the chart covers. @param most bins at most.
   * @returns The width in ms, and the bins that are not empty, in order.
   */
  bins(
    from: number,
    to: number,
    most: number,
  ): { readonly width: number; readonly bins: readonly LateCounts[] } {
    const width = niceWidth(Math.max(this.#width, (to - from) / most));
    const joined = new Map<number, { countedLate: number; dropped: number }>();
    for (const [index, counts] of this.#bins) {
      const bin = this.#bin(joined, Math.floor((index * this.#width) / width));
      bin.countedLate += counts.countedLate;
      bin.dropped += counts.dropped;
    }
    const bins = [...joined]
      .sort(([a], [b]) => a - b)
      .map(([index, counts]) => ({ start: index * width, ...counts }));
    return { width, bins };
  }

  #bin(
    bins: Map<number, { countedLate: number; dropped: number }>,
    index: number,
  ): { countedLate: number; dropped: number } {
    let bin = bins.get(index);
    if (!bin) bins.set(index, (bin = { countedLate: 0, dropped: 0 }));
    return bin;
  }

  #widen(): void {
    this.#width *= 10;
    const old = this.#bins;
    this.#bins = new Map();
    for (const [index, counts] of old) {
      const bin = this.#bin(this.#bins, Math.floor(index / 10));
      bin.countedLate += counts.countedLate;
      bin.dropped += counts.dropped;
    }
  }
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** What people read on an axis. */
const WIDTHS = [
  100,
  200,
  500,
  ...[1, 2, 5, 10, 20, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 20, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 14, 28].map((n) => n * DAY),
];

function niceWidth(width: number): number {
  return WIDTHS.find((candidate) => candidate >= width) ?? Math.ceil(width / DAY) * DAY;
}
