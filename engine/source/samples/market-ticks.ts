import { createBuffer } from "../../data/column-buffer.ts";
import { BIGINT, decimal, STRING, TIMESTAMP } from "../../data/data-type.ts";
import { Dictionary } from "../../data/dictionary.ts";
import { SeededRandom } from "../seeded-random.ts";
import { CHUNK_ROWS, type SourceChunk } from "../source-chunk.ts";
import type { Sample, SampleDescription } from "./sample.ts";

/** What ticks are made. Equal options give equal bytes, everywhere. */
export interface TickOptions {
  readonly seed: number;
  /** 1 … 2^21. */
  readonly count: number;
  /** Event time of the first tick and mean time between two, in ms. */
  readonly start: number;
  readonly interval: number;
  readonly disorder: Disorder;
}

/** How arrival strays from the order of event times. */
export interface Disorder {
  /** Share of ticks that are held up, 0 … 1. */
  readonly share: number;
  /** The longest that one is held up, in ms; with the latency of all ticks at most 2^31. */
  readonly bound: number;
  /** Any delay up to the bound alike, or mostly short ones with a long tail. */
  readonly distribution: "uniform" | "tail";
}

const symbols = ["AAPL", "GOOGL", "MSFT", "AMZN", "META"];
const symbolWeights = [0.25, 0.25, 0.2, 0.15, 0.15];
const exchanges = ["NASDAQ", "NYSE"];
const exchangeWeights = [0.6, 0.4];

/** ms after its event time at which a tick arrives that is not held up. */
const LATENCY = { from: 5, to: 40 };
/** Prices, in hundredths of a cent: where they stay, how far one tick moves them, and where each symbol begins. */
const PRICE = { low: 1_500_000, high: 4_000_000, volatility: 0.0004, drift: 0.000_001 };
const firstPrices = [1_900_000, 1_650_000, 3_900_000, 1_800_000, 3_400_000];

const description: SampleDescription = {
  id: "market-ticks",
  title: "Market ticks",
  lookFor:
    "The price range of each symbol widens tick by tick; a tick that is held up for more than a second is dropped.",
  query: `-- Price range and volume per symbol, every 5 s
SELECT symbol,
       MIN(price)  AS low,
       MAX(price)  AS high,
       AVG(price)  AS average,
       SUM(volume) AS traded
FROM market_ticks
GROUP BY symbol
WINDOW TUMBLING(event_time, 5s)
EMIT CHANGES
WITH (
  'watermark.max_out_of_orderness' = '1s',
  'late.data.strategy' = 'drop'
);`,
  basePace: 1_000,
  speed: 1,
  noun: "tick",
  stream: {
    name: "market_ticks",
    schema: [
      { name: "event_time", type: TIMESTAMP },
      { name: "arrived_at", type: TIMESTAMP },
      { name: "symbol", type: STRING },
      { name: "exchange", type: STRING },
      { name: "price", type: decimal(10, 4) },
      { name: "bid", type: decimal(10, 4) },
      { name: "ask", type: decimal(10, 4) },
      { name: "bid_size", type: BIGINT },
      { name: "ask_size", type: BIGINT },
      { name: "volume", type: BIGINT },
    ],
    eventTime: "event_time",
    arrival: "arrived_at",
    split: null,
    splits: 1,
    maxOutOfOrderness: 60_000,
  },
};

/** 20,000 ticks, 333 a second from the opening of an exchange on; 1x is real time. */
const standard: TickOptions = {
  seed: 7,
  count: 20_000,
  start: Date.UTC(2024, 4, 1, 13, 30),
  interval: 3,
  disorder: { share: 0.1, bound: 4_000, distribution: "tail" },
};

/** Five symbols on two exchanges, some ticks held up on their way: a seeded generator. */
export const marketTicks: Sample = {
  description,
  records: standard.count,
  async *open() {
    yield* generateTicks(standard);
  },
};

/** The ticks in order of arrival. */
export function* generateTicks({
  seed,
  count,
  start,
  interval,
  disorder,
}: TickOptions): Generator<SourceChunk> {
  const random = new SeededRandom(seed);
  const fields = description.stream.schema.map(() => new Float64Array(count));
  const [events, arrivals, symbol, exchange, price, bid, ask, bidSize, askSize, volume] = fields as Fields;
  const prices = [...firstPrices];
  let event = start;
  for (let tick = 0; tick < count; tick++) {
    const which = random.pick(symbolWeights);
    const now = movePrice(prices[which]!, random);
    prices[which] = now;
    events[tick] = event;
    arrivals[tick] = event + random.between(LATENCY.from, LATENCY.to) + delay(disorder, random);
    symbol[tick] = which;
    exchange[tick] = random.pick(exchangeWeights);
    price[tick] = now;
    bid[tick] = Math.floor(now * (0.998 + 0.0019 * random.unit()));
    ask[tick] = Math.ceil(now * (1.0001 + 0.0019 * random.unit()));
    bidSize[tick] = random.between(100, 10_000);
    askSize[tick] = random.between(100, 10_000);
    volume[tick] = Math.min(500_000, Math.max(1_000, Math.floor(20_000 * exponential(random.bell()))));
    event += random.between(0, 2 * interval);
  }
  yield* chunksOf(fields, byArrival(arrivals, start));
}

type Fields = [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
];

/** A step of the walk, thrown back at the ends of the range. */
function movePrice(price: number, random: SeededRandom): number {
  const moved = Math.floor(price * (1 + PRICE.drift + PRICE.volatility * random.bell()));
  if (moved < PRICE.low) return 2 * PRICE.low - moved;
  return moved > PRICE.high ? 2 * PRICE.high - moved : moved;
}

function delay({ share, bound, distribution }: Disorder, random: SeededRandom): number {
  const held = random.unit() < share;
  const part = random.unit();
  if (!held) return 0;
  return Math.floor((distribution === "uniform" ? part : part * part * part) * bound);
}

/** e^x for small x by multiplication alone: (1 + x/1024)^1024. */
function exponential(x: number): number {
  let power = 1 + x / 1_024;
  for (let squaring = 0; squaring < 10; squaring++) power *= power;
  return power;
}

/** Ticks in order of arrival, those of the same ms in order of event. Both sort as one number. */
function byArrival(arrivals: Float64Array, start: number): Float64Array {
  return arrivals.map((arrival, tick) => (arrival - start) * ORDER_BASE + tick).sort();
}

const ORDER_BASE = 2 ** 21;

function* chunksOf(fields: readonly Float64Array[], order: Float64Array): Generator<SourceChunk> {
  const dictionaries = [new Dictionary(symbols), new Dictionary(exchanges)];
  for (let base = 0; base < order.length; base += CHUNK_ROWS) {
    const length = Math.min(CHUNK_ROWS, order.length - base);
    const columns = description.stream.schema.map(({ name, type }, index) => {
      const dictionary = dictionaries[name === "symbol" ? 0 : 1]!;
      const buffer = createBuffer(type, length, dictionary);
      const target = buffer.kind === "string" ? buffer.codes : buffer.values;
      for (let row = 0; row < length; row++) target[row] = fields[index]![order[base + row]! % ORDER_BASE]!;
      return buffer.column(length);
    });
    yield { batch: { base, length, columns, unreadable: null }, malformed: [] };
  }
}
