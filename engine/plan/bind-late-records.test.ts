import { describe, expect, test } from "vitest";
import type { PresetName } from "../spec/semantics-rules.ts";
import { orders, planOf, problemsOf } from "../testing/compile-text.ts";

const windowed = (size: string, more = ""): string =>
  `SELECT k, COUNT(*) FROM orders GROUP BY k WINDOW TUMBLING(${size})${more}`;
const lateness = (sql: string, preset: PresetName = "velostream"): number =>
  planOf(sql, { preset }).late.allowedLateness;

describe("allowed lateness where nothing is said", () => {
  test("velostream: half of the window, rounded down", () => {
    expect(lateness(windowed("10s"))).toBe(5_000);
    expect(lateness(windowed("9ms"))).toBe(4);
  });

  test("ksqlDB: EMIT CHANGES a day less the window, never below 0; EMIT FINAL none", () => {
    expect(lateness(windowed("1h", " EMIT CHANGES"), "ksqldb")).toBe(82_800_000);
    expect(lateness(windowed("1h"), "ksqldb")).toBe(82_800_000);
    expect(lateness(windowed("2d", " EMIT CHANGES"), "ksqldb")).toBe(0);
    expect(lateness(windowed("1h", " EMIT FINAL"), "ksqldb")).toBe(0);
  });

  test("flink: none", () => expect(lateness(windowed("1h"), "flink")).toBe(0));

  test("without a window none", () => expect(lateness("SELECT k, COUNT(*) FROM orders GROUP BY k")).toBe(0));
});

describe("allowed lateness that is said", () => {
  test("by option or by GRACE PERIOD", () => {
    expect(lateness(windowed("10s", " WITH ('watermark.allowed_lateness' = '25s')"))).toBe(25_000);
    expect(
      lateness(
        "SELECT k, COUNT(*) FROM orders WINDOW TUMBLING (SIZE 1 SECONDS, GRACE PERIOD 500 MILLISECONDS) GROUP BY k",
        "ksqldb",
      ),
    ).toBe(500);
  });

  test("not by both", () => {
    const sql =
      "SELECT k, COUNT(*) FROM orders WINDOW TUMBLING (SIZE 1 SECONDS, GRACE PERIOD 1 SECONDS) GROUP BY k WITH ('watermark.allowed_lateness' = '1s')";
    expect(problemsOf(sql)).toEqual(["CONTRADICTING_OPTIONS \"'watermark.allowed_lateness' = '1s'\""]);
  });

  test("without a window it changes nothing, which is noted", () => {
    expect(
      problemsOf("SELECT k, COUNT(*) FROM orders GROUP BY k WITH ('watermark.allowed_lateness' = '1s')"),
    ).toEqual(["OPTION_WITHOUT_EFFECT \"'watermark.allowed_lateness' = '1s'\""]);
  });

  test("under 'drop' no late record reaches a window, so it changes nothing, which is noted", () => {
    const sql = windowed("10s", " WITH ('late.data.strategy' = 'drop', 'watermark.allowed_lateness' = '5s')");
    expect(problemsOf(sql)).toEqual(["LATENESS_WITHOUT_EFFECT \"'watermark.allowed_lateness' = '5s'\""]);
    expect(lateness(sql)).toBe(5_000);
    expect(problemsOf(sql, { preset: "flink" })).toEqual([]);
    const patient = { ...orders, options: { "watermark.allowed_lateness": "5s" } };
    expect(problemsOf(windowed("10s", " WITH ('late.data.strategy' = 'drop')"), {}, patient)).toEqual([]);
  });
});

describe("'late.data.strategy'", () => {
  const action = (word: string): string =>
    planOf(windowed("10s", ` WITH ('late.data.strategy' = '${word}')`)).late.action;

  test("dead_letter is drop", () => {
    expect(["drop", "dead_letter", "process_with_warning", "process_all"].map(action)).toEqual([
      "drop",
      "drop",
      "process_with_warning",
      "process_all",
    ]);
  });

  test("defaults: velostream counts late records with a warning, the others drop them", () => {
    expect(planOf(windowed("10s")).late.action).toBe("process_with_warning");
    expect(planOf(windowed("10s"), { preset: "flink" }).late.action).toBe("drop");
    expect(planOf(windowed("10s"), { preset: "ksqldb" }).late.action).toBe("drop");
  });

  test("where each window judges, a record cannot be let through", () => {
    expect(
      problemsOf(windowed("10s", " WITH ('late.data.strategy' = 'process_all')"), { preset: "ksqldb" }),
    ).toEqual(["UNSUPPORTED_LATE_STRATEGY \"'late.data.strategy' = 'process_all'\""]);
    expect(
      problemsOf(windowed("10s", " WITH ('late.data.strategy' = 'dead_letter')"), { preset: "ksqldb" }),
    ).toEqual([]);
  });
});
