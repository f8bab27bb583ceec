import { expect, test } from "vitest";
import { orders, problemsOf } from "../../testing/compile-text.ts";
import { compileQuery } from "../compile-query.ts";

test.each([
  ["SELECT k, COUNT(*) FROM orders WHERE COUNT(*) > 1 GROUP BY k", 'AGGREGATE_IN_WHERE "COUNT(*)"'],
  ["SELECT k FROM orders WHERE v + SUM(v) > 1 OR f", 'AGGREGATE_IN_WHERE "SUM(v)"'],
  ["SELECT COUNT(*) FROM orders GROUP BY MAX(v)", 'AGGREGATE_IN_GROUP_BY "MAX(v)"'],
  ["SELECT COUNT(*) FROM orders GROUP BY k, 1 + MAX(v)", 'AGGREGATE_IN_GROUP_BY "MAX(v)"'],
  ["SELECT SUM(MAX(v)) FROM orders", 'NESTED_AGGREGATE "MAX(v)"'],
  ["SELECT SUM(ABS(v) + COUNT(*)) FROM orders", 'NESTED_AGGREGATE "COUNT(*)"'],
  ["SELECT SUM(v) FILTER (WHERE MAX(v) > 1) FROM orders", 'NESTED_AGGREGATE "MAX(v)"'],
])("%s", (sql, problem) => expect(problemsOf(sql)).toEqual([problem]));

test("each of several is shown", () => {
  expect(problemsOf("SELECT k FROM orders WHERE SUM(v) > 1 AND MAX(d) > 2")).toEqual([
    'AGGREGATE_IN_WHERE "SUM(v)"',
    'AGGREGATE_IN_WHERE "MAX(d)"',
  ]);
});

test("the hint names the clause that it belongs to", () => {
  const [problem] = compileQuery("SELECT k FROM orders WHERE SUM(v) > 1", [orders]).diagnostics;
  expect(problem?.hint).toBe("WHERE sees single records. Put the condition on groups into HAVING.");
});
