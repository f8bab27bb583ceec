import { describe, expect, test } from "vitest";
import { planOf, problemsOf } from "../testing/compile-text.ts";

/** Whatever engine's form it is. */
const native = { preset: "velostream" } as const;

describe("law 10: what is parsed and not run is refused where it stands, once", () => {
  test.each([
    ["SELECT DISTINCT ON (k) k, v FROM orders", 'UNSUPPORTED_DISTINCT "DISTINCT"'],
    ["SELECT k FROM orders QUALIFY v = 1", 'UNSUPPORTED_QUALIFY "v = 1"'],
    ["SELECT k FROM orders ORDER BY k DESC, v", 'UNSUPPORTED_ORDER_BY "k DESC, v"'],
    ["SELECT k FROM orders PARTITION BY k", 'UNSUPPORTED_PARTITION_BY "k"'],
    ["SELECT 1 AS x", 'UNSUPPORTED_NO_FROM "SELECT 1 AS x"'],
    ["SELECT k, COUNT(*) FROM orders GROUP BY ROLLUP (k)", 'UNSUPPORTED_GROUPING_SETS "ROLLUP (k)"'],
    ["SELECT COUNT(*) FROM orders GROUP BY ()", 'UNSUPPORTED_GROUPING_SETS "()"'],
    [
      "SELECT k FROM orders WHERE EXISTS (SELECT k FROM orders)",
      'UNSUPPORTED_SUBQUERY "EXISTS (SELECT k FROM orders)"',
    ],
    ["SELECT k FROM orders WHERE k IN (SELECT k FROM orders)", 'UNSUPPORTED_SUBQUERY "SELECT k FROM orders"'],
    [
      "SELECT k FROM orders WHERE v > ALL (SELECT v FROM orders)",
      'UNSUPPORTED_SUBQUERY "ALL (SELECT v FROM orders)"',
    ],
    [
      "SELECT k FROM orders WHERE v BETWEEN SYMMETRIC 2 AND 1",
      'UNSUPPORTED_BETWEEN_SYMMETRIC "v BETWEEN SYMMETRIC 2 AND 1"',
    ],
    ["VALUES (1), (2)", 'UNSUPPORTED_VALUES "VALUES (1), (2)"'],
  ])("%s", (sql, problem) => expect(problemsOf(sql, native)).toEqual([problem]));

  test("a missing FROM is not reported where something else is wrong already", () => {
    expect(problemsOf("SELECT k FROM").map((problem) => problem.split(" ")[0])).toEqual(["SYNTAX_EXPECTED"]);
  });
});

test("INTO and PRIMARY KEY change no row: a note says so, and the query runs", () => {
  const sql = "SELECT k PRIMARY KEY, v FROM orders INTO sink";
  expect(problemsOf(sql)).toEqual(['KEY_WITHOUT_EFFECT "PRIMARY KEY"', 'RESULT_IS_SHOWN "sink"']);
  expect(planOf(sql).output.map(({ name }) => name)).toEqual(["k", "v"]);
});

describe("* EXCEPT (…)", () => {
  test("leaves columns out", () => {
    const { output } = planOf("SELECT * EXCEPT (ts, d, orders.m, f, paid_at, SHARD) FROM orders", native);
    expect(output.map(({ name }) => name)).toEqual(["k", "v"]);
  });

  test("of a column that is none is an error, as is leaving nothing", () => {
    expect(problemsOf("SELECT * EXCEPT (kk) FROM orders", native)).toEqual(['UNKNOWN_COLUMN "kk"']);
    expect(problemsOf("SELECT * EXCEPT (ts, k, v, d, m, f, paid_at, shard) FROM orders", native)).toEqual([
      'NO_COLUMNS_LEFT "* EXCEPT (ts, k, v, d, m, f, paid_at, shard)"',
    ]);
  });
});
