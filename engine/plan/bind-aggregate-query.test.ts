import { describe, expect, test } from "vitest";
import { aggregateQueryOf, mended, orders, planOf, problemsOf } from "../testing/compile-text.ts";
import { compileQuery } from "./compile-query.ts";

describe("GROUP BY", () => {
  test("columns and expressions, in their order, also by a name from SELECT", () => {
    const { keys, projection } = aggregateQueryOf(
      "SELECT COUNT(*), MOD(v, 2) AS odd, K FROM orders GROUP BY k, odd",
    );
    expect(keys).toMatchObject([{ kind: "column", index: 1 }, { name: "mod" }]);
    expect(projection).toMatchObject([{ index: 2 }, { index: 1 }, { index: 0 }]);
  });

  test("a column of the stream goes before a name from SELECT", () => {
    const { keys } = aggregateQueryOf("SELECT v AS k, k, COUNT(*) FROM orders GROUP BY k, v");
    expect(keys).toMatchObject([{ index: 1 }, { index: 2 }]);
  });

  test.each(["flink", "ksqldb"] as const)(
    "a name from SELECT is not seen by %s, where the expression has to be repeated",
    (preset) => {
      const sql = "SELECT MOD(v, 2) AS odd, v * 2 AS twice, COUNT(*) FROM orders GROUP BY odd, twice, k";
      const found = compileQuery(sql, [orders], { preset }).diagnostics;
      expect(found.map(({ code, fix }) => [code, fix])).toEqual([
        ["UNSUPPORTED_GROUP_ALIAS", "MOD(v, 2)"],
        ["UNSUPPORTED_GROUP_ALIAS", "(v * 2)"],
      ]);
      expect(problemsOf(sql, { preset: "risingwave" })).toEqual([]);
      expect(problemsOf("SELECT k AS k, COUNT(*) FROM orders GROUP BY k", { preset })).toEqual([]);
    },
  );

  test("an expression is the same however it is written: letter case, qualifier, parentheses", () => {
    const { projection } = aggregateQueryOf(
      "SELECT (MOD(orders.V, 2)) + 1 AS x, COUNT(*) FROM orders GROUP BY mod(v, 2)",
    );
    expect(projection).toMatchObject([
      { name: "+", arguments: [{ kind: "column", index: 0 }, {}] },
      { index: 1 },
    ]);
  });

  test("but not another literal or another column", () => {
    expect(problemsOf("SELECT MOD(v, 3), COUNT(*) FROM orders GROUP BY MOD(v, 2)")).toEqual([
      'UNGROUPED_COLUMN "v"',
    ]);
    expect(problemsOf("SELECT k = 'A', COUNT(*) FROM orders GROUP BY k = 'a'")).toEqual([
      'UNGROUPED_COLUMN "k"',
    ]);
    expect(problemsOf("SELECT x.k || 'a', COUNT(*) FROM orders GROUP BY k || 'a'")).toEqual([
      'UNKNOWN_STREAM "x"',
    ]);
  });

  test("without aggregates it gives each group", () => {
    expect(aggregateQueryOf("SELECT k FROM orders GROUP BY k")).toMatchObject({
      aggregates: [],
      window: null,
    });
  });

  test("a number is no position, and is mended by the item that it counts", () => {
    expect(problemsOf("SELECT v + 1, COUNT(*) FROM orders GROUP BY 1")).toEqual([
      'UNSUPPORTED_GROUP_BY_POSITION "1"',
    ]);
    const [aggregate] = compileQuery("SELECT 2 * COUNT(*), k FROM orders GROUP BY 1", [orders]).diagnostics;
    expect(aggregate).toMatchObject({ code: "UNSUPPORTED_GROUP_BY_POSITION", fix: null });
    expect(mended("SELECT v + 1, COUNT(*) FROM orders GROUP BY 1")).toBe(
      "SELECT v + 1, COUNT(*) FROM orders GROUP BY v + 1",
    );
    expect(problemsOf("SELECT COUNT(*) FROM orders GROUP BY 'a'")).toEqual(["GROUP_BY_CONSTANT \"'a'\""]);
  });
});

describe("columns of a group", () => {
  test("every column that is not grouped is marked where it stands", () => {
    expect(problemsOf("SELECT k, v, SUM(v) + d FROM orders GROUP BY k HAVING f")).toEqual([
      'UNGROUPED_COLUMN "v"',
      'UNGROUPED_COLUMN "d"',
      'UNGROUPED_COLUMN "f"',
    ]);
  });

  test("also without GROUP BY", () => {
    expect(problemsOf("SELECT k, COUNT(*) FROM orders")).toEqual(['UNGROUPED_COLUMN "k"']);
    expect(problemsOf("SELECT k FROM orders WINDOW TUMBLING(5s)")).toEqual(['UNGROUPED_COLUMN "k"']);
  });

  test("* means nothing for a group", () => {
    expect(problemsOf("SELECT *, COUNT(*) FROM orders GROUP BY k")).toEqual(['STAR_WITH_GROUPS "*"']);
  });

  test("an unknown column is unknown, not ungrouped", () => {
    expect(problemsOf("SELECT nix, COUNT(*) FROM orders GROUP BY k")).toEqual(['UNKNOWN_COLUMN "nix"']);
  });
});

describe("HAVING", () => {
  const having = (condition: string): string =>
    `SELECT k, v * 2 AS w, COUNT(*) AS n FROM orders GROUP BY k, v HAVING ${condition}`;

  test("sees group columns, aggregates and names from SELECT", () => {
    const query = aggregateQueryOf(having("k = 'a' AND n > 1 AND w > v AND MAX(d) > 0.5"));
    expect(query.aggregates.map(({ name }) => name)).toEqual(["count", "max"]);
    expect(
      JSON.stringify(query.having, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value)),
    ).toContain('"index":2');
  });

  test("a group column goes before a name from SELECT", () => {
    const { having: condition } = aggregateQueryOf(
      "SELECT COUNT(*) AS k, k AS x FROM orders GROUP BY k HAVING k = 'a'",
    );
    expect(condition).toMatchObject({ arguments: [{ kind: "column", index: 0 }, {}] });
  });

  test.each(["flink", "ksqldb", "risingwave"] as const)(
    "names from SELECT are not seen by %s, where the expression has to be repeated",
    (preset) => {
      const problems = (sql: string): readonly string[] => problemsOf(sql, { preset });
      expect(problems(having("k = 'a' AND n > 1"))).toEqual(['UNSUPPORTED_HAVING_ALIAS "n"']);
      expect(problems(having("k = 'a' AND COUNT(*) > 1 AND v * 2 > v"))).toEqual([]);
      const [found] = compileQuery(having("-w < 3"), [orders], { preset }).diagnostics;
      expect(found).toMatchObject({ code: "UNSUPPORTED_HAVING_ALIAS", fix: "(v * 2)" });
      expect(found!.hint).toContain("Repeat the expression");
      const same = "SELECT k, MAX(v) AS v FROM orders GROUP BY k HAVING";
      expect(problems(`${same} v > 1`)).toEqual(['UNGROUPED_COLUMN "v"']);
      expect(problems(`${same} SUM(v) > 1`)).toEqual([]);
      expect(problems("SELECT COUNT(*) AS total FROM orders GROUP BY k HAVING totl > 1")).toEqual([
        'UNKNOWN_COLUMN "totl"',
      ]);
    },
  );

  test("a misspelt name from SELECT is mended", () => {
    const sql = "SELECT COUNT(*) AS total FROM orders GROUP BY k HAVING totl > 1";
    expect(mended(sql)).toBe(sql.replace("totl", "total"));
  });

  test("needs a condition, and groups", () => {
    expect(problemsOf(having("n"))).toEqual(['TYPE_MISMATCH "n"']);
    expect(problemsOf("SELECT k FROM orders HAVING k = 'a'")).toEqual(["HAVING_WITHOUT_GROUPS \"k = 'a'\""]);
    expect(aggregateQueryOf("SELECT 1 AS one FROM orders HAVING COUNT(*) > 1").aggregates).toHaveLength(1);
  });
});

describe("result columns", () => {
  test("are named by AS, by their column, or as they were typed", () => {
    const { output } = planOf(
      "SELECT K, orders.v, COUNT(*) AS n, SUM( v )  + 1, _WINDOW_END FROM orders GROUP BY k, v WINDOW TUMBLING(5s)",
    );
    expect(output.map(({ name }) => name)).toEqual(["K", "v", "n", "SUM( v ) + 1", "_WINDOW_END"]);
  });

  test("two of one name are warned of", () => {
    expect(problemsOf("SELECT k, COUNT(*) AS K FROM orders GROUP BY k")).toEqual([
      'DUPLICATE_COLUMN "COUNT(*) AS K"',
    ]);
  });

  test("a constant is the same for every group", () => {
    const { output } = planOf("SELECT NULL AS nothing, 1 AS one, COUNT(*) FROM orders");
    expect(output.map(({ type }) => type.kind)).toEqual(["STRING", "BIGINT", "BIGINT"]);
  });
});
