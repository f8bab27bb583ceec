import { describe, expect, test } from "vitest";
import { planOf, problemsOf } from "../testing/compile-text.ts";
import { semanticsRules } from "../spec/semantics-rules.ts";

const select = "SELECT k, COUNT(*) AS n, SUM(v) FROM orders GROUP BY k, f WINDOW TUMBLING(10s) ORDER BY ";

function keysOf(order: string): readonly (readonly [number, boolean, boolean])[] {
  return planOf(select + order).result.order.map(({ column, descending, nullsFirst }) => [
    column,
    descending,
    nullsFirst,
  ]);
}

describe("what ORDER BY may name", () => {
  test.each([
    ["a group column", "k", 0],
    ["a name from SELECT", "n DESC", 1],
    ["a position in SELECT", "3", 2],
    ["the same expression", "SUM(v)", 2],
    ["a group column that is not shown", "f", 3],
    ["another aggregate", "MAX(d)", 3],
    ["an expression over all of them", "n * 2 + SUM(v)", 3],
    ["a bound of the window", "window_start", 3],
  ])("%s", (_, order, column) => expect(keysOf(order)[0]![0]).toBe(column));

  test("what it computes beside SELECT is no column of the result, and computed once", () => {
    const { output, query } = planOf(`${select}MAX(d), MAX(d) DESC, f`);
    expect(output.map(({ name }) => name)).toEqual(["k", "n", "SUM(v)"]);
    expect(query.kind === "aggregate" && query.projection.length).toBe(5);
  });

  test.each([
    ["v", 'UNGROUPED_COLUMN "v"'],
    ["nn", 'UNKNOWN_COLUMN "nn"'],
    ["4", 'WRONG_ORDER_POSITION "4"'],
    ["0", 'WRONG_ORDER_POSITION "0"'],
    ["'n'", `CONSTANT_ORDER "'n'"`],
    ["COLLECT_LIST(v)", 'TYPE_MISMATCH "COLLECT_LIST(v)"'],
  ])("not %s", (order, problem) => expect(problemsOf(select + order)).toEqual([problem]));
});

describe("where NULL stands", () => {
  test("it is the least value in the native rules", () =>
    expect([keysOf("window_time, n")[1], keysOf("window_time, n DESC")[1]]).toEqual([
      [1, false, true],
      [1, true, false],
    ]));

  test("in Flink's too, and in RisingWave's the greatest", () => {
    expect(semanticsRules.risingwave.nullIsLeast).toBe(false);
    expect(semanticsRules.flink.nullIsLeast).toBe(true);
  });

  test("NULLS FIRST and NULLS LAST decide where they are written", () =>
    expect(keysOf("k NULLS LAST, n DESC NULLS FIRST")).toEqual([
      [0, false, false],
      [1, true, true],
    ]));
});
