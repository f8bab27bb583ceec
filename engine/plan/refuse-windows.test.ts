import { describe, expect, test } from "vitest";
import { compileQuery } from "../plan/compile-query.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import { orders, problemsOf } from "../testing/compile-text.ts";

const problems = (sql: string, preset: PresetName = "flink"): readonly string[] =>
  problemsOf(sql, { preset });
const from = (call: string, select = "SELECT k, COUNT(*) AS n"): string =>
  `${select} FROM TABLE(${call}) GROUP BY window_start, window_end, k`;
const lengths = "INTERVAL '5' SECOND, INTERVAL '10' SECOND";

describe("Flink's windowing table functions", () => {
  test.each([
    "TUMBLE(TABLE orders PARTITION BY k, DESCRIPTOR(ts), INTERVAL '5' SECOND)",
    `HOP(TABLE orders PARTITION BY k, DESCRIPTOR(ts), ${lengths})`,
    `CUMULATE(TABLE orders PARTITION BY k, DESCRIPTOR(ts), ${lengths})`,
  ])("only SESSION takes PARTITION BY: %s", (call) => {
    expect(problems(from(call))).toEqual(['UNSUPPORTED_PARTITIONED_INPUT "PARTITION BY k"']);
    expect(problems(from(call.replace(" PARTITION BY k", "")))).toEqual([]);
  });

  test("PARTITION BY names columns", () => {
    const session = "SESSION(TABLE orders PARTITION BY UPPER(k), DESCRIPTOR(ts), INTERVAL '5' SECOND)";
    expect(problems(`SELECT k FROM TABLE(${session})`)).toEqual([
      'UNSUPPORTED_COMPUTED_SESSION_KEY "UPPER(k)"',
    ]);
    expect(problems(from(session.replace("UPPER(k)", "k")))).toEqual([]);
  });

  test("have columns for their bounds, windows in GROUP BY have functions", () => {
    const session = "SESSION(TABLE orders PARTITION BY k, DESCRIPTOR(ts), INTERVAL '5' SECOND)";
    const start = "SESSION_START(ts, INTERVAL '5' SECOND)";
    expect(problems(from(session, `SELECT ${start} AS s, COUNT(*) AS n`))).toEqual([
      `UNSUPPORTED_BOUND_FUNCTION "${start}"`,
    ]);
    const grouped = (select: string): string =>
      `SELECT ${select}, COUNT(*) AS n FROM orders GROUP BY SESSION(ts, INTERVAL '5' SECOND)`;
    for (const column of ["window_start", "window_time", "_WINDOW_START"])
      expect(problems(grouped(column))).toEqual([`UNSUPPORTED_BOUND_COLUMN "${column}"`]);
    expect(problems(grouped("window_start"), "velostream")).toEqual([]);
    expect(problems(grouped(start))).toEqual([]);
  });
});

test("WATERMARK FOR is of a TIMESTAMP in Flink; a BIGINT tells the time natively", () => {
  const sql =
    "CREATE TABLE orders (ts TIMESTAMP(3), k STRING, v BIGINT, WATERMARK FOR v AS v); SELECT k FROM orders";
  expect(problems(sql)).toEqual(['UNSUPPORTED_WATERMARK_TYPE "WATERMARK FOR v AS v"']);
  expect(problems(sql, "velostream")).toEqual([]);
  expect(problems(sql.replace("FOR v AS v", "FOR ts AS ts"))).toEqual([]);
});

test("RisingWave has no SESSION in FROM, which is all that is said", () => {
  const sql = (keys: string): string =>
    `SELECT COUNT(*) AS n FROM SESSION(orders, ts, INTERVAL '5 seconds') GROUP BY window_start, window_end${keys} EMIT ON WINDOW CLOSE`;
  for (const keys of ["", ", k"])
    expect(problems(sql(keys), "risingwave")).toEqual(['UNSUPPORTED_SESSION_TABLE "SESSION"']);
});

describe("EMIT that an engine does not have and that says what it does anyhow is noted", () => {
  const windowed = "SELECT k, COUNT(*) AS n FROM orders GROUP BY k WINDOW TUMBLING(ts, 5s)";
  test.each<[PresetName, string]>([
    ["flink", "EMIT FINAL"],
    ["flink", "EMIT ON WINDOW CLOSE"],
    ["ksqldb", "EMIT ON WINDOW CLOSE"],
    ["risingwave", "EMIT FINAL"],
    ["risingwave", "EMIT CHANGES"],
  ])("%s: %s", (preset, emit) =>
    expect(problems(`${windowed} ${emit}`, preset)).toEqual([`EMIT_OF_ANOTHER_ENGINE "${emit}"`]),
  );

  test.each<[PresetName, string]>([
    ["ksqldb", "EMIT CHANGES"],
    ["ksqldb", "EMIT FINAL"],
    ["risingwave", "EMIT ON WINDOW CLOSE"],
    ["velostream", "EMIT ON WINDOW CLOSE"],
  ])("%s: %s is its own", (preset, emit) => expect(problems(`${windowed} ${emit}`, preset)).toEqual([]));
});

describe("one cause, one error", () => {
  test("wrong lengths of copies: not their bounds", () => {
    const hop = "SELECT window_start, window_end FROM TABLE(HOP(TABLE orders, DESCRIPTOR(ts), ";
    const steps = problems(`${hop}INTERVAL '5' SECOND, INTERVAL '12' SECOND))`);
    expect(steps).toHaveLength(1);
    expect(steps[0]).not.toContain("UNSUPPORTED_WINDOW_BOUND_HERE");
    const many = problems(`${hop}INTERVAL '0.001' SECOND, INTERVAL '50' SECOND))`, "velostream");
    expect(many.map((problem) => problem.split(" ")[0])).toEqual(["UNSUPPORTED_WINDOW_NUMBER"]);
  });

  test("PARTITION BY an unknown column", () =>
    expect(
      problems(from("SESSION(TABLE orders PARTITION BY nope, DESCRIPTOR(ts), INTERVAL '5' SECOND)")),
    ).toEqual(['UNKNOWN_COLUMN "nope"']));

  test("two windows in GROUP BY", () => {
    const [one, other] = ["SESSION(ts, INTERVAL '5' SECOND)", "SESSION(ts, INTERVAL '6' SECOND)"];
    expect(problems(`SELECT COUNT(*) AS n FROM orders GROUP BY ${one}, ${other}`)).toEqual([
      `SEVERAL_WINDOWS "${other}"`,
    ]);
  });

  test("EMIT EVERY that the engine has not", () =>
    expect(
      problemsOf(
        "SELECT k, COUNT(*) AS n FROM orders GROUP BY k WINDOW TUMBLING(ts, 5s) EMIT EVERY 2s",
        { preset: "flink" },
        { ...orders, arrival: null },
      ),
    ).toEqual(['UNSUPPORTED_EMIT_EVERY "EMIT EVERY 2s"']));
});

test("who switched the watermark off in the query is not told to declare it", () => {
  const sql =
    "SELECT k, COUNT(*) AS n FROM orders GROUP BY k WINDOW TUMBLING(ts, 5s) EMIT CHANGES WITH ('watermark.strategy' = 'none')";
  const [note] = compileQuery(sql, [orders]).diagnostics;
  expect(note).toMatchObject({ code: "NO_WATERMARK_DECLARED", severity: "info" });
  expect(note!.hint).toMatch(/^Leave 'watermark.strategy' = 'none' out/);
});

test("CURRENT_WATERMARK in other places: it is said where it runs", () => {
  const sql = "SELECT k, COUNT(*) AS n FROM orders GROUP BY k HAVING CURRENT_WATERMARK(ts) IS NULL";
  const [error] = compileQuery(sql, [orders], { preset: "flink" }).diagnostics;
  expect(error!.message).toMatch(/is run in WHERE and in SELECT of single records, under Flink's rules/);
});

test("DISTINCT over the records of sessions is refused as such", () => {
  const session = "SESSION(TABLE orders PARTITION BY k, DESCRIPTOR(ts), INTERVAL '5' SECOND)";
  expect(problems(`SELECT DISTINCT k FROM TABLE(${session})`)).toEqual([
    'UNSUPPORTED_DISTINCT_SESSIONS "DISTINCT"',
  ]);
});

test("PARTITION BY inside of TUMBLE would be dropped without a word, so it is refused under all rules", () => {
  const sql =
    "SELECT k, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE orders PARTITION BY k, DESCRIPTOR(ts), INTERVAL '5' SECOND)) GROUP BY k, window_start, window_end";
  for (const preset of ["velostream", "flink", "ksqldb", "risingwave"] as const)
    expect(problemsOf(sql, { preset })).toContain('UNSUPPORTED_PARTITIONED_INPUT "PARTITION BY k"');
});
