import { NaiveRows } from "./naive-rows.ts";
import type { Tick } from "./naive-ticks.ts";
import type { Drained } from "./windowpane-subject.ts";

/**
 * Workload W4 as one would first write it: the last ticks of each symbol in an array, looked through for every record.
 * Late records (behind newest - 5 s) are dropped. @param size ticks kept a symbol.
 */
export function runNaiveBuffers(records: readonly Tick[], size: number): Drained {
  const buffers = new Map<string, Tick[]>();
  let watermark = -Infinity;
  const rows = new NaiveRows();
  for (const tick of records) {
    watermark = Math.max(watermark, tick.eventTime - 5_000);
    if (tick.eventTime < watermark) continue;
    let buffer = buffers.get(tick.symbol);
    if (!buffer) buffers.set(tick.symbol, (buffer = []));
    buffer.push(tick);
    if (buffer.length > size) buffer.shift();
    let sum = 0;
    let low = Infinity;
    let high = -Infinity;
    for (const { price } of buffer) {
      sum += price;
      low = Math.min(low, price);
      high = Math.max(high, price);
    }
    const { symbol: key, eventTime } = tick;
    rows.push({
      key,
      windowStart: buffer[0]!.eventTime,
      windowEnd: eventTime,
      values: [sum / buffer.length, low, high],
    });
  }
  return rows.end();
}
