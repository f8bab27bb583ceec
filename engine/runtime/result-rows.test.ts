import { describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, DOUBLE, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import { planOf } from "../testing/compile-text.ts";
import { realEngine, referenceEngine } from "../testing/executors.ts";

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

const records: readonly (readonly Value[])[] = [
  [1_000, "b", 5n, 0],
  [2_000, "a", 3n, -0],
  [3_000, "c", null, NaN],
  [4_000, "a", 9n, NaN],
  [5_000, null, 5n, null],
  [12_000, "a", 1n, 0],
  [13_000, "b", 2n, 0],
  [25_000, "c", 4n, null],
];

const engines = [
  ["the reference engine", referenceEngine],
  ["one host", realEngine(100, 1)],
  ["batches of 1 on 3 hosts", realEngine(1, 3)],
] as const;

/** Rows as kind and values, `#` and the cause. */
function rowsOf(sql: string, run: (typeof engines)[number][1]): string[] {
  const { rows, ledger } = run(planOf(sql, {}, stream), records, { endOfInput: true });
  expect(ledger.counted).toBe(records.length);
  return rows.map(({ kind, values, cause }) => `${kind} ${values.join(" ")} #${cause}`);
}

describe.each(engines)("%s", (_, run) => {
  test("LIMIT is global, not per partition: the first rows in the order of all output; the ledger counts on", () => {
    expect(rowsOf("SELECT k FROM t LIMIT 3", run)).toEqual(["+I b #0", "+I a #1", "+I c #2"]);
    expect(rowsOf("SELECT k FROM t LIMIT 2 OFFSET 2", run)).toEqual(["+I c #2", "+I a #3"]);
    expect(rowsOf("SELECT k FROM t OFFSET 7", run)).toEqual(["+I c #7"]);
    expect(rowsOf("SELECT k FROM t LIMIT 0", run)).toEqual([]);
  });

  test("LIMIT counts rows of the changelog, updates too", () =>
    expect(rowsOf("SELECT k, COUNT(*) AS n FROM t GROUP BY k LIMIT 4", run)).toEqual([
      "+I b 1 #0",
      "+I a 1 #1",
      "+I c 1 #2",
      "+U a 2 #3",
    ]));

  test("DISTINCT: a row the first time that its values come; NULL equals NULL, -0 is 0, NaN equals NaN", () => {
    expect(rowsOf("SELECT DISTINCT d FROM t", run)).toEqual(["+I 0 #0", "+I NaN #2", "+I  #4"]);
    expect(rowsOf("SELECT DISTINCT k, v > 4 AS more FROM t LIMIT 4", run)).toEqual([
      "+I b true #0",
      "+I a false #1",
      "+I c  #2",
      "+I a true #3",
    ]);
  });

  test("ORDER BY orders the rows of each window at its close, over all partitions", () =>
    expect(
      rowsOf(
        "SELECT k, SUM(v) AS s, MAX(ts) AS last FROM t GROUP BY k WINDOW TUMBLING(10s) ORDER BY s DESC, k WITH ('watermark.scope' = 'global', 'watermark.idle_timeout' = '1ms')",
        run,
      ).map((row) => row.replace(/ #.*/, "")),
    ).toEqual([
      "+I a 12 4000",
      "+I  5 5000",
      "+I b 5 1000",
      "+I c  3000",
      "+I b 2 13000",
      "+I a 1 12000",
      "+I c 4 25000",
    ]));

  test("several windows that close at once are one emission each, and LIMIT counts over all of them", () => {
    const query =
      "SELECT k, SUM(v) AS s FROM t GROUP BY k WINDOW TUMBLING(10s) ORDER BY s NULLS LAST, k LIMIT 5 WITH ('watermark.max_out_of_orderness' = '1h')";
    expect(rowsOf(query, run)).toEqual([
      "+I  5 #Infinity",
      "+I b 5 #Infinity",
      "+I a 12 #Infinity",
      "+I c  #Infinity",
      "+I a 1 #Infinity",
    ]);
  });

  test("ORDER BY of EMIT FINAL without a window orders the final result", () =>
    expect(
      rowsOf("SELECT k FROM t GROUP BY k ORDER BY COUNT(*) DESC, MIN(ts) DESC LIMIT 3 EMIT FINAL", run),
    ).toEqual(["+I a #Infinity", "+I c #Infinity", "+I b #Infinity"]));

  test("ORDER BY leaves the changelog of EMIT CHANGES as it is", () =>
    expect(rowsOf("SELECT k, COUNT(*) AS n FROM t GROUP BY k ORDER BY n DESC", run).slice(0, 3)).toEqual([
      "+I b 1 #0",
      "+I a 1 #1",
      "+I c 1 #2",
    ]));
});
