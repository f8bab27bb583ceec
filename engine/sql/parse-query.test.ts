import { describe, expect, test } from "vitest";
import { statementOf, syntaxProblems } from "../testing/sql-tree.ts";
import type { Query } from "./ast.ts";

function query(text: string): Query {
  const statement = statementOf(text);
  if (statement.kind !== "query") throw new Error("no query");
  return statement.query;
}

/** A query as nested lists: names of streams, set operations, and what ends them. */
function shown(node: Query): string {
  switch (node.kind) {
    case "select":
      return `${node.from?.kind === "stream" ? node.from.name.text : "?"}${ends(node)}`;
    case "union":
      return `(${node.operator} ${shown(node.left)} ${shown(node.right)})${ends(node)}`;
    case "with":
      return `(with ${node.tables.map(({ name, query: inner }) => `${name.text}=${shown(inner)}`).join(" ")} ${shown(node.body)})`;
    case "values":
      return `values×${node.rows.length}`;
  }
}

function ends({
  orderBy,
  limit,
  offset,
  emit,
  properties,
}: Extract<Query, { kind: "select" | "union" }>): string {
  return [
    ...(orderBy.length > 0 ? [" order"] : []),
    ...(limit ? [" limit"] : []),
    ...(offset ? [" offset"] : []),
    ...(emit ? [` ${emit.kind}`] : []),
    ...(properties.length > 0 ? [" with"] : []),
  ].join("");
}

describe("set operations", () => {
  test.each([
    ["SELECT k FROM a UNION ALL SELECT k FROM b", "(UNION ALL a b)"],
    ["SELECT k FROM a UNION DISTINCT SELECT k FROM b UNION SELECT k FROM c", "(UNION (UNION a b) c)"],
    ["SELECT k FROM a UNION SELECT k FROM b INTERSECT SELECT k FROM c", "(UNION a (INTERSECT b c))"],
    [
      "SELECT k FROM a INTERSECT ALL SELECT k FROM b EXCEPT ALL SELECT k FROM c",
      "(EXCEPT ALL (INTERSECT ALL a b) c)",
    ],
    ["(SELECT k FROM a) EXCEPT (SELECT k FROM b)", "(EXCEPT a b)"],
    ["SELECT k FROM a UNION (SELECT k FROM b UNION SELECT k FROM c)", "(UNION a (UNION b c))"],
    ["SELECT k FROM a UNION VALUES (1), (2)", "(UNION a values×2)"],
    ["VALUES (1, 'a'), (2, 'b')", "values×2"],
    ["VALUES 1, 2, 3", "values×3"],
  ])("%s", (text, tree) => {
    expect(syntaxProblems(text)).toEqual([]);
    expect(shown(query(text))).toBe(tree);
  });

  test("what ends the text belongs to the whole", () => {
    const text =
      "SELECT k FROM a UNION ALL SELECT k FROM b ORDER BY k LIMIT 5 OFFSET 2 EMIT CHANGES WITH ('a' = 'b')";
    expect(syntaxProblems(text)).toEqual([]);
    expect(shown(query(text))).toBe("(UNION ALL a b) order limit offset changes with");
  });

  test("also behind parentheses, and what stands inside of them stays there", () => {
    const text =
      "(SELECT k FROM a ORDER BY k) UNION (SELECT k FROM b LIMIT 3) ORDER BY k FETCH FIRST ROW ONLY";
    expect(syntaxProblems(text)).toEqual([]);
    expect(shown(query(text))).toBe("(UNION a order b limit) order limit");
    expect(shown(query("(SELECT k FROM a) LIMIT 3"))).toBe("a limit");
  });

  test("ORDER BY or LIMIT before a set operation could only mean the whole", () => {
    expect(syntaxProblems("SELECT k FROM a ORDER BY k UNION SELECT k FROM b")).toEqual([
      "SYNTAX_CLAUSE_ORDER «k»",
    ]);
    expect(syntaxProblems("SELECT k FROM a LIMIT 3 UNION SELECT k FROM b")).toEqual([
      "SYNTAX_CLAUSE_ORDER «3»",
    ]);
  });

  test("two ends for one query, in and behind its parentheses, are refused", () => {
    expect(syntaxProblems("(SELECT k FROM a LIMIT 3) LIMIT 2")).toEqual(["SYNTAX_UNEXPECTED «LIMIT»"]);
    expect(syntaxProblems("VALUES (1) LIMIT 2")).toEqual(["SYNTAX_UNEXPECTED «LIMIT»"]);
  });
});

describe("LIMIT, OFFSET and FETCH", () => {
  test.each([
    ["LIMIT 5", { limit: { value: 5n }, offset: null }],
    ["LIMIT ALL OFFSET 2", { limit: null, offset: { value: 2n } }],
    ["OFFSET 2 ROWS FETCH NEXT 5 ROWS ONLY", { limit: { value: 5n }, offset: { value: 2n } }],
    ["FETCH FIRST ROW ONLY", { limit: { value: 1n } }],
  ])("%s", (text, tree) => {
    expect(syntaxProblems(`SELECT k FROM t ${text}`)).toEqual([]);
    expect(query(`SELECT k FROM t ${text}`)).toMatchObject(tree);
  });

  test("FETCH without ONLY is reported", () => {
    expect(syntaxProblems("SELECT k FROM t FETCH FIRST 5 ROWS")).toEqual(["SYNTAX_EXPECTED «ROWS»"]);
  });
});

describe("common tables", () => {
  test.each([
    ["WITH x AS (SELECT k FROM t) SELECT k FROM x", "(with x=t x)"],
    ["WITH x (a, b) AS (SELECT k FROM t), y AS (SELECT k FROM x) SELECT k FROM y", "(with x=t y=x y)"],
    [
      "WITH RECURSIVE x AS (SELECT k FROM t UNION ALL SELECT k FROM x) SELECT k FROM x",
      "(with x=(UNION ALL t x) x)",
    ],
    [
      "WITH x AS (SELECT k FROM t) SELECT k FROM x UNION ALL SELECT k FROM t LIMIT 1",
      "(with x=t (UNION ALL x t) limit)",
    ],
  ])("%s", (text, tree) => {
    expect(syntaxProblems(text)).toEqual([]);
    expect(shown(query(text))).toBe(tree);
  });

  test("its column names and RECURSIVE are kept", () => {
    expect(query("WITH RECURSIVE x (a, b) AS (SELECT k FROM t) SELECT k FROM x")).toMatchObject({
      recursive: {},
      tables: [{ columns: [{ text: "a" }, { text: "b" }] }],
    });
  });

  test.each([
    ["WITH x (SELECT k FROM t) SELECT k FROM x", "SYNTAX_EXPECTED «SELECT»"],
    ["WITH x AS SELECT k FROM t", "SYNTAX_EXPECTED «SELECT»"],
    ["WITH 5 AS (SELECT k FROM t) SELECT k FROM x", "SYNTAX_EXPECTED «5»"],
  ])("wrong: %s", (text, problem) => expect(syntaxProblems(text)[0]).toBe(problem));
});
