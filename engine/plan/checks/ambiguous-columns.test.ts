import { expect, test } from "vitest";
import type { StreamDefinition } from "../../catalog/stream-definition.ts";
import { BIGINT, STRING } from "../../data/data-type.ts";
import { orders, planOf, problemsOf } from "../../testing/compile-text.ts";
import { compileQuery } from "../compile-query.ts";

const twice: StreamDefinition = {
  ...orders,
  schema: [
    { name: "Id", type: BIGINT },
    { name: "ID", type: STRING },
    { name: "v", type: BIGINT },
  ],
  eventTime: null,
  arrival: null,
  split: null,
  splits: 1,
};

test("a name of two columns is refused, wherever it stands", () => {
  for (const sql of [
    "SELECT id FROM orders",
    "SELECT v FROM orders WHERE id = 1",
    "SELECT SUM(id) FROM orders",
  ])
    expect(problemsOf(sql, {}, twice)).toContain('AMBIGUOUS_COLUMN "id"');
  const [problem] = compileQuery("SELECT id FROM orders", [twice]).diagnostics;
  expect(problem).toMatchObject({
    message: "orders has several columns named id.",
    hint: "Write one in quotes: `Id`, `ID`.",
  });
});

test("in quotes it is the one that is spelled so", () => {
  const { query } = planOf("SELECT `Id`, `ID`, v FROM orders", {}, twice);
  expect(query).toMatchObject({ projection: [{ index: 0 }, { index: 1 }, { index: 2 }] });
  expect(problemsOf("SELECT `iD` FROM orders", {}, twice)).toEqual(['AMBIGUOUS_COLUMN "`iD`"']);
});

test("the other columns are not ambiguous for it", () => {
  expect(problemsOf("SELECT v FROM orders", {}, twice)).toEqual([]);
});
