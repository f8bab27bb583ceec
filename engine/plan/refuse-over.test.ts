import { describe, expect, test } from "vitest";
import { compileQuery } from "./compile-query.ts";
import { orders, problemsOf } from "../testing/compile-text.ts";

function flink(items: string, rest = ""): readonly string[] {
  return problemsOf(`SELECT ${items} FROM orders ${rest}`, { preset: "flink" }).filter(
    (problem) => !problem.startsWith("UNSUPPORTED_PLAIN_SELECT"),
  );
}

describe("windows of OVER", () => {
  test.each([
    ["SUM(v) OVER (ORDER BY ts) AS s", []],
    ["AVG(v) OVER (ROWS WINDOW BUFFER 3 ROWS) AS s", []],
    ["SUM(v) OVER (PARTITION BY k) AS s, COUNT(*) OVER (ROWS 9 PRECEDING) AS n", []],
    ["SUM(v) OVER (ORDER BY ts DESC) AS s", ['UNSUPPORTED_OVER_ORDER "ts DESC"']],
    ["SUM(v) OVER (ORDER BY ts, v) AS s", ['UNSUPPORTED_OVER_ORDER "v"']],
    ["SUM(v) OVER (ORDER BY v) AS s", ['UNSUPPORTED_OVER_ORDER "v"']],
    ["SUM(v) OVER (ORDER BY ts ROWS 1 FOLLOWING) AS s", ['UNSUPPORTED_FOLLOWING_FRAME "1 FOLLOWING"']],
    ["SUM(v) OVER (ROWS WINDOW BUFFER 0 ROWS) AS s", ['BUFFER_SIZE "(ROWS WINDOW BUFFER 0 ROWS)"']],
    [
      "SUM(v) OVER (ORDER BY ts) AS a, SUM(v) OVER (ROWS WINDOW BUFFER 2 ROWS) AS b",
      ['UNSUPPORTED_MIXED_OVER "OVER (ROWS WINDOW BUFFER 2 ROWS)"'],
    ],
    ["NTILE(2) OVER (ORDER BY ts) AS n", ['UNSUPPORTED_RANK_OF_ALL "NTILE"']],
    ["LAG(v, k) OVER (ROWS WINDOW BUFFER 2 ROWS) AS n", ['WRONG_PARAMETER "k"']],
    [
      "SUM(v) OVER (ROWS WINDOW BUFFER 2 ROWS ORDER BY k RANGE 3 PRECEDING) AS n",
      ['FRAME_DISTANCE "3 PRECEDING"'],
    ],
    [
      "SUM(v) OVER (ROWS WINDOW BUFFER 2 ROWS ORDER BY ts ROWS BETWEEN CURRENT ROW AND 3 PRECEDING) AS n",
      ['FRAME_ORDER "ROWS BETWEEN CURRENT ROW AND 3 PRECEDING"'],
    ],
    ["UPPER(k) OVER (ROWS WINDOW BUFFER 2 ROWS) AS n", ['NOT_AN_OVER_FUNCTION "UPPER"']],
    ["ROW_NUMBR() OVER (ROWS WINDOW BUFFER 2 ROWS) AS n", ['UNKNOWN_FUNCTION "ROW_NUMBR"']],
    [
      "SUM(LAG(v) OVER (PARTITION BY k)) OVER (PARTITION BY k) AS n",
      ['MISPLACED_OVER "OVER (PARTITION BY k)"'],
    ],
  ])("%s", (items, expected) => {
    expect(problemsOf(`SELECT ${items} FROM orders`, { preset: "velostream" })).toEqual(expected);
  });

  test("go with single records, not with groups", () => {
    expect(
      problemsOf("SELECT SUM(v) OVER (PARTITION BY k) AS s FROM orders GROUP BY k", { preset: "velostream" }),
    ).toEqual(['UNSUPPORTED_OVER_GROUPS "OVER (PARTITION BY k)"']);
  });

  test("by their PARTITION BY records are spread; by several different ones they stay together", () => {
    const spread = (items: string): number =>
      compileQuery(`SELECT ${items} FROM orders`, [orders], { preset: "velostream" }).plan!.partitioning
        .partitions;
    expect(spread("SUM(v) OVER (ROWS WINDOW BUFFER 2 ROWS PARTITION BY k) AS a")).toBe(4);
    expect(spread("SUM(v) OVER (ROWS WINDOW BUFFER 2 ROWS) AS a")).toBe(1);
    expect(
      spread(
        "SUM(v) OVER (ROWS WINDOW BUFFER 2 ROWS PARTITION BY k) AS a, MAX(v) OVER (ROWS WINDOW BUFFER 2 ROWS PARTITION BY v) AS b",
      ),
    ).toBe(1);
  });

  test("may be named, and extended", () => {
    expect(
      problemsOf(
        "SELECT SUM(v) OVER w AS s, MAX(v) OVER (w ROWS 2 PRECEDING) AS x FROM orders WINDOW w AS (PARTITION BY k ORDER BY ts)",
        { preset: "velostream" },
      ),
    ).toEqual([]);
  });

  test("that nobody declares are an error, mended by the nearest", () => {
    const sql = "SELECT SUM(v) OVER wim AS s FROM orders WINDOW win AS (ORDER BY ts)";
    const { diagnostics } = compileQuery(sql, [orders], { preset: "velostream" });
    expect(diagnostics).toMatchObject([{ code: "UNKNOWN_WINDOW", fix: "win" }]);
  });
});

describe("what Flink refuses of OVER is refused in its own words", () => {
  test.each([
    [
      "SUM(v) OVER (ORDER BY ts ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) AS s",
      'UNSUPPORTED_FOLLOWING_FRAME "1 FOLLOWING"',
    ],
    [
      "SUM(v) OVER (ORDER BY ts RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS s",
      'UNSUPPORTED_FOLLOWING_FRAME "UNBOUNDED FOLLOWING"',
    ],
    ["SUM(v) OVER (PARTITION BY k ORDER BY ts DESC) AS s", 'UNSUPPORTED_DESCENDING_OVER "ts DESC"'],
    ["LEAD(v) OVER (PARTITION BY k ORDER BY ts) AS s", 'UNSUPPORTED_LEAD "LEAD"'],
    [
      "SUM(v) OVER (ORDER BY ts) AS a, MAX(v) OVER (PARTITION BY k ORDER BY ts) AS b",
      'UNSUPPORTED_SEVERAL_OVER "OVER (PARTITION BY k ORDER BY ts)"',
    ],
    [
      "SUM(v) OVER (ORDER BY ts ROWS 1 PRECEDING) AS a, MAX(v) OVER (ORDER BY ts ROWS 2 PRECEDING) AS b",
      'UNSUPPORTED_SEVERAL_OVER "OVER (ORDER BY ts ROWS 2 PRECEDING)"',
    ],
  ])("%s", (items, problem) => expect(flink(items)).toContain(problem));

  test("also through named windows", () => {
    const windows = "WINDOW w AS (ORDER BY ts DESC), u AS (PARTITION BY k ORDER BY ts)";
    const found = flink("SUM(v) OVER w AS a, MAX(v) OVER u AS b", windows);
    expect(found).toContain('UNSUPPORTED_DESCENDING_OVER "ts DESC"');
    expect(found).toContain('UNSUPPORTED_SEVERAL_OVER "OVER u"');
  });

  test.each([
    "SUM(v) OVER (PARTITION BY k ORDER BY ts) AS a, MAX(v) OVER (partition by K order by TS) AS b",
    "LAG(v, 1) OVER (PARTITION BY k ORDER BY ts) AS n",
    "SUM(v) OVER (ORDER BY ts RANGE BETWEEN INTERVAL '5' SECOND PRECEDING AND CURRENT ROW) AS s",
  ])("run: %s", (items) => expect(flink(items)).toEqual([]));

  test.each([
    ["SUM(v) OVER (PARTITION BY k) AS s", 'UNSUPPORTED_UNORDERED_OVER "(PARTITION BY k)"'],
    ["SUM(v) OVER (ROWS WINDOW BUFFER 2 ROWS) AS s", 'UNSUPPORTED_ROWS_BUFFER "(ROWS WINDOW BUFFER 2 ROWS)"'],
    ["ROW_NUMBER() OVER (PARTITION BY k ORDER BY v DESC) AS n", 'UNSUPPORTED_OVER_ORDER "v DESC"'],
  ])("%s", (items, problem) => expect(flink(items)).toContain(problem));

  test("ksqlDB and RisingWave's rules have none of it", () => {
    for (const preset of ["ksqldb", "risingwave"] as const)
      expect(problemsOf("SELECT SUM(v) OVER (PARTITION BY k) AS s FROM orders", { preset })).toEqual([
        'UNSUPPORTED_OVER "OVER (PARTITION BY k)"',
      ]);
  });
});
