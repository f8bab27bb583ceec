import { describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import { planOf } from "./compile-text.ts";
import { realEngine, referenceEngine } from "./executors.ts";

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "v", type: BIGINT },
  ],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 0,
};

const records: readonly (readonly Value[])[] = [
  [1_000, "a", 1n],
  [2_000, "a", 2n],
  [3_000, "b", 4n],
  [4_000, "a", 8n],
  [12_000, "a", 16n],
  [5_000, "a", 32n],
  [6_000, "a", 64n],
];

const engines = [
  ["the reference engine", referenceEngine],
  ["one host", realEngine(100, 1)],
  ["batches of 1 on 2 hosts", realEngine(1, 2)],
] as const;

describe.each(engines)("EMIT EVERY n ROWS: %s", (_, run) => {
  const rowsOf = (sql: string): string[] =>
    run(planOf(sql, {}, stream), records, { endOfInput: true }).rows.map(
      ({ kind, values, pane, cause }) => `${kind} ${values.join(" ")} ${pane} #${cause}`,
    );

  test("a row after every n-th record of a window and group, always the final row, and each correction", () =>
    expect(
      rowsOf(
        "-- @num_partitions: 1\nSELECT k, SUM(v) AS s FROM t GROUP BY k WINDOW TUMBLING(10s) EMIT EVERY 2 ROWS WITH ('watermark.min_advance' = '0ms')",
      ),
    ).toEqual([
      "+I a 3 early #1",
      "+U a 11 on-time #4",
      "+I b 4 on-time #4",
      "+U a 43 late #5",
      "+U a 107 late #6",
      "+I a 16 on-time #Infinity",
    ]));

  test("without a window the final rows come at the end of input", () =>
    expect(rowsOf("SELECT k, COUNT(*) AS n FROM t GROUP BY k EMIT EVERY 4 ROWS")).toEqual([
      "+I a 4 null #4",
      "+U a 6 null #Infinity",
      "+I b 1 null #Infinity",
    ]));

  test("HAVING filters what leaves, and takes a shown group back", () =>
    expect(rowsOf("SELECT k, COUNT(*) AS n FROM t GROUP BY k HAVING COUNT(*) < 4 EMIT EVERY 2 ROWS")).toEqual(
      ["+I a 2 null #1", "-D a 2 null #4", "+I b 1 null #Infinity"],
    ));
});
