import { describe, expect, test } from "vitest";
import { BIGINT, STRING, TIMESTAMP, type Value } from "../data/data-type.ts";
import type { RunResult } from "../runtime/result-row.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import { planOf } from "./compile-text.ts";
import { realEngine } from "./executors.ts";
import { runReference } from "./reference-engine.ts";

const stream = {
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
} as const;

const LAST = Number.MAX_SAFE_INTEGER;
/** ms: the last moment of the calendar. */
const CALENDAR = 8.64e15;
const MILLION_DAYS = 86_400_000 * 1_000_000;

const engines = [
  ["one host", realEngine(100, 1)],
  ["batches of 1", realEngine(1, 1)],
  ["the reference", runReference],
] as const;

describe.each(engines)("times near the last exact number: %s", (_, run) => {
  const result = (sql: string, times: readonly number[], preset: PresetName = "velostream"): RunResult =>
    run(
      planOf(`-- @num_partitions: 1\n${sql}`, { preset }, stream),
      times.map((ts): readonly Value[] => [ts, "a", 1n]),
      { endOfInput: true },
    );
  const lateness = "WITH ('watermark.allowed_lateness' = '2ms')";

  test.each([
    ["WINDOW TUMBLING(10ms)", 12],
    ["WINDOW TUMBLING(10ms, OFFSET 3ms)", 15],
    ["WINDOW SLIDING(10ms, 4ms)", 12],
    ["WINDOW HOPPING(SIZE 10ms, ADVANCE BY 14ms)", 16],
    ["WINDOW CUMULATE(5ms, 10ms)", 12],
    ["WINDOW SESSION(7ms)", 9],
  ])(
    "%s: a record is malformed whose windows, kept for their lateness, may reach beyond it: %i ms",
    (window, reach) => {
      const sql = `SELECT k, COUNT(*) AS n FROM t GROUP BY k ${window} ${lateness}`;
      const edge = LAST - reach;
      expect(result(sql, [-edge - 1, -edge, 0, edge, edge + 1]).malformed).toEqual([0, 4]);
      expect(result(sql, [edge]).rows.every(({ windowEnd }) => windowEnd! <= LAST)).toBe(true);
    },
  );

  test("without windows every whole safe number is a time", () => {
    expect(result("SELECT k FROM t", [-LAST, LAST, LAST + 1, 0.5]).malformed).toEqual([2, 3]);
    expect(result("SELECT k, COUNT(*) AS n FROM t GROUP BY k", [-LAST, LAST]).malformed).toEqual([]);
  });

  test("copies of records in windows count as windows", () => {
    const sql = "SELECT k, window_start FROM HOP(t, ts, INTERVAL '0.005' SECOND, INTERVAL '0.010' SECOND)";
    expect(result(sql, [LAST - 10, LAST - 9], "risingwave").malformed).toEqual([1]);
  });

  test("the longest lengths leave room for all times of the calendar", () => {
    const days = "1000000d";
    const options = `WITH ('watermark.allowed_lateness' = '${days}')`;
    for (const window of [`TUMBLING(${days}, OFFSET ${days})`, `SESSION(${days})`]) {
      const sql = `SELECT k, COUNT(*) AS n FROM t GROUP BY k WINDOW ${window} ${options}`;
      const { rows, malformed } = result(sql, [-CALENDAR, CALENDAR]);
      expect(malformed).toEqual([]);
      expect(rows.map(({ windowStart, windowEnd }) => windowEnd! - windowStart!)).toEqual([
        MILLION_DAYS,
        MILLION_DAYS,
      ]);
    }
  });
});
