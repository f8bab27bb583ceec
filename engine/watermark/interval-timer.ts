/** Deadlines that records of one batch let pass, by row. */
export interface PassedDeadlines {
  readonly length: number;
  /** Rows of the batch, ascending: the deadline passed before the record was looked at. */
  readonly rows: readonly number[];
  /** ms on the arrival clock. */
  readonly deadlines: readonly number[];
}

const none: readonly number[] = [];

/** No timer. */
export const NO_DEADLINES: PassedDeadlines = { length: 0, rows: none, deadlines: none };

/**
 * A timer on the arrival clock that goes off at each multiple of an interval since the epoch. Where one record lets several
 * pass, nothing happens between them: the first of them alone is told. It counts from the first known arrival on, and
 * every record lets deadlines pass, a malformed one too (semantics.md, section 3, step 0).
 */
export class IntervalTimer {
  readonly #interval: number;
  #next = NaN;

  /** @param interval ms, above 0. */
  constructor(interval: number) {
    this.#interval = interval;
  }

  /** @param arrival of each record, ms, ascending; -Infinity while unknown. @param length records of the batch. */
  pass(arrival: Float64Array, length: number): PassedDeadlines {
    const rows: number[] = [];
    const deadlines: number[] = [];
    let row = 0;
    if (Number.isNaN(this.#next)) {
      row = firstAtLeast(arrival, -Number.MAX_VALUE, 0, length);
      if (row === length) return NO_DEADLINES;
      this.#next = this.#after(arrival[row]!);
    }
    for (;;) {
      row = firstAtLeast(arrival, this.#next, row, length);
      if (row === length) break;
      rows.push(row);
      deadlines.push(this.#next);
      this.#next = this.#after(arrival[row]!);
    }
    return { length: rows.length, rows, deadlines };
  }

  /** The first multiple after `now`. */
  #after(now: number): number {
    return (Math.floor(now / this.#interval) + 1) * this.#interval;
  }
}

/** @returns The first row from `from` on that arrived at `time` or later, or `length`. */
function firstAtLeast(arrival: Float64Array, time: number, from: number, length: number): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (arrival[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
