import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, DOUBLE, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import type { RunResult } from "../runtime/result-row.ts";
import { planOf } from "./compile-text.ts";
import { realEngine } from "./executors.ts";

/** Event time in ms, key, value. */
export type Sent = readonly [ts: number | null, k?: string | null, v?: number | null];

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "v", type: BIGINT },
    { name: "d", type: DOUBLE },
  ],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 0,
};

/** How a test runs a query over the stream `t (ts, k, v, d)`, d being v as a DOUBLE. */
export interface RunSettings {
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether the end of input comes; left out: no. */
  readonly endOfInput?: boolean;
  /** Whether records arrive at their event time; left out: record n at n ms. */
  readonly arrivesAtEventTime?: boolean;
}

/** One partition, and a clock that follows every record, unless the settings say otherwise. */
export function runVelostream(
  sql: string,
  sent: readonly Sent[],
  { settings = {}, endOfInput = false, arrivesAtEventTime = false }: RunSettings = {},
): RunResult {
  const definition = arrivesAtEventTime ? { ...stream, arrival: "ts" } : stream;
  const plan = planOf(
    `-- @num_partitions: 1\n${sql}`,
    { settings: { "watermark.min_advance": "0ms", ...settings } },
    definition,
  );
  const records = sent.map(([ts, k = "a", v = 1]): readonly Value[] => [
    ts,
    k,
    v === null ? null : BigInt(v),
    v,
  ]);
  return realEngine(3, 1)(plan, records, { endOfInput });
}

/** Its rows as `+I a 2 #1`: kind, values, the record that is the cause (`end`: the end of input). */
export function rowTexts(sql: string, sent: readonly Sent[], settings: RunSettings = {}): readonly string[] {
  return runVelostream(sql, sent, settings).rows.map(
    ({ kind, values, cause }) =>
      `${kind} ${values.map((value) => value ?? "NULL").join(" ")} ${cause === Infinity ? "end" : `#${cause}`}`,
  );
}
