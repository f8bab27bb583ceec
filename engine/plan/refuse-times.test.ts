import { describe, expect, test } from "vitest";
import { compileQuery } from "./compile-query.ts";
import { orders, problemsOf } from "../testing/compile-text.ts";

/** Codes under Flink's rules that are its own refusals. */
function refusals(sql: string): readonly string[] {
  return problemsOf(sql, { preset: "flink" }).filter((problem) =>
    /SORT|TIME_ATTR|EMIT_CH|DIGITS|STEP/.test(problem),
  );
}

const tumble = "TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND))";

describe("Flink sorts a stream by its event time, upwards, or with LIMIT", () => {
  test.each([
    ["SELECT k FROM orders ORDER BY k", 'UNSUPPORTED_ENDLESS_SORT "k"'],
    ["SELECT ts FROM orders ORDER BY ts DESC", 'UNSUPPORTED_ENDLESS_SORT "ts DESC"'],
    ["SELECT ts FROM orders ORDER BY paid_at, ts", 'UNSUPPORTED_ENDLESS_SORT "paid_at"'],
    [`SELECT k FROM ${tumble} ORDER BY window_start`, 'UNSUPPORTED_ENDLESS_SORT "window_start"'],
  ])("refused: %s", (sql, problem) => expect(refusals(sql)).toEqual([problem]));

  test.each([
    "SELECT ts, k FROM orders ORDER BY ts, k",
    "SELECT o.ts FROM orders o ORDER BY o.ts",
    "SELECT k FROM orders ORDER BY k LIMIT 5",
    `SELECT k FROM ${tumble} ORDER BY window_time`,
  ])("accepted: %s", (sql) => expect(refusals(sql)).toEqual([]));

  test("elsewhere ORDER BY is only not run yet", () => {
    expect(problemsOf("SELECT k FROM orders ORDER BY k")).toEqual(['UNSUPPORTED_ORDER_BY "k"']);
  });
});

describe("a result in Flink has one column with the event time", () => {
  test.each([
    ["SELECT ts, ts AS again FROM orders", 'UNSUPPORTED_SEVERAL_TIME_ATTRIBUTES "ts AS again"'],
    ["SELECT *, ts FROM orders", 'UNSUPPORTED_SEVERAL_TIME_ATTRIBUTES "ts"'],
    [
      `SELECT window_time, window_time AS w, COUNT(*) AS n FROM ${tumble} GROUP BY window_start, window_end, window_time`,
      'UNSUPPORTED_SEVERAL_TIME_ATTRIBUTES "window_time AS w"',
    ],
    [
      "SELECT a.ts, b.ts FROM orders a JOIN orders b ON a.k = b.k",
      'UNSUPPORTED_SEVERAL_TIME_ATTRIBUTES "b.ts"',
    ],
    ["SELECT * FROM orders a JOIN orders b ON a.k = b.k", 'UNSUPPORTED_SEVERAL_TIME_ATTRIBUTES "*"'],
  ])("refused: %s", (sql, problem) => expect(refusals(sql)).toEqual([problem]));

  test.each([
    "SELECT ts, CAST(ts AS TIMESTAMP(3)) AS again FROM orders",
    "SELECT ts, paid_at FROM orders",
    `SELECT ts, window_time FROM ${tumble}`,
    "SELECT a.ts, b.paid_at FROM orders a JOIN orders b ON a.k = b.k",
    "SELECT * EXCEPT (ts), ts FROM orders",
  ])("accepted: %s", (sql) => expect(refusals(sql)).toEqual([]));

  test("the fix makes a plain time of the second", () => {
    const { diagnostics } = compileQuery("SELECT ts, ts AS again FROM orders", [orders], { preset: "flink" });
    expect(diagnostics.find(({ code }) => code.includes("TIME_ATTR"))!.fix).toBe(
      "CAST(ts AS TIMESTAMP(3)) AS again",
    );
  });
});

test("Flink has no EMIT CHANGES, with a window or without", () => {
  expect(refusals("SELECT k, COUNT(*) AS n FROM orders GROUP BY k EMIT CHANGES")).toEqual([
    'UNSUPPORTED_EMIT_CHANGES "EMIT CHANGES"',
  ]);
});
