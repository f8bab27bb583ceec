import { describe, expect, test } from "vitest";
import type { Statement } from "./statement-ast.ts";
import { parse } from "./parse.ts";

function statement(text: string): Statement {
  const { script, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  expect(script.statements).toHaveLength(1);
  return script.statements[0]!;
}

describe("INSERT", () => {
  test.each([
    ["INSERT INTO s VALUES (1, 'a'), (2, NULL)", [], "values"],
    ["INSERT INTO s (a, b) VALUES (1, 'a')", ["a", "b"], "values"],
    ["INSERT INTO s SELECT a FROM t", [], "select"],
    ["INSERT INTO s (a) SELECT a FROM t EMIT CHANGES", ["a"], "select"],
    ["INSERT OVERWRITE s SELECT a FROM t", [], "select"],
    ["INSERT INTO s (SELECT a FROM t)", [], "select"],
    ["INSERT INTO s WITH x AS (SELECT a FROM t) SELECT a FROM x", [], "with"],
  ])("%s", (text, columns, kind) => {
    const read = statement(text);
    expect(read).toMatchObject({ kind: "insert", name: { text: "s" }, query: { kind } });
    expect(read.kind === "insert" && read.columns.map((column) => column.text)).toEqual(columns);
  });
});

describe("settings", () => {
  test.each([
    "SET 'auto.offset.reset' = 'earliest'",
    "SET auto.offset.reset = 'earliest'",
    "SET auto.offset.reset TO earliest",
    "set 'auto.offset.reset'='earliest'",
  ])("%s", (text) => {
    expect(statement(text)).toMatchObject({
      kind: "set",
      property: { key: "auto.offset.reset", value: "earliest" },
    });
  });

  test("of numbers, and of none", () => {
    expect(statement("SET streaming_parallelism = 4")).toMatchObject({ property: { value: "4" } });
    expect(statement("SET")).toMatchObject({ kind: "show", what: "SETTINGS" });
    expect(statement("SET TIME ZONE 'UTC'")).toMatchObject({ property: { key: "time zone", value: "UTC" } });
  });

  test.each([
    ["RESET 'a.b'", "a.b"],
    ["UNSET 'a.b'", "a.b"],
    ["RESET a.b", "a.b"],
    ["RESET", null],
    ["RESET ALL", null],
  ])("%s", (text, key) => {
    expect(statement(text)).toMatchObject({ kind: "reset", key: key === null ? null : { text: key } });
  });
});

describe("inspections", () => {
  test.each([
    ["SHOW STREAMS", "STREAMS"],
    ["LIST TOPICS EXTENDED", "TOPICS EXTENDED"],
    ["SHOW CREATE TABLE orders", "CREATE TABLE ORDERS"],
    ["SHOW JOBS", "JOBS"],
  ])("%s", (text, what) => expect(statement(text)).toMatchObject({ kind: "show", what }));

  test.each([
    ["DESCRIBE orders", null, false],
    ["DESC orders", null, false],
    ["DESCRIBE EXTENDED orders", null, true],
    ["DESCRIBE orders EXTENDED", null, true],
    ["DESCRIBE FUNCTION orders", "FUNCTION", false],
    ["DESCRIBE STREAM orders", "STREAM", false],
  ])("%s", (text, object, extended) => {
    expect(statement(text)).toMatchObject({ kind: "describe", object, extended, name: { text: "orders" } });
  });

  test.each([
    ["EXPLAIN SELECT a FROM t", [], "query"],
    ["EXPLAIN PLAN FOR SELECT a FROM t", [], "query"],
    ["EXPLAIN CHANGELOG_MODE, ESTIMATED_COST SELECT a FROM t", ["CHANGELOG_MODE", "ESTIMATED_COST"], "query"],
    ["EXPLAIN (VERBOSE, TRACE) SELECT a FROM t", ["VERBOSE", "TRACE"], "query"],
    ["EXPLAIN ANALYZE SELECT a FROM t", ["ANALYZE"], "query"],
    ["EXPLAIN CREATE MATERIALIZED VIEW v AS SELECT a FROM t", [], "create"],
  ])("%s", (text, modes, kind) => {
    expect(statement(text)).toMatchObject({ kind: "explain", modes, statement: { kind } });
  });

  test("ksqlDB explains a running query by its name", () => {
    expect(statement("EXPLAIN CTAS_TOTALS_5")).toMatchObject({
      statement: null,
      name: { text: "CTAS_TOTALS_5" },
    });
  });
});

describe("DROP", () => {
  test.each([
    ["DROP STREAM s", "stream", false, false],
    ["DROP TABLE IF EXISTS s DELETE TOPIC", "table", true, true],
    ["DROP MATERIALIZED VIEW s CASCADE", "materialized view", false, false],
  ])("%s", (text, object, ifExists, deleteTopic) => {
    expect(statement(text)).toMatchObject({
      kind: "drop",
      object,
      ifExists,
      deleteTopic,
      name: { text: "s" },
    });
  });
});

describe("jobs", () => {
  test.each([
    ["START JOB j AS SELECT a FROM t", { verb: "START", query: { kind: "select" } }],
    ["STOP JOB j", { verb: "STOP", force: false }],
    ["STOP FORCE JOB j", { verb: "STOP", force: true }],
    ["PAUSE JOB j", { verb: "PAUSE" }],
    ["RESUME JOB j", { verb: "RESUME" }],
    ["DEPLOY JOB j VERSION '2' AS SELECT a FROM t", { verb: "DEPLOY", version: "2" }],
    ["DEPLOY JOB j VERSION '2' STRATEGY CANARY(10)", { strategy: { name: "CANARY", amount: 10 } }],
    ["DEPLOY JOB j STRATEGY BLUE_GREEN", { strategy: { name: "BLUE_GREEN", amount: null } }],
    ["DEPLOY JOB j STRATEGY ROLLING", { strategy: { name: "ROLLING", amount: null } }],
    ["ROLLBACK JOB j TO VERSION '1'", { verb: "ROLLBACK", version: "1" }],
    ["TERMINATE j", { verb: "TERMINATE" }],
  ])("%s", (text, expected) => {
    expect(statement(text)).toMatchObject({ kind: "job", name: { text: "j" }, ...expected });
  });

  test("of all queries at once", () => {
    expect(statement("TERMINATE ALL")).toMatchObject({ kind: "job", name: null });
  });
});

test.each([
  ["ALTER TABLE t ADD c INT", "ALTER"],
  ["CREATE FUNCTION f AS 'x'", "CREATE FUNCTION"],
  ["CREATE SOURCE CONNECTOR c WITH ('a' = 'b')", "CREATE SOURCE"],
  ["DROP CATALOG c", "DROP CATALOG"],
  ["USE CATALOG c", "USE"],
])("%s is known by its first words", (text, verb) => {
  expect(statement(text)).toMatchObject({ kind: "other", verb });
});

test("a script holds its statements in order, each with its own annotations and ranges", () => {
  const text =
    "-- @app: x\nSET 'a' = 'b';\n\nCREATE STREAM s (a INT);;\n-- @num_partitions: 2\nSELECT a FROM s;\nSHOW STREAMS";
  const { script, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  expect(script.statements.map(({ kind }) => kind)).toEqual(["set", "create", "query", "show"]);
  expect(script.statements.map(({ range }) => text.slice(range.start, range.end))).toEqual([
    "SET 'a' = 'b'",
    "CREATE STREAM s (a INT)",
    "SELECT a FROM s",
    "SHOW STREAMS",
  ]);
  expect(script.statements.map(({ headRange }) => text.slice(headRange.start, headRange.end))).toEqual([
    "SET",
    "CREATE STREAM s",
    "SELECT",
    "SHOW",
  ]);
  expect(script.statements.map(({ annotations }) => annotations.length)).toEqual([1, 0, 1, 0]);
});

describe("what is wrong in a statement", () => {
  test.each([
    ["INSERT s VALUES (1)", "SYNTAX_EXPECTED"],
    ["INSERT INTO s", "SYNTAX_EXPECTED"],
    ["SET = 5", "SYNTAX_PROPERTY"],
    ["SET 'a' 'b'", "SYNTAX_EXPECTED"],
    ["SET 'a' =", "SYNTAX_PROPERTY"],
    ["SHOW", "SYNTAX_EXPECTED"],
    ["DESCRIBE", "SYNTAX_EXPECTED"],
    ["DESCRIBE a b", "SYNTAX_UNEXPECTED"],
    ["EXPLAIN", "SYNTAX_EXPECTED"],
    ["EXPLAIN FOO BAR", "SYNTAX_STATEMENT"],
    ["DROP STREAM s IF EXISTS", "SYNTAX_CLAUSE_ORDER"],
    ["DROP STREAM", "SYNTAX_EXPECTED"],
    ["DEPLOY JOB j VERSION 2", "SYNTAX_EXPECTED"],
    ["CRATE STREAM s (a INT)", "SYNTAX_STATEMENT"],
    ["EXPLAIN ".repeat(200) + "SELECT a FROM t", "SYNTAX_TOO_DEEP"],
  ])("%s", (text, code) => {
    const { diagnostics } = parse(text);
    expect(diagnostics.map((found) => found.code)).toEqual([code]);
    expect(diagnostics[0]!.hint).not.toBeNull();
  });
});

describe("work is linear in the length of the text", () => {
  const million = (piece: string): string => piece.repeat(Math.ceil(1_000_000 / piece.length));

  test.each([
    ["columns", `CREATE STREAM s (${million("a INT, ")}b INT)`],
    ["columns without commas", `CREATE STREAM s (${million("a INT ")})`],
    ["options", `CREATE STREAM s WITH (${million("a.b.c = 'd', ")}e = 1)`],
    ["rows", `INSERT INTO s VALUES ${million("(1, 'a'), ")}(2, 'b')`],
    ["definitions", million("CREATE STREAM s (a INT);")],
    ["definitions without semicolons", million("CREATE STREAM s (a INT) ")],
    ["watermarks", `CREATE STREAM s (${million("WATERMARK FOR a AS a, ")}b INT)`],
    ["EXPLAIN", million("EXPLAIN ")],
    ["SET", million("SET a = b ")],
    ["INCLUDE", `CREATE STREAM s ${million("INCLUDE KEY AS k ")}`],
  ])("1 MB of %s", (_, text) => {
    expect(parse(text).steps).toBeLessThanOrEqual(20 * text.length);
  });
});
