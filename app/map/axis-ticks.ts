import type { Span } from "./map-types.ts";

const MILLISECOND = 1;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths that people count in, ms. */
const steps: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((n) => n * MILLISECOND),
  ...[1, 2, 5, 10, 20, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 20, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000].map((n) => n * DAY),
];
/** Of a unit that none of those lengths is a multiple of. */
const multiples = [2, 3, 5, 10, 20, 50, 100];

/**
 * The smallest step between ticks that leaves `room` px for each.
 * @param scale px that one ms takes. @param unit ms: a window's size, of which the step is a multiple where that can be; null: none.
 * @returns ms, more than 0.
 */
export function tickStep(scale: number, room: number, unit: number | null = null): number {
  const least = room / scale;
  const long = steps.filter((step) => step >= least);
  if (unit === null) return long[0] ?? steps.at(-1)!;
  const whole = unit >= least ? unit : long.find((step) => step % unit === 0);
  return whole ?? multiples.map((n) => n * unit).find((step) => step >= least) ?? long[0] ?? steps.at(-1)!;
}

/** The multiples of `step`, moved by `offset`, within a span: at most 500, ascending. */
export function ticksIn(span: Span, step: number, offset = 0): number[] {
  const first = Math.ceil((span.from - offset) / step);
  const last = Math.min(Math.floor((span.to - offset) / step), first + 499);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step + offset);
}
