import fc from "fast-check";
import type { PresetName } from "../spec/semantics-rules.ts";
import { inSixtyFourths } from "./generate-trial.ts";
import { generatedRecords, streamDefinition } from "./generate-records.ts";
import type { Trial } from "./trial.ts";

const native = "SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW SESSION(ts, 5ms)";
const queries: readonly (readonly [PresetName, string])[] = [
  ["velostream", `${native} EMIT CHANGES`],
  ["velostream", `${native} HAVING COUNT(*) < 3 EMIT CHANGES`],
  ["velostream", native],
  ["velostream", `${native} EMIT EVERY 5ms`],
  [
    "ksqldb",
    "SELECT k, COUNT(*) AS n FROM t WINDOW SESSION (5 MILLISECONDS, GRACE PERIOD 3 MILLISECONDS) GROUP BY k EMIT CHANGES",
  ],
  ["flink", "SELECT k, COUNT(*) AS n FROM t GROUP BY k, SESSION(ts, INTERVAL '0.005' SECOND)"],
  ["risingwave", `${native} EMIT ON WINDOW CLOSE`],
  ["risingwave", `SELECT COUNT(*) AS n FROM t WINDOW SESSION(ts, 5ms) EMIT ON WINDOW CLOSE`],
];

/** Sessions of 5 ms under the rules of any engine, on a watermark that follows every record. */
export const generatedSessions: fc.Arbitrary<Trial> = fc
  .record({
    query: fc.constantFrom(...queries),
    partitions: fc.integer({ min: 1, max: 4 }),
    bound: fc.constantFrom(0, 3, 20),
    late: fc.constantFrom("drop", "process_with_warning", "process_all"),
    stream: streamDefinition,
    records: generatedRecords,
    endOfInput: fc.boolean(),
    batch: fc.integer({ min: 1, max: 20 }),
    workers: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ query: [preset, sql], partitions, bound, late, records, ...rest }) => ({
    ...rest,
    records: inSixtyFourths(records),
    sql: `-- @num_partitions: ${partitions}\n${sql}`,
    preset,
    settings: {
      "watermark.max_out_of_orderness": `${bound}ms`,
      "watermark.min_advance": "0ms",
      ...(preset === "risingwave" && { "late.data.strategy": late }),
    },
  }));
