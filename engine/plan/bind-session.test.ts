import { describe, expect, test } from "vitest";
import type { PresetName } from "../spec/semantics-rules.ts";
import { aggregateQueryOf, planOf, problemsOf } from "../testing/compile-text.ts";

const native = (session: string): string => `SELECT k, COUNT(*) FROM orders GROUP BY k WINDOW ${session}`;
const table = (call: string): string =>
  `SELECT k, COUNT(*) FROM ${call} GROUP BY window_start, window_end, k`;
const tableFunction = table(
  "TABLE(SESSION(TABLE orders PARTITION BY k, DESCRIPTOR(ts), INTERVAL '5' SECOND))",
);
const groupFunction = "SELECT k, COUNT(*) FROM orders GROUP BY SESSION(ts, INTERVAL '5' SECOND), k";

describe("spellings of one session window", () => {
  test.each([
    native("SESSION(5s)"),
    native("SESSION(ts, 5s)"),
    native("SESSION(5s, k)"),
    native("SESSION(ts, INTERVAL '5' SECOND, orders.k)"),
    native("SESSION(5 SECONDS, GRACE PERIOD 1 SECOND)"),
    "SELECT k, COUNT(*) FROM orders WINDOW SESSION (5 SECONDS, GRACE PERIOD 1 SECONDS) GROUP BY k EMIT CHANGES",
    tableFunction,
    table(
      "TABLE(SESSION(DATA => TABLE orders PARTITION BY k, TIMECOL => DESCRIPTOR(ts), GAP => INTERVAL '5' SECOND))",
    ),
    groupFunction,
  ])("%s", (sql) => {
    expect(problemsOf(sql, { preset: "velostream" })).toEqual([]);
    expect(aggregateQueryOf(sql, { preset: "velostream" }).window).toEqual({
      kind: "session",
      gap: 5_000,
      touchingJoins: true,
      shownEnd: "last+gap",
    });
  });

  test("a gap is at least 1 ms", () =>
    expect(problemsOf(native("SESSION(0s)"))).toEqual(['SYNTAX_WINDOW_LENGTH "0s"']));

  test("SESSION in GROUP BY takes a time and a gap alone", () => {
    const sql = (session: string): string => `SELECT COUNT(*) FROM orders GROUP BY ${session}`;
    for (const session of [
      "SESSION(ts)",
      "SESSION(ts, 5)",
      "SESSION(ts, INTERVAL '5' SECOND, INTERVAL '1' SECOND)",
    ])
      expect(problemsOf(sql(session), { preset: "flink" })[0]).toBe(`BAD_WINDOW "${session}"`);
  });
});

test.each<[PresetName, boolean, string]>([
  ["velostream", true, "last+gap"],
  ["ksqldb", true, "last"],
  ["flink", true, "last+gap"],
  ["risingwave", false, "last"],
])("%s: whether distance = gap joins, and what is the end of a session", (preset, touchingJoins, shownEnd) =>
  expect(aggregateQueryOf(`${native("SESSION(ts, 5s)")} EMIT FINAL`, { preset }).window).toMatchObject({
    touchingJoins,
    shownEnd,
  }),
);

test("lateness of sessions: the gap; under ksqlDB's rules what is left of a day, and 0 with EMIT FINAL", () => {
  const lateness = (sql: string, preset: PresetName): number => planOf(sql, { preset }).late.allowedLateness;
  expect(lateness(native("SESSION(ts, 5s)"), "velostream")).toBe(5_000);
  expect(lateness(native("SESSION(ts, 5s, GRACE PERIOD 2s)"), "velostream")).toBe(2_000);
  expect(lateness(`${native("SESSION(ts, 5s)")} EMIT CHANGES`, "ksqldb")).toBe(86_395_000);
  expect(lateness(`${native("SESSION(ts, 5s)")} EMIT FINAL`, "ksqldb")).toBe(0);
  expect(lateness(tableFunction, "flink")).toBe(0);
});

describe("a session's own keys are those of GROUP BY", () => {
  test.each([
    native("SESSION(5s, v)"),
    "SELECT k, v, COUNT(*) FROM orders GROUP BY k, v WINDOW SESSION(5s, k)",
    "SELECT COUNT(*) FROM orders WINDOW SESSION(5s, k)",
  ])("%s: refused", (sql) => expect(problemsOf(sql)[0]).toMatch(/^UNSUPPORTED_SESSION_KEYS /));

  test.each([
    ["PARTITION BY k", "window_start, window_end"],
    ["PARTITION BY (k, v)", "window_start, window_end, k"],
    ["", "window_start, window_end, k"],
    ["PARTITION BY k", "window_start, window_end, k, v"],
  ])("PARTITION BY that differs from GROUP BY: %s, %s", (own, grouped) => {
    const sql = `SELECT COUNT(*) FROM TABLE(SESSION(TABLE orders ${own}, DESCRIPTOR(ts), INTERVAL '5' SECOND)) GROUP BY ${grouped}`;
    expect(problemsOf(sql, { preset: "flink" })[0]).toMatch(/^UNSUPPORTED_SESSION_KEYS /);
  });

  test("in any order", () =>
    expect(
      problemsOf(
        "SELECT COUNT(*) FROM TABLE(SESSION(TABLE orders PARTITION BY (v, k), DESCRIPTOR(ts), INTERVAL '5' SECOND)) GROUP BY k, window_end, v, window_start",
        { preset: "flink" },
      ),
    ).toEqual([]));
});

describe("functions that name the session of GROUP BY", () => {
  const sql = (call: string): string =>
    `SELECT ${call} AS x, COUNT(*) FROM orders GROUP BY SESSION(ts, INTERVAL '5' SECOND)`;

  test.each([
    "SESSION_START(ts, INTERVAL '5' SECOND)",
    "SESSION_END(ts, INTERVAL '5' SECOND)",
    "SESSION_ROWTIME(ts, INTERVAL '5' SECOND)",
    "SESSION_START()",
  ])("%s", (call) => expect(problemsOf(sql(call), { preset: "flink" })).toEqual([]));

  test.each([
    "SESSION_START(ts, INTERVAL '6' SECOND)",
    "TUMBLE_START(ts, INTERVAL '5' SECOND)",
    "HOP_END(ts, INTERVAL '5' SECOND, INTERVAL '5' SECOND)",
  ])("%s is another window", (call) =>
    expect(problemsOf(sql(call), { preset: "flink" })).toEqual([`WINDOW_MISMATCH "${call}"`]),
  );
});

test("RisingWave's sessions are printed when they close: EMIT CHANGES is refused, and so is no EMIT", () => {
  const sql = native("SESSION(ts, 5s)");
  expect(problemsOf(`${sql} EMIT CHANGES`, { preset: "risingwave" })).toEqual([
    'UNSUPPORTED_SESSION_CHANGES "EMIT CHANGES"',
  ]);
  expect(problemsOf(sql, { preset: "risingwave" })).toEqual([
    'UNSUPPORTED_SESSION_CHANGES "WINDOW SESSION(ts, 5s)"',
  ]);
  expect(problemsOf(`${sql} EMIT ON WINDOW CLOSE`, { preset: "risingwave" })).toEqual([]);
});

test("window_time is the last ms of a session, and refused where results call its last record the end", () => {
  const sql = `SELECT window_time, COUNT(*) FROM orders WINDOW SESSION(ts, 5s) EMIT ON WINDOW CLOSE`;
  expect(problemsOf(sql)).toEqual([]);
  expect(problemsOf(sql, { preset: "risingwave" })).toEqual(['UNSUPPORTED_WINDOW_TIME "window_time"']);
});

test("'emit.scope' = 'window' changes nothing: a session is of one group", () =>
  expect(problemsOf(`${native("SESSION(5s)")} EMIT CHANGES WITH ('emit.scope' = 'window')`)).toEqual([
    "OPTION_WITHOUT_EFFECT \"'emit.scope' = 'window'\"",
  ]));
