/** Buckets for each doubling of the value: a percentile is at most 1/32 too high. Below so many µs each has its own. */
const STEPS = 32;
/** From 32 µs up to 19 hours. */
const DOUBLINGS = 32;

/** Times that something took. Plain data, ms; each percentile is that of the smallest time that so many reach. */
export interface LatencySummary {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/**
 * How often what took how long, in buckets that grow with the value, so that a billion times cost as little as ten.
 * From 1 µs to over an hour; reading it changes nothing.
 */
export class LatencyHistogram {
  readonly #counts = new Float64Array(STEPS * DOUBLINGS);
  #count = 0;
  #sum = 0;

  /** @param ms 0 or more. @param times how often. */
  add(ms: number, times: number): void {
    if (times === 0) return;
    this.#counts[bucketOf(ms)]! += times;
    this.#count += times;
    this.#sum += ms * times;
  }

  /** @param share above 0, up to 1. @returns ms, rounded up to the end of its bucket; null of nothing. */
  percentile(share: number): number | null {
    if (this.#count === 0) return null;
    let left = Math.max(1, Math.ceil(share * this.#count));
    let bucket = 0;
    for (; bucket < this.#counts.length - 1; bucket++) {
      left -= this.#counts[bucket]!;
      if (left <= 0) break;
    }
    return endOf(bucket);
  }

  /** @returns null before the first time. */
  get summary(): LatencySummary | null {
    const p50 = this.percentile(0.5);
    const p95 = this.percentile(0.95);
    const p99 = this.percentile(0.99);
    if (p50 === null || p95 === null || p99 === null) return null;
    return { count: this.#count, mean: this.#sum / this.#count, p50, p95, p99 };
  }
}

/** Whole µs below 32 have a bucket each; from there on each doubling has 32 of them. */
function bucketOf(ms: number): number {
  const micros = Math.max(0, ms * 1_000);
  if (micros < STEPS) return Math.floor(micros);
  const doubling = Math.floor(Math.log2(micros / STEPS));
  const step = Math.floor(micros / 2 ** doubling) - STEPS;
  return Math.min(STEPS * DOUBLINGS - 1, STEPS * (doubling + 1) + step);
}

/** ms at which a bucket ends. */
function endOf(bucket: number): number {
  if (bucket < STEPS) return (bucket + 1) / 1_000;
  const doubling = Math.floor(bucket / STEPS) - 1;
  return ((STEPS + (bucket % STEPS) + 1) * 2 ** doubling) / 1_000;
}
