import { describe, expect, test } from "vitest";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { BIGINT, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import { planOf } from "./compile-text.ts";
import { realEngine } from "./executors.ts";
import { runReference } from "./reference-engine.ts";

const stream: StreamDefinition = {
  name: "t",
  schema: [
    { name: "ts", type: TIMESTAMP },
    { name: "k", type: STRING },
    { name: "n", type: BIGINT },
  ],
  eventTime: "ts",
  arrival: null,
  split: null,
  splits: 1,
  maxOutOfOrderness: 0,
};

const engines = [
  ["one host", realEngine(100, 1)],
  ["batches of 1", realEngine(1, 1)],
  ["the reference", runReference],
] as const;

/** Record n arrives at n ms, which is what NOW() is without an arrival column. */
describe.each(engines)("CURRENT_TIMESTAMP of records without an arrival: %s", (_, run) => {
  const values = (sql: string, preset: PresetName = "velostream"): string[] =>
    run(
      planOf(`-- @num_partitions: 1\n${sql}`, { preset }, stream),
      [0, 5, 12, 30].map((ts, seq): readonly Value[] => [ts, seq % 2 === 0 ? "a" : "b", BigInt(seq)]),
      { endOfInput: true },
    ).rows.map((row) => row.values.join(" "));

  test("in SELECT and WHERE of single records", () =>
    expect(
      values("SELECT k, NOW() AS at, _TIMESTAMP AS too FROM t WHERE NOW() > TIMESTAMP '1970-01-01 00:00:00'"),
    ).toEqual(["b 1 1", "a 2 2", "b 3 3"]));

  test("in aggregates, of windows, sessions and groups", () => {
    const selected = "SELECT k, MIN(NOW()) AS least, MAX(CURRENT_TIMESTAMP) AS most FROM t GROUP BY k";
    expect(values(`${selected} WINDOW TUMBLING(20ms)`)).toEqual(["a 0 2", "b 1 1", "b 3 3"]);
    expect(values(`${selected} WINDOW SESSION(20ms)`)).toEqual(["b 1 1", "a 0 2", "b 3 3"]);
    expect(values(`${selected} EMIT FINAL`)).toEqual(["a 0 2", "b 1 3"]);
  });

  test("as a key", () =>
    expect(
      values(
        "SELECT CAST(NOW() AS DATE) AS day, COUNT(*) AS n FROM t GROUP BY CAST(NOW() AS DATE) EMIT FINAL",
      ),
    ).toEqual(["0 4"]));

  test("in frames, and beside the bounds of windows", () => {
    const frame = "ROWS WINDOW BUFFER 2 ROWS";
    expect(
      values(
        `SELECT k, NOW() AS at, SUM(n) OVER (${frame}) AS s, MIN(NOW()) OVER (${frame}) AS least FROM t`,
      ),
    ).toEqual(["a 0 0 0", "b 1 1 0", "a 2 3 1", "b 3 5 2"]);
    expect(
      values(
        "SELECT k, NOW() AS at, window_end FROM HOP(t, ts, INTERVAL '0.010' SECOND, INTERVAL '0.020' SECOND) WHERE window_start >= TIMESTAMP '1970-01-01 00:00:00.010'",
        "risingwave",
      ),
    ).toEqual(["a 2 30", "b 3 40", "b 3 50"]);
  });
});
