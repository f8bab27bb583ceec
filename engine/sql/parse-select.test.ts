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
    ["EMIT CHANGES", { kind: "changes" }],
    ["EMIT FINAL", { kind: "final" }],
    ["EMIT ON WINDOW CLOSE", { kind: "on-window-close" }],
    ["EMIT EVERY 10 ROWS", { kind: "every-rows", rows: 10n }],
    ["EMIT EVERY INTERVAL '5' SECOND", { kind: "every-interval", interval: { ms: 5_000 } }],
    ["EMIT EVERY 5s", { kind: "every-interval", interval: { ms: 5_000 } }],
  ])("%s", (clause, tree) => {
    const text = `SELECT k FROM t GROUP BY k ${clause}`;
    expect(select(text).emit).toMatchObject(tree);
    expect(problems(text)).toEqual([]);
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

  test("LIMIT may stand before EMIT or after it, WINDOW on either side of HAVING", () => {
    for (const text of [
      "SELECT k FROM t LIMIT 5 EMIT CHANGES",
      "SELECT k FROM t EMIT CHANGES LIMIT 5",
      "SELECT k FROM t GROUP BY k HAVING COUNT(*) > 1 WINDOW TUMBLING(5m) EMIT FINAL",
      "SELECT k FROM t GROUP BY k WINDOW TUMBLING(5m) HAVING COUNT(*) > 1 EMIT FINAL",
    ])
      expect(problems(text)).toEqual([]);
  });

  test("the hint shows the order of the dialect that is spoken", () => {
    const text = "SELECT k FROM t WINDOW TUMBLING (SIZE 5 SECONDS) GROUP BY k WHERE v > 1";
    expect(parse(text).diagnostics[0]!.hint).toContain("FROM … WINDOW … WHERE … GROUP BY");
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

describe("clauses that stand in few queries", () => {
  test.each([
    ["SELECT DISTINCT k FROM t", { distinct: {}, distinctOn: [] }],
    [
      "SELECT DISTINCT ON (k, a + 1) k FROM t",
      { distinct: {}, distinctOn: [{ kind: "column" }, { kind: "binary" }] },
    ],
    ["SELECT ALL k FROM t", { distinct: null }],
    [
      "SELECT * EXCEPT (a, t.b) FROM t",
      { items: [{ kind: "all", except: [{ name: { text: "a" } }, { name: { text: "b" } }] }] },
    ],
    ["SELECT t.* EXCEPT (a), 1 FROM t", { items: [{ qualifier: { text: "t" }, except: [{}] }, {}] }],
    [
      "SELECT k PRIMARY KEY, v AS w PRIMARY KEY FROM t",
      { items: [{ primaryKey: {} }, { alias: { text: "w" }, primaryKey: {} }] },
    ],
    [
      "SELECT k FROM t QUALIFY x = 1 ORDER BY k DESC, v NULLS FIRST",
      { qualify: { kind: "binary" }, orderBy: [{ descending: true }, { nulls: "first" }] },
    ],
    ["SELECT k FROM t PARTITION BY k, v EMIT CHANGES", { partitionBy: [{}, {}], emit: {} }],
    [
      "SELECT k FROM t INTO s WITH ('a' = 'b') WITH ('c' = 'd')",
      { into: { text: "s" }, properties: [{ key: "a" }, { key: "c" }] },
    ],
    ["SELECT 1", { from: null, items: [{}] }],
  ])("%s", (text, tree) => {
    expect(problems(text)).toEqual([]);
    expect(select(text)).toMatchObject(tree);
  });

  test.each([
    ["GROUP BY GROUPING SETS ((a, b), a, ())", [], [["GROUPING SETS", 2, 1, 0]]],
    ["GROUP BY ROLLUP (a, (b, c)), d", ["d"], [["ROLLUP", 1, 2]]],
    [
      "GROUP BY CUBE (a, b), ROLLUP (c)",
      [],
      [
        ["CUBE", 1, 1],
        ["ROLLUP", 1],
      ],
    ],
    ["GROUP BY GROUPING SETS (ROLLUP (a, b), c)", [], [["GROUPING SETS", "ROLLUP", 1]]],
    ["GROUP BY ()", [], [["GROUPING SETS", 0]]],
    ["GROUP BY (a, b), c", ["a", "b", "c"], []],
  ])("%s", (text, keys, sets) => {
    expect(problems(`SELECT COUNT(*) FROM t ${text}`)).toEqual([]);
    const { groupBy } = select(`SELECT COUNT(*) FROM t ${text}`);
    expect(groupBy!.keys.map((key) => key.kind === "column" && key.name.text)).toEqual(keys);
    const lengths = groupBy!.groupingSets.map(({ form, sets: inner }) => [
      form,
      ...inner.map((set) => ("form" in set ? set.form : set.length)),
    ]);
    expect(lengths).toEqual(sets);
  });

  test("what lies inside of a refused form is still checked", () => {
    expect(problems("SELECT k FROM t JOIN u ON WHERE UNION SELECT FROM u")).toEqual([
      "SYNTAX_EXPRESSION «ON»",
      "SYNTAX_EXPRESSION «WHERE»",
      "SYNTAX_EXPRESSION «SELECT»",
    ]);
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
    expect(diagnostics).toEqual([]);
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
