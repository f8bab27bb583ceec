import {
  Adder,
  both,
  Counter,
  either,
  greater,
  Least,
  matches,
  Mean,
  Most,
  type NaiveAggregate,
  negated,
  product,
} from "./naive-aggregates.ts";
import type { NaiveQuery } from "./naive-engine.ts";
import type { NaiveSessionQuery } from "./naive-sessions.ts";
import type { W1Data } from "./w1-data.ts";

/** A record as an object, as engines have it that were not made for speed. */
export interface Tick {
  readonly eventTime: number;
  readonly symbol: string;
  readonly price: number;
  readonly volume: number;
}

/** The records as objects; made outside the measured time. */
export function naiveTicks(data: W1Data, length: number): Tick[] {
  return Array.from({ length }, (_, i) => ({
    eventTime: data.time[i]!,
    symbol: data.symbols.get(data.symbol[i]!),
    price: data.price[i]!,
    volume: data.volume[i]!,
  }));
}

const tickAggregates = (): readonly NaiveAggregate<Tick>[] => [
  new Counter<Tick>(),
  new Adder((t) => t.volume),
  new Mean((t) => t.price),
  new Least((t) => t.price),
  new Most((t) => t.price),
];

export const naiveW1Final: NaiveQuery<Tick> = {
  key: (t) => t.symbol,
  keeps: null,
  aggregates: tickAggregates,
  emission: "final",
  size: 60_000,
  advance: 60_000,
  bound: 5_000,
};
export const naiveW1Changes: NaiveQuery<Tick> = { ...naiveW1Final, emission: "changes" };
export const naiveW2Final: NaiveQuery<Tick> = { ...naiveW1Final, size: 300_000 };
export const naiveW2Changes: NaiveQuery<Tick> = { ...naiveW2Final, emission: "changes" };
export const naiveW3Final: NaiveSessionQuery<Tick> = {
  key: (t) => t.symbol,
  aggregates: tickAggregates,
  changes: false,
  gap: 30_000,
  bound: 5_000,
};
export const naiveW3Changes: NaiveSessionQuery<Tick> = { ...naiveW3Final, changes: true };
export const naiveW6: NaiveQuery<Tick> = {
  ...naiveW1Final,
  keeps: both(
    greater(
      product(
        (t) => t.price,
        (t) => t.volume,
      ),
      () => 50_000,
    ),
    matches((t) => t.symbol, /^.*A.*$/s),
  ),
  aggregates: () => [
    new Counter<Tick>(),
    new Adder(
      either(
        greater(
          (t) => t.price,
          () => 250,
        ),
        (t) => t.volume,
        negated((t) => t.volume),
      ),
    ),
    new Mean((t) => t.price),
    new Least((t) => t.price),
    new Most((t) => t.price),
  ],
};
