import { describe, expect, test } from "vitest";
import { BIGINT, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import { planOf } from "./compile-text.ts";
import { realEngine } from "./executors.ts";
import { runReference } from "./reference-engine.ts";

const stream = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "s", type: BIGINT },
  ],
  eventTime: "ts",
  arrival: null,
  split: "s",
  splits: 2,
  maxOutOfOrderness: 0,
} as const;

const define =
  "CREATE TABLE t (ts TIMESTAMP(3), k STRING, WATERMARK FOR ts AS ts - INTERVAL '0.010' SECOND(3));";
const query = "SELECT k, CURRENT_WATERMARK(ts) AS w FROM t";

const engines = [
  ["one host", realEngine(100, 1)],
  ["batches of 1", realEngine(1, 1)],
  ["the reference", runReference],
] as const;

describe.each(engines)("the first watermark: %s", (_, run) => {
  /** The watermark that judges each record, by times in two splits. */
  const judgedBy = (
    sql: string,
    preset: PresetName,
    times: readonly (readonly [number, number])[],
  ): Value[] =>
    run(
      planOf(sql, { preset }, stream),
      times.map(([ts, split]): readonly Value[] => [ts, "a", BigInt(split)]),
      { endOfInput: true },
    ).rows.map(({ values }) => values[1]!);
  const times = [
    [-500, 0],
    [10, 0],
    [10, 1],
    [11, 0],
    [15, 1],
    [9, 0],
  ] as const;

  test("is that of the first record, at and below 0 too, where options or the stream declare it", () => {
    const option = "WITH ('watermark.max_out_of_orderness' = '10ms')";
    expect(judgedBy(`${query} ${option}`, "flink", times)).toEqual([null, null, null, 0, 0, 1]);
    const plain = "CREATE TABLE t (ts TIMESTAMP(3), k STRING, WATERMARK FOR ts AS ts);";
    expect(judgedBy(`${plain} ${query} ${option}`, "flink", times)).toEqual([null, null, null, 0, 0, 1]);
  });

  test("is above 0 in Flink where WATERMARK FOR declares it, in each split", () =>
    expect(judgedBy(`${define} ${query}`, "flink", times)).toEqual([null, null, null, null, null, 1]));

  test("so windows before 1970 take all that comes until then", () => {
    const windowed = `${define} SELECT k, COUNT(*) AS n FROM t GROUP BY k, TUMBLE(ts, INTERVAL '1' SECOND)`;
    const rows = run(
      planOf(windowed, { preset: "flink" }, { ...stream, splits: 1 }),
      [-500, 10, -900, 11, -100].map((ts): readonly Value[] => [ts, "a", 0n]),
      { endOfInput: true },
    );
    expect(rows.rows.map(({ values, cause }) => [values[1], cause])).toEqual([
      [2n, 3],
      [2n, Infinity],
    ]);
    expect(rows.ledger.late).toBe(1);
  });

  test("elsewhere WATERMARK FOR sets it with the first record", () => {
    const plan = planOf(`${define} SELECT k FROM t`, { preset: "risingwave" }, stream);
    expect(plan.watermark.above).toBeUndefined();
    expect(planOf(`${define} SELECT k FROM t`, { preset: "flink" }, stream).watermark.above).toBe(0);
  });
});
