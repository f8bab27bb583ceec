import { BIGINT, DOUBLE, STRING, TIMESTAMP } from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import type { RecordBatch } from "../data/record-batch.ts";
import type { StreamDefinition } from "../catalog/stream-definition.ts";

/** The symbols of a stream, and how often each comes: the n-th most frequent 1/n as often as the first, or all alike. */
export interface Symbols {
  readonly count: number;
  readonly spread: "zipf" | "uniform";
}

/** The stream of the workloads: records 1 ms apart, disordered. */
export interface W1Data {
  readonly stream: StreamDefinition;
  readonly length: number;
  /** ms. */
  readonly time: Float64Array;
  readonly symbol: Int32Array;
  readonly price: Float64Array;
  readonly volume: Int32Array;
  readonly symbols: Dictionary;
}

const START = 1_700_000_000_000;

/**
 * 0.5 % of the records are 5,001 … 65,001 ms late, 49.5 % up to 5,000 ms, 50 % up to 50 ms; of 1,000 symbols
 * the hottest has 13 %. The same for the same arguments. @param length records.
 */
export function w1Data(length: number, { count, spread }: Symbols): W1Data {
  const random = xorshift(0x2545f491);
  const symbols = new Dictionary(Array.from({ length: count }, (_, i) => ticker(i)));
  const pick = spread === "zipf" ? zipf(count, random) : () => Math.floor(random() * count);
  const time = new Float64Array(length);
  const symbol = new Int32Array(length);
  const price = new Float64Array(length);
  const volume = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const kind = random();
    const delay = kind < 0.005 ? 5_001 + random() * 60_000 : random() * (kind < 0.5 ? 5_000 : 50);
    time[i] = START + i - Math.floor(delay);
    symbol[i] = pick();
    price[i] = Math.floor(1_000 + random() * 49_000) / 100;
    volume[i] = 1 + Math.floor(random() * 1_000);
  }
  return {
    stream: {
      name: "ticks",
      schema: [
        { name: "event_time", type: TIMESTAMP },
        { name: "symbol", type: STRING },
        { name: "price", type: DOUBLE },
        { name: "volume", type: BIGINT },
      ],
      eventTime: "event_time",
      arrival: null,
      split: null,
      splits: 1,
      maxOutOfOrderness: 5_000,
    },
    length,
    time,
    symbol,
    price,
    volume,
    symbols,
  };
}

/** Four letters, different for each i below 26^4, and a number behind them from there on; one in seven has an A. */
function ticker(i: number): string {
  const symbols = 26 ** 4;
  let rest = (i * 7_919) % symbols;
  let text = "";
  for (let place = 0; place < 4; place++) {
    text += String.fromCharCode(65 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return i < symbols ? text : `${text}${Math.floor(i / symbols)}`;
}

/** The data as the engine reads it. @param rows of a batch. */
export function w1Batches(data: W1Data, rows: number): RecordBatch[] {
  const volumes = Float64Array.from(data.volume);
  const batches: RecordBatch[] = [];
  for (let base = 0; base < data.length; base += rows) {
    const end = Math.min(data.length, base + rows);
    batches.push({
      base,
      length: end - base,
      unreadable: null,
      columns: [
        { kind: "number", values: data.time.subarray(base, end), exact: null, validity: null },
        {
          kind: "string",
          codes: data.symbol.subarray(base, end),
          dictionary: data.symbols,
          validity: null,
        },
        { kind: "number", values: data.price.subarray(base, end), exact: null, validity: null },
        { kind: "number", values: volumes.subarray(base, end), exact: null, validity: null },
      ],
    });
  }
  return batches;
}

/** Uniform in [0, 1); 32-bit xorshift, the same everywhere. */
function xorshift(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

/** Zipf with s = 1 over 0 … n - 1, ranks permuted so that frequent symbols are spread. */
function zipf(n: number, random: () => number): () => number {
  const cumulated = new Float64Array(n);
  let sum = 0;
  for (let i = 0; i < n; i++) cumulated[i] = sum += 1 / (i + 1);
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = n - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulated[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return (low * 619) % n;
  };
}
