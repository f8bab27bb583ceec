import { describe, expect, test } from "vitest";
import { mended, planOf, problemsOf } from "../testing/compile-text.ts";

describe("law 10: forms of FROM that name no single stream are refused, without errors that follow from it", () => {
  test.each([
    ["'file://orders.csv' AS o", "UNSUPPORTED_SOURCE_URI \"'file://orders.csv'\""],
    ["shop.orders", 'UNSUPPORTED_TABLE_PATH "shop.orders"'],
    ["orders FOR SYSTEM_TIME AS OF ts AS o", 'UNSUPPORTED_AS_OF "orders FOR SYSTEM_TIME AS OF ts AS o"'],
    ["orders AS o (a, b)", 'UNSUPPORTED_COLUMN_ALIASES "a"'],
    ["(SELECT k FROM orders LIMIT 1) o", 'UNSUPPORTED_SUBQUERY "(SELECT k FROM orders LIMIT 1) o"'],
    ["orders a, orders b", 'UNSUPPORTED_JOIN ","'],
    ["orders a JOIN nix b ON a.k = b.k WITHIN 5s", 'UNSUPPORTED_JOIN "JOIN"'],
    ["UNNEST(k) AS x (y)", 'UNSUPPORTED_TABLE_FORM "UNNEST"'],
    [
      "orders MATCH_RECOGNIZE (PARTITION BY k) m",
      'UNSUPPORTED_TABLE_FORM "MATCH_RECOGNIZE (PARTITION BY k)"',
    ],
    ["orders TABLESAMPLE BERNOULLI (10)", 'UNSUPPORTED_TABLE_FORM "TABLESAMPLE BERNOULLI (10)"'],
    [
      "TUMBLE((SELECT DISTINCT ts FROM orders), ts, 5s)",
      'UNSUPPORTED_SUBQUERY "(SELECT DISTINCT ts FROM orders)"',
    ],
  ])("FROM %s", (from, problem) => {
    const found = problemsOf(`SELECT nix FROM ${from}`, { preset: "velostream" });
    expect(found.filter((text) => !text.startsWith("UNSUPPORTED_COLUMN_ALIASES"))).toEqual(
      problem.startsWith("UNSUPPORTED_COLUMN_ALIASES") ? [] : [problem],
    );
    expect(found).toContain(problem);
  });
});

test("a path is mended by the name alone", () => {
  expect(mended("SELECT k FROM shop.public.orders")).toBe("SELECT k FROM orders");
});

test("the time column of a window may be qualified, by the stream that is read", () => {
  const sql = (column: string): string =>
    `SELECT k, COUNT(*) AS n FROM orders o GROUP BY k WINDOW TUMBLING(${column}, 5s)`;
  expect(planOf(sql("o.paid_at")).time.eventTime).toBe(6);
  expect(problemsOf(sql("x.paid_at"))).toEqual(['UNKNOWN_STREAM "x"']);
});
