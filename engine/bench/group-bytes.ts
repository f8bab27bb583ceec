import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { DOUBLE, BIGINT, STRING, TIMESTAMP } from "../data/data-type.ts";
import { Dictionary } from "../data/dictionary.ts";
import type { RecordBatch } from "../data/record-batch.ts";
import { BatchPreparer } from "../runtime/batch-preparer.ts";
import { PartitionHost } from "../runtime/partition-host.ts";
import { planOf } from "./windowpane-subject.ts";

const KEYS = 10_000;
const BATCH = 8_192;

const stream: StreamDefinition = {
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
  maxOutOfOrderness: 1e9,
};

const sql = `-- @num_partitions: 1
SELECT symbol, COUNT(*) AS n, SUM(volume) AS volume, AVG(price) AS mean, MIN(price) AS low, MAX(price) AS high
FROM ticks GROUP BY symbol WINDOW TUMBLING(event_time, 1m) EMIT FINAL`;

/**
 * What a (window, group) of five aggregates holds while it is alive: what the whole process has more than before it met
 * the groups, but for the names of the groups, which it knew. Nothing closes meanwhile.
 * @param windows each has 10,000 groups. @returns Groups, and bytes of one.
 */
export function groupBytes(windows: number): { readonly groups: number; readonly bytes: number } {
  const plan = planOf(sql, stream);
  const preparer = new BatchPreparer(plan);
  const symbols = new Dictionary(Array.from({ length: KEYS }, (_, i) => `symbol ${i}`));
  preparer.prepare(batchOf(symbols, 0, KEYS));
  const host = new PartitionHost(plan, [0], preparer.keys, false);
  const take = (from: number, to: number): void => {
    const { header, columns } = preparer.prepare(batchOf(symbols, from, to));
    host.process(header, columns);
  };
  take(0, BATCH);
  const before = heldBytes();
  const groups = windows * KEYS;
  for (let from = BATCH; from < groups; from += BATCH) take(from, Math.min(groups, from + BATCH));
  const bytes = (heldBytes() - before) / (groups - BATCH);
  host.finish();
  return { groups, bytes };
}

/** Record n is of the group n modulo their number, and each round of all groups lies in a window of its own. */
function batchOf(symbols: Dictionary, from: number, to: number): RecordBatch {
  const numbers = (value: (n: number) => number): Float64Array =>
    Float64Array.from({ length: to - from }, (_, i) => value(from + i));
  const column = (values: Float64Array): RecordBatch["columns"][number] => ({
    kind: "number",
    values,
    exact: null,
    validity: null,
  });
  return {
    base: from,
    length: to - from,
    unreadable: null,
    columns: [
      column(numbers((n) => 60_000 * Math.floor(n / KEYS))),
      {
        kind: "string",
        codes: Int32Array.from({ length: to - from }, (_, i) => (from + i) % KEYS),
        dictionary: symbols,
        validity: null,
      },
      column(numbers((n) => (n % 1_000) / 4)),
      column(numbers((n) => n % 1_000)),
    ],
  };
}

/** Bytes that are held after all garbage is gone. */
function heldBytes(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let i = 0; i < 3; i++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
