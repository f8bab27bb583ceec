import { expect, test } from "vitest";
import { orders, problemsOf } from "../../testing/compile-text.ts";
import { compileQuery } from "../compile-query.ts";

test.each([
  ["SELECT k, v, COUNT(*) FROM orders GROUP BY k", ["v"]],
  ["SELECT k, UPPER(k), v + d FROM orders GROUP BY k", ["v", "d"]],
  ["SELECT v, COUNT(*) FROM orders", ["v"]],
  ["SELECT COUNT(*) FROM orders GROUP BY k HAVING v > 1", ["v"]],
  ["SELECT v + 2, COUNT(*) FROM orders GROUP BY v + 1", ["v"]],
  ["SELECT k, CASE WHEN f THEN MAX(v) END FROM orders GROUP BY k WINDOW TUMBLING(5s)", ["f"]],
])("%s", (sql, columns) =>
  expect(problemsOf(sql)).toEqual(columns.map((column) => `UNGROUPED_COLUMN "${column}"`)),
);

test("what is grouped by, or depends on it alone, is none", () => {
  expect(problemsOf("SELECT v + 1, (V + 1) * 2, orders.k FROM orders GROUP BY k, v + 1")).toEqual([]);
});

test.each(["NOW()", "CURRENT_DATE", "UNIX_TIMESTAMP()"])("%s is spoken of as it was typed", (call) => {
  const [problem, ...others] = compileQuery(`SELECT ${call} FROM orders GROUP BY k`, [orders]).diagnostics;
  expect(others).toEqual([]);
  expect(problem!.message).toBe(
    `${call.replace("()", "")} is when a record arrived, and a group has many records.`,
  );
  expect(problem!.hint).toBe(`Write an aggregate such as MAX(${call}), or group by it.`);
});

test("the sentence says why, and what to do", () => {
  const [problem] = compileQuery("SELECT k, v FROM orders GROUP BY k", [orders]).diagnostics;
  expect(problem).toMatchObject({
    message: "v is neither in GROUP BY nor in an aggregate: a group has many values of it.",
    hint: "Add v to GROUP BY, or write an aggregate such as MAX(v).",
  });
});
