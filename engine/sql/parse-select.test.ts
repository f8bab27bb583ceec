import { describe, expect, test } from "vitest";
import type { Select } from "./ast.ts";
import type { Statement } from "./statement-ast.ts";
import { parse } from "./parse.ts";

function statement(text: string): Statement {
  const [first] = parse(text).script.statements;
  if (first === undefined) throw new Error("no statement");
  return first;
}

function select(text: string): Select {
  const first = statement(text);
  if (first.kind !== "query" || first.query.kind !== "select") throw new Error("no SELECT");
  return first.query;
}

/** Diagnostics as `code «text under the range»`. */
function problems(text: string): string[] {
  return parse(text).diagnostics.map(({ code, range }) => `${code} «${text.slice(range.start, range.end)}»`);
}

test("all clauses in the native order", () => {
  const text =
    "SELECT k AS key, COUNT(*) n FROM trades AS t WHERE v > 1 GROUP BY k, v + 1 WINDOW TUMBLING(5m) HAVING COUNT(*) > 2 EMIT CHANGES WITH ('a.b' = 'c', 'd' = 'it''s');";
  expect(problems(text)).toEqual([]);
  const query = select(text);
  expect(query).toMatchObject({
    distinct: null,
    items: [
      { kind: "expression", alias: { text: "key" } },
      { kind: "expression", alias: { text: "n" }, expression: { name: { text: "COUNT" } } },
    ],
    from: { kind: "stream", name: { text: "trades" }, alias: { text: "t" } },
    where: { kind: "binary", operator: ">" },
    groupBy: { keys: [{ kind: "column" }, { kind: "binary" }], groupingSets: [] },
    window: { shape: { kind: "tumbling" } },
    having: { kind: "binary" },
    emit: { kind: "changes" },
    properties: [
      { key: "a.b", value: "c" },
      { key: "d", value: "it's" },
    ],
  });
  const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  expect(query.items.map(({ range }) => at(range))).toEqual(["k AS key", "COUNT(*) n"]);
  expect(at(query.from!.range)).toBe("trades AS t");
  expect(at(query.groupBy!.range)).toBe("GROUP BY k, v + 1");
  expect(at(query.emit!.range)).toBe("EMIT CHANGES");
  expect(
    query.properties.map(({ range, keyRange, valueRange }) => [at(range), at(keyRange), at(valueRange)]),
  ).toEqual([
    ["'a.b' = 'c'", "'a.b'", "'c'"],
    ["'d' = 'it''s'", "'d'", "'it''s'"],
  ]);
  expect(at(query.range)).toBe(text.slice(0, -1));
});

test("`*` and `stream.*`", () => {
  expect(select("SELECT *, t.*, 2 * 3 FROM t").items).toMatchObject([
    { kind: "all", qualifier: null },
    { kind: "all", qualifier: { text: "t" } },
    { kind: "expression" },
  ]);
  expect(problems("SELECT *, t.* FROM t")).toEqual([]);
});

test("an alias may be quoted and may stand without AS", () => {
  expect(select('SELECT a "from", b AS "x y", c d FROM t').items).toMatchObject([
    { alias: { text: "from", quoted: true } },
    { alias: { text: "x y", quoted: true } },
    { alias: { text: "d", quoted: false } },
  ]);
});

test("keywords in any letter case, clauses over any number of lines", () => {
  expect(problems("select k\n  from t -- the stream\n where v is not null\ngroup by k\nemit final")).toEqual(
    [],
  );
});

describe("EMIT", () => {
  test.each([
    ["EMIT CHANGES", { kind: "changes" }, []],
    ["EMIT FINAL", { kind: "final" }, []],
    ["EMIT ON WINDOW CLOSE", { kind: "on-window-close" }, []],
    [
      "EMIT EVERY 10 ROWS",
      { kind: "every-rows", rows: 10n },
      ["UNSUPPORTED_EMIT_EVERY «EMIT EVERY 10 ROWS»"],
    ],
    [
      "EMIT EVERY INTERVAL '5' SECOND",
      { kind: "every-interval", interval: { ms: 5_000 } },
      ["UNSUPPORTED_EMIT_EVERY «EMIT EVERY INTERVAL '5' SECOND»"],
    ],
    ["EMIT EVERY 5s", { kind: "every-interval" }, ["UNSUPPORTED_EMIT_EVERY «EMIT EVERY 5s»"]],
  ])("%s", (clause, tree, expected) => {
    const text = `SELECT k FROM t GROUP BY k ${clause}`;
    expect(select(text).emit).toMatchObject(tree);
    expect(problems(text)).toEqual(expected);
  });

  test.each([
    ["EMIT", "SYNTAX_EMIT «EMIT»"],
    ["EMIT SOMETIMES", "SYNTAX_EMIT «SOMETIMES»"],
    ["EMIT EVERY 0 ROWS", "SYNTAX_EMIT «0»"],
    ["EMIT EVERY", "SYNTAX_EXPECTED «EVERY»"],
  ])("wrong: %s", (clause, expected) => expect(problems(`SELECT k FROM t ${clause}`)).toEqual([expected]));
});

describe("WITH", () => {
  test("keys and values in double quotes are strings here", () => {
    expect(select('SELECT k FROM t WITH ("a" = "b")').properties).toMatchObject([{ key: "a", value: "b" }]);
  });

  test("bare keys and values are reported with a fix and go on as meant", () => {
    const text = "SELECT k FROM t WITH (a = 4, 'b' = TRUE)";
    expect(parse(text).diagnostics).toMatchObject([
      { code: "SYNTAX_PROPERTY", fix: "'a'" },
      { code: "SYNTAX_PROPERTY", fix: "'4'" },
      { code: "SYNTAX_PROPERTY", fix: "'TRUE'" },
    ]);
    expect(select(text).properties).toMatchObject([
      { key: "a", value: "4" },
      { key: "b", value: "TRUE" },
    ]);
  });

  test("a key that stands twice is kept twice", () => {
    expect(select("SELECT k FROM t WITH ('a' = '1', 'a' = '2')").properties).toHaveLength(2);
  });
});

describe("clauses in the wrong place say where they belong", () => {
  test.each([
    ["SELECT k FROM t HAVING COUNT(*) > 1 GROUP BY k", "HAVING", "HAVING stands before GROUP BY"],
    [
      "SELECT k FROM t GROUP BY k HAVING COUNT(*) > 1 WINDOW TUMBLING(5m)",
      "HAVING",
      "HAVING stands before WINDOW",
    ],
    ["SELECT k FROM t GROUP BY k WHERE v > 1", "WHERE", "WHERE stands after GROUP BY"],
    ["SELECT k FROM t EMIT CHANGES WHERE v > 1", "WHERE", "WHERE stands after EMIT"],
    ["SELECT k FROM t WHERE v > 1 WITH ('a' = 'b') EMIT FINAL", "EMIT", "EMIT stands after WITH"],
    ["SELECT k WHERE v > 1 FROM t", "FROM", "FROM stands after WHERE"],
  ])("%s", (text, marked, message) => {
    const { diagnostics } = parse(text);
    expect(problems(text)).toEqual([`SYNTAX_CLAUSE_ORDER «${marked}»`]);
    expect(diagnostics[0]!.message).toContain(message);
    expect(diagnostics[0]!.hint).toContain("GROUP BY … WINDOW … HAVING");
  });

  test("LIMIT may stand before EMIT or after it", () => {
    expect(problems("SELECT k FROM t LIMIT 5 EMIT CHANGES")).toEqual(["UNSUPPORTED_LIMIT «LIMIT 5»"]);
    expect(problems("SELECT k FROM t EMIT CHANGES LIMIT 5")).toEqual(["UNSUPPORTED_LIMIT «LIMIT 5»"]);
  });

  test("a clause twice", () => {
    expect(problems("SELECT k FROM t WHERE a WHERE b EMIT FINAL EMIT FINAL")).toEqual([
      "SYNTAX_DUPLICATE_CLAUSE «WHERE»",
      "SYNTAX_DUPLICATE_CLAUSE «EMIT»",
    ]);
  });

  test("misplaced clauses are in the tree all the same", () => {
    expect(select("SELECT k FROM t GROUP BY k WHERE v > 1").where).toMatchObject({ kind: "binary" });
  });
});

describe("recognised and refused", () => {
  test.each([
    ["SELECT DISTINCT k FROM t", ["DISTINCT «DISTINCT»"]],
    ["SELECT * EXCEPT (a, b) FROM t", ["STAR_EXCEPT «EXCEPT (a, b)»"]],
    ["SELECT k FROM t ORDER BY k DESC, v NULLS FIRST", ["ORDER_BY «ORDER BY k DESC, v NULLS FIRST»"]],
    ["SELECT k FROM t LIMIT 5 OFFSET 2", ["LIMIT «LIMIT 5 OFFSET 2»"]],
    ["SELECT k FROM t FETCH FIRST 5 ROWS ONLY", ["LIMIT «FETCH FIRST 5 ROWS ONLY»"]],
    ["SELECT k PRIMARY KEY FROM t", ["PRIMARY_KEY «PRIMARY KEY»"]],
    ["SELECT k FROM t QUALIFY x = 1", ["QUALIFY «QUALIFY x = 1»"]],
    ["SELECT k FROM t INTO s WITH ('a' = 'b') WITH ('c' = 'd')", ["INTO «INTO s»"]],
    ["SELECT k FROM t WITH ('a' = 'b') WHERE k > 1", ["SOURCE_OPTIONS «WITH»"]],
    ["SELECT k FROM 'file://x.csv' AS t", ["SOURCE_URI «'file://x.csv'»"]],
    ["SELECT k FROM db.t", ["TABLE_FORM «db.t»"]],
    ["SELECT k FROM UNNEST(a) AS x (y)", ["TABLE_FORM «UNNEST(a)»", "COLUMN_ALIASES «(y)»"]],
    [
      "SELECT k FROM t MATCH_RECOGNIZE (PARTITION BY a) AS m",
      ["TABLE_FORM «MATCH_RECOGNIZE (PARTITION BY a)»"],
    ],
    ["SELECT k FROM t FOR SYSTEM_TIME AS OF ts AS x", ["TABLE_FORM «FOR SYSTEM_TIME AS OF ts»"]],
    ["SELECT 1", ["NO_FROM «SELECT 1»"]],
    ["SELECT k FROM t, u", ["JOIN «,»"]],
    ["SELECT k FROM t x JOIN u AS y ON x.k = y.k WITHIN INTERVAL '5' MINUTES", ["JOIN «JOIN»"]],
    [
      "SELECT k FROM t LEFT OUTER JOIN u WITHIN 5 SECONDS GRACE PERIOD 1 SECOND ON t.k = u.k",
      ["JOIN «LEFT OUTER JOIN»"],
    ],
    ["SELECT k FROM t FULL JOIN u WITHIN (1 SECOND, 2 SECONDS) ON t.k = u.k", ["JOIN «FULL JOIN»"]],
    ["SELECT k FROM t CROSS JOIN u", ["JOIN «CROSS JOIN»"]],
    ["SELECT k FROM t JOIN u USING (k)", ["JOIN «JOIN»"]],
    ["SELECT k FROM (SELECT k FROM t) AS x", ["SUBQUERY «(SELECT k FROM t)»"]],
    ["SELECT k FROM t UNION ALL SELECT k FROM u", ["SET_OPERATION «UNION ALL»"]],
    ["(SELECT k FROM t) EXCEPT (SELECT k FROM u)", ["SET_OPERATION «EXCEPT»"]],
    ["WITH x AS (SELECT k FROM t) SELECT k FROM x", ["COMMON_TABLE «WITH x AS (SELECT k FROM t)»"]],
    [
      "SELECT k FROM t GROUP BY GROUPING SETS ((a, b), (a), ())",
      ["GROUPING_SETS «GROUPING SETS ((a, b), (a), ())»"],
    ],
    ["SELECT k FROM t GROUP BY ROLLUP (a, b), c", ["GROUPING_SETS «ROLLUP (a, b)»"]],
    ["SELECT k FROM t GROUP BY CUBE (a, b)", ["GROUPING_SETS «CUBE (a, b)»"]],
    ["SELECT k FROM t /*+ OPTIONS('x' = 'y') */", ["HINT «/*+ OPTIONS('x' = 'y') */»"]],
    ["SELECT k FROM t; SELECT v FROM t;", ["SEVERAL_STATEMENTS «SELECT v FROM t»"]],
  ])("%s", (text, expected) => {
    expect(problems(text)).toEqual(expected.map((problem) => `UNSUPPORTED_${problem}`));
  });

  test.each([
    "CREATE STREAM s AS SELECT k FROM t WITH ('a' = 'b')",
    "CREATE TABLE t (k STRING, WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) WITH ('connector' = 'x')",
    "CREATE MATERIALIZED VIEW v AS SELECT k FROM t",
    "INSERT INTO s VALUES (1)",
    "DROP TABLE t",
    "SET 'a' = 'b'",
    "SHOW STREAMS",
    "DESCRIBE t",
    "EXPLAIN SELECT k FROM t",
  ])("%s", (text) => {
    expect(problems(text)).toEqual([`UNSUPPORTED_STATEMENT «${text}»`]);
    expect(statement(text)).toMatchObject({ kind: "other", verb: text.split(" ")[0] });
  });

  test("what lies inside is still checked", () => {
    expect(problems("SELECT k FROM t JOIN u ON WHERE UNION SELECT FROM u")).toEqual([
      "UNSUPPORTED_JOIN «JOIN»",
      "SYNTAX_EXPRESSION «ON»",
      "SYNTAX_EXPRESSION «WHERE»",
      "UNSUPPORTED_SET_OPERATION «UNION»",
      "SYNTAX_EXPRESSION «SELECT»",
    ]);
  });

  test("and is in the tree", () => {
    expect(statement("WITH x AS (SELECT k FROM t) SELECT k FROM x UNION ALL SELECT k FROM t")).toMatchObject({
      query: {
        kind: "with",
        tables: [{ name: { text: "x" } }],
        body: { kind: "union", operator: "UNION ALL" },
      },
    });
    expect(select("SELECT k FROM t x LEFT JOIN u ON a = b WITHIN 5s").from).toMatchObject({
      kind: "join",
      type: "left",
      left: { name: { text: "t" }, alias: { text: "x" } },
      right: { name: { text: "u" } },
      on: { kind: "binary" },
      within: { before: { ms: 5_000 }, after: { ms: 5_000 } },
    });
  });
});

describe("statements and annotations", () => {
  test("annotations belong to the statement behind them", () => {
    const { script, diagnostics } = parse(
      "-- @num_partitions: 8\n-- a remark\n-- @partitioning_strategy: hash\nSELECT k FROM t;\n-- @name: second\nSHOW STREAMS;",
    );
    expect(script.statements.map(({ annotations }) => annotations.map(({ key }) => key))).toEqual([
      ["num_partitions", "partitioning_strategy"],
      ["name"],
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["UNSUPPORTED_STATEMENT"]);
  });

  test("an annotation inside or behind a statement is a warning, never silence", () => {
    expect(parse("SELECT k -- @a: b\nFROM t\n-- @c: d").diagnostics).toMatchObject([
      { code: "SYNTAX_ANNOTATION", severity: "warning" },
      { code: "SYNTAX_ANNOTATION", severity: "warning" },
    ]);
  });

  test("empty statements are nothing; nothing at all is an error", () => {
    expect(problems(";; SELECT k FROM t ;;")).toEqual([]);
    for (const text of ["", "  \n", "-- nothing", ";"])
      expect(parse(text).diagnostics.map(({ code }) => code)).toEqual(["SYNTAX_EMPTY"]);
  });
});
