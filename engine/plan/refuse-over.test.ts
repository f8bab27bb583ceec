import { describe, expect, test } from "vitest";
import { compileQuery } from "./compile-query.ts";
import { orders, problemsOf } from "../testing/compile-text.ts";

function flink(items: string, rest = ""): readonly string[] {
  return problemsOf(`SELECT ${items} FROM orders ${rest}`, { preset: "flink" }).filter(
    (problem) => !problem.startsWith("UNSUPPORTED_PLAIN_SELECT"),
  );
}

describe("OVER is refused as not run yet", () => {
  test.each([
    ["SUM(v) OVER (ORDER BY ts) AS s", ['UNSUPPORTED_OVER "OVER (ORDER BY ts)"']],
    ["AVG(v) OVER (ROWS WINDOW BUFFER 3 ROWS) AS s", ['UNSUPPORTED_OVER "OVER (ROWS WINDOW BUFFER 3 ROWS)"']],
    [
      "SUM(v) OVER (ORDER BY ts DESC) + LEAD(v) OVER (ORDER BY ts ROWS 1 FOLLOWING) AS s",
      ["UNSUPPORTED_OVER", "UNSUPPORTED_OVER"],
    ],
  ])("%s", (items, expected) => {
    const found = problemsOf(`SELECT ${items} FROM orders`, { preset: "velostream" });
    expect(
      found.map((problem, index) => (expected[index]!.includes('"') ? problem : problem.split(" ")[0])),
    ).toEqual(expected);
  });

  test("a named window and what it is used for, each in its place", () => {
    expect(
      problemsOf("SELECT SUM(v) OVER w AS s FROM orders WINDOW w AS (ORDER BY ts)", { preset: "velostream" }),
    ).toEqual(['UNSUPPORTED_OVER "OVER w"', 'UNSUPPORTED_NAMED_WINDOW "w AS (ORDER BY ts)"']);
  });

  test("a window that nobody declares is an error of its own, mended by the nearest", () => {
    const sql = "SELECT SUM(v) OVER wim AS s FROM orders WINDOW win AS (ORDER BY ts)";
    const { diagnostics } = compileQuery(sql, [orders], { preset: "velostream" });
    expect(diagnostics).toMatchObject([
      { code: "UNSUPPORTED_OVER" },
      { code: "UNKNOWN_WINDOW", fix: "win" },
      {},
    ]);
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
    "ROW_NUMBER() OVER (PARTITION BY k ORDER BY v DESC) AS n",
    "LAG(v, 1) OVER (PARTITION BY k ORDER BY ts) AS n",
    "SUM(v) OVER (ORDER BY ts RANGE BETWEEN INTERVAL '5' SECOND PRECEDING AND CURRENT ROW) AS s",
  ])("accepted there, and only not run yet: %s", (items) => {
    for (const problem of flink(items)) expect(problem).toMatch(/^UNSUPPORTED_OVER /);
  });
});
