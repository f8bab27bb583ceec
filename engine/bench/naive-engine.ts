import type { W1Data } from "./w1-data.ts";

/** A record as an object, as engines have it that were not made for speed. */
interface Tick {
  readonly eventTime: number;
  readonly symbol: string;
  readonly price: number;
  readonly volume: number;
}

interface Group {
  readonly symbol: string;
  readonly windowStart: number;
  readonly windowEnd: number;
  readonly aggregates: { add(tick: Tick): void; result(): number }[];
}

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
 * W1 as one would first write it: row objects, a Map by text key, a closure for each aggregate. Late records (behind
 * newest - 5 s) are dropped, windows of 60 s close at the watermark. @returns Rows out.
 */
export function runNaive(records: readonly Tick[], changes: boolean): number {
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
    if (tick.eventTime >= watermark) {
      const windowStart = Math.floor(tick.eventTime / 60_000) * 60_000;
      const key = `${tick.symbol}|${windowStart}`;
      let group = groups.get(key);
      if (!group) {
        group = {
          symbol: tick.symbol,
          windowStart,
          windowEnd: windowStart + 60_000,
          aggregates: [
            counter(),
            adder((t) => t.volume),
            mean((t) => t.price),
            least((t) => t.price),
            most((t) => t.price),
          ],
        };
        groups.set(key, group);
      }
      for (const aggregate of group.aggregates) aggregate.add(tick);
      if (changes) emit(group);
    }
    if (watermark >= nextClose) {
      for (const [key, group] of groups) {
        if (group.windowEnd > watermark) continue;
        if (!changes) emit(group);
        groups.delete(key);
      }
      nextClose = Math.floor(watermark / 60_000) * 60_000 + 60_000;
    }
  }
  if (!changes) for (const group of groups.values()) emit(group);
  return rowsOut + rows.length;
}

type Read = (tick: Tick) => number;

function counter(): Group["aggregates"][number] {
  let count = 0;
  return { add: () => void count++, result: () => count };
}

function adder(read: Read): Group["aggregates"][number] {
  let sum = 0;
  return { add: (tick) => void (sum += read(tick)), result: () => sum };
}

function mean(read: Read): Group["aggregates"][number] {
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

function least(read: Read): Group["aggregates"][number] {
  let value = Infinity;
  return { add: (tick) => void (value = Math.min(value, read(tick))), result: () => value };
}

function most(read: Read): Group["aggregates"][number] {
  let value = -Infinity;
  return { add: (tick) => void (value = Math.max(value, read(tick))), result: () => value };
}
