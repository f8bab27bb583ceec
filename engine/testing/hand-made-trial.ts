import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { STRING, TIMESTAMP } from "../data/data-type.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import type { Trial } from "./trial.ts";

/** The stream `t (ts, k)`: record n arrives at n ms, and there is one split. */
export const handMadeStream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
  ],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 0,
};

/**
 * A trial on one partition over that stream, whose watermark is the newest event time unless settings say otherwise.
 * @param records "a0 b12": each its key, one letter, and its event time in ms.
 */
export function handMadeTrial(
  sql: string,
  records: string,
  preset: PresetName = "velostream",
  settings: Readonly<Record<string, string>> = {},
): Trial {
  return {
    sql: `-- @num_partitions: 1\n${sql}`,
    preset,
    settings: { ...(preset === "velostream" && { "watermark.min_advance": "0ms" }), ...settings },
    stream: handMadeStream,
    records: records.split(" ").map((record) => [Number(record.slice(1)), record[0]!]),
    endOfInput: false,
    batch: 2,
    workers: 1,
  };
}
