import type { W1Data } from "./w1-data.ts";

/** A record as an object, as engines have it that were not made for speed. */
export interface Tick {
  readonly eventTime: number;
  readonly symbol: string;
  readonly price: number;
  readonly volume: number;
}

interface Aggregate {
  add(tick: Tick): void;
  result(): number;
}

interface Group {
  readonly symbol: string;
  readonly windowStart: number;
  readonly windowEnd: number;
  readonly aggregates: readonly Aggregate[];
}

/** What differs between the workloads. */
export interface NaiveQuery {
  /** WHERE: asked after the record has moved the watermark. */
  readonly keeps: ((tick: Tick) => boolean) | null;
  readonly aggregates: () => readonly Aggregate[];
  readonly changes: boolean;
  /** ms: windows of `size` begin every `advance`, of which the size is a multiple. */
  readonly size: number;
  readonly advance: number;
}

const w1Aggregates = (): readonly Aggregate[] => [
  counter(),
  adder((t) => t.volume),
  mean((t) => t.price),
  least((t) => t.price),
  most((t) => t.price),
];

export const naiveW1Final: NaiveQuery = {
  keeps: null,
  aggregates: w1Aggregates,
  changes: false,
  size: 60_000,
  advance: 60_000,
};
export const naiveW1Changes: NaiveQuery = { ...naiveW1Final, changes: true };
export const naiveW2Final: NaiveQuery = { ...naiveW1Final, size: 300_000 };
export const naiveW2Changes: NaiveQuery = { ...naiveW2Final, changes: true };
/** Expressions as an engine has them that learns of the query at run time: a closure an operator. */
export const naiveW6: NaiveQuery = {
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
    counter(),
    adder(
      either(
        greater(
          (t) => t.price,
          () => 250,
        ),
        (t) => t.volume,
        negated((t) => t.volume),
      ),
    ),
    mean((t) => t.price),
    least((t) => t.price),
    most((t) => t.price),
  ],
  changes: false,
  size: 60_000,
  advance: 60_000,
};

interface Row {
  readonly symbol: string;
  readonly windowStart: number;
  readonly windowEnd: number;
  readonly values: number[];
}

/** The records as objects; made outside the measured time. */
export function naiveRecords(data: W1Data): Tick[] {
  return Array.from({ length: data.length }, (_, i) => ({
    eventTime: data.time[i]!,
    symbol: data.symbols.get(data.symbol[i]!),
    price: data.price[i]!,
    volume: data.volume[i]!,
  }));
}

/**
 * A workload as one would first write it: row objects, a Map by text key, a closure for each aggregate. Late records
 * (behind newest - 5 s) are dropped, windows close at the watermark. @returns Rows out.
 */
export function runNaive(records: readonly Tick[], query: NaiveQuery): number {
  const { keeps, aggregates, changes, size, advance } = query;
  const groups = new Map<string, Group>();
  let watermark = -Infinity;
  let nextClose = -Infinity;
  let rowsOut = 0;
  let rows: Row[] = [];
  const emit = (group: Group): void => {
    rows.push({
      symbol: group.symbol,
      windowStart: group.windowStart,
      windowEnd: group.windowEnd,
      values: group.aggregates.map((aggregate) => aggregate.result()),
    });
    if (rows.length >= 8_192) {
      rowsOut += rows.length;
      rows = [];
    }
  };
  for (const tick of records) {
    watermark = Math.max(watermark, tick.eventTime - 5_000);
    if (tick.eventTime >= watermark && (keeps === null || keeps(tick))) {
      const last = Math.floor(tick.eventTime / advance) * advance;
      for (let windowStart = last + advance - size; windowStart <= last; windowStart += advance) {
        const key = `${tick.symbol}|${windowStart}`;
        let group = groups.get(key);
        if (!group) {
          group = {
            symbol: tick.symbol,
            windowStart,
            windowEnd: windowStart + size,
            aggregates: aggregates(),
          };
          groups.set(key, group);
        }
        for (const aggregate of group.aggregates) aggregate.add(tick);
        if (changes) emit(group);
      }
    }
    if (watermark >= nextClose) {
      for (const [key, group] of groups) {
        if (group.windowEnd > watermark) continue;
        if (!changes) emit(group);
        groups.delete(key);
      }
      nextClose = Math.floor(watermark / advance) * advance + advance;
    }
  }
  if (!changes) for (const group of groups.values()) emit(group);
  return rowsOut + rows.length;
}

type Read = (tick: Tick) => number;

type Test = (tick: Tick) => boolean;

function both(left: Test, right: Test): Test {
  return (tick) => left(tick) && right(tick);
}

function greater(left: Read, right: Read): Test {
  return (tick) => left(tick) > right(tick);
}

function matches(text: (tick: Tick) => string, pattern: RegExp): Test {
  return (tick) => pattern.test(text(tick));
}

function product(left: Read, right: Read): Read {
  return (tick) => left(tick) * right(tick);
}

function negated(value: Read): Read {
  return (tick) => -value(tick);
}

function either(test: Test, yes: Read, no: Read): Read {
  return (tick) => (test(tick) ? yes(tick) : no(tick));
}

function counter(): Aggregate {
  let count = 0;
  return { add: () => void count++, result: () => count };
}

function adder(read: Read): Aggregate {
  let sum = 0;
  return { add: (tick) => void (sum += read(tick)), result: () => sum };
}

function mean(read: Read): Aggregate {
  let sum = 0;
  let count = 0;
  return {
    add: (tick) => {
      sum += read(tick);
      count++;
    },
    result: () => sum / count,
  };
}

function least(read: Read): Aggregate {
  let value = Infinity;
  return { add: (tick) => void (value = Math.min(value, read(tick))), result: () => value };
}

function most(read: Read): Aggregate {
  let value = -Infinity;
  return { add: (tick) => void (value = Math.max(value, read(tick))), result: () => value };
}
