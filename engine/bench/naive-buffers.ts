import type { Tick } from "./naive-ticks.ts";

/**
 * Workload W4 as one would first write it: the last ticks of each symbol in an array, looked through for every record.
 * Late records (behind newest - 5 s) are dropped. @param size ticks kept a symbol. @returns Rows out.
 */
export function runNaiveBuffers(records: readonly Tick[], size: number): number {
  const buffers = new Map<string, Tick[]>();
  let watermark = -Infinity;
  let rowsOut = 0;
  let rows: object[] = [];
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
    rows.push({ symbol: tick.symbol, mean: sum / buffer.length, low, high });
    if (rows.length < 8_192) continue;
    rowsOut += rows.length;
    rows = [];
  }
  return rowsOut + rows.length;
}
