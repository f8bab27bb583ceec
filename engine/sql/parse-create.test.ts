import { describe, expect, test } from "vitest";
import type { CreateStatement } from "./statement-ast.ts";
import { parse } from "./parse.ts";

function create(text: string): CreateStatement {
  const { script, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  const [first] = script.statements;
  if (first?.kind !== "create") throw new Error(`${text} is no CREATE`);
  return first;
}

/** Each diagnostic as `CODE «the text of its range»`. */
function problems(text: string): readonly string[] {
  return parse(text).diagnostics.map(({ code, range }) => `${code} «${text.slice(range.start, range.end)}»`);
}

describe("what is created", () => {
  test.each([
    ["CREATE STREAM s (a INT)", "stream", false, false],
    ["CREATE OR REPLACE TABLE s (a INT)", "table", true, false],
    ["create stream if not exists s (a int)", "stream", false, true],
    ["CREATE SOURCE STREAM s (a INT)", "stream", false, false],
    ["CREATE TEMPORARY TABLE s (a INT)", "table", false, false],
    ["CREATE VIEW s AS SELECT a FROM t", "view", false, false],
    ["CREATE MATERIALIZED VIEW IF NOT EXISTS s AS SELECT a FROM t", "materialized view", false, true],
    ["CREATE SOURCE s (a INT) WITH (connector = 'kafka')", "source", false, false],
    ["CREATE SINK s FROM v WITH (connector = 'kafka')", "sink", false, false],
  ])("%s", (text, object, orReplace, ifNotExists) => {
    expect(create(text)).toMatchObject({ object, orReplace, ifNotExists, name: { text: "s" } });
  });
});

describe("columns", () => {
  const columnsOf = (list: string): unknown =>
    create(`CREATE TABLE t (${list})`).elements!.columns.map((column) => ({
      ...column,
      range: undefined,
      name: column.name.text,
      type: column.type?.name ?? null,
      computed: column.computed?.kind ?? null,
    }));
  const plain = {
    range: undefined,
    notNull: false,
    key: null,
    metadata: null,
    computed: null,
    defaultValue: null,
    comment: null,
  };

  test("with NOT NULL, KEY, PRIMARY KEY and COMMENT", () => {
    expect(
      columnsOf(
        "a BIGINT NOT NULL, k STRING KEY, id INT PRIMARY KEY NOT ENFORCED COMMENT 'the id', n INT NULL",
      ),
    ).toEqual([
      { ...plain, name: "a", type: "BIGINT", notNull: true },
      { ...plain, name: "k", type: "STRING", key: "key" },
      { ...plain, name: "id", type: "INT", key: "primary-key", comment: "the id" },
      { ...plain, name: "n", type: "INT" },
    ]);
  });

  test("of any type", () => {
    const types =
      "VARCHAR(10) | TIMESTAMP(3) | TIMESTAMP_LTZ(3) | TIMESTAMP WITH TIME ZONE | DECIMAL(10, 2) | BYTES | ARRAY<STRING> | MAP<STRING, BIGINT> | STRUCT<a BIGINT, b ARRAY<DOUBLE>> | ROW<x INT> | DOUBLE PRECISION".split(
        " | ",
      );
    for (const type of types)
      expect(create(`CREATE STREAM s (c ${type}, d INT)`).elements!.columns).toHaveLength(2);
  });

  test("from metadata, computed and with a default", () => {
    const range = expect.anything();
    expect(
      columnsOf(
        "ts TIMESTAMP(3) METADATA FROM 'timestamp' VIRTUAL, o BIGINT METADATA, h BYTES HEADER('k'), c AS a + 1, d INT AS a * 2, g INT GENERATED ALWAYS AS (a) STORED",
      ),
    ).toEqual([
      { ...plain, name: "ts", type: "TIMESTAMP", metadata: { range, from: "timestamp", virtual: true } },
      { ...plain, name: "o", type: "BIGINT", metadata: { range, from: null, virtual: false } },
      { ...plain, name: "h", type: "BYTES", metadata: { range, from: "k", virtual: false } },
      { ...plain, name: "c", type: null, computed: "binary" },
      { ...plain, name: "d", type: "INT", computed: "binary" },
      { ...plain, name: "g", type: "INT", computed: "column" },
    ]);
    expect(create("CREATE TABLE t (a INT DEFAULT 5)").elements!.columns[0]!.defaultValue?.kind).toBe(
      "integer",
    );
  });

  test("watermarks and keys stand among them", () => {
    const { elements } = create(
      "CREATE TABLE t (k STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND, CONSTRAINT pk PRIMARY KEY (k, ts) NOT ENFORCED, watermark INT, primary INT)",
    );
    expect(elements!.watermarks).toMatchObject([{ column: { text: "ts" }, expression: { kind: "binary" } }]);
    expect(elements!.primaryKey!.columns.map(({ text }) => text)).toEqual(["k", "ts"]);
    expect(elements!.columns.map(({ name }) => name.text)).toEqual(["k", "ts", "watermark", "primary"]);
  });

  test("are names alone before AS SELECT", () => {
    const { elements, query } = create("CREATE TABLE t (a, b) AS SELECT x, y FROM u");
    expect(elements!.columns.map(({ name, type }) => [name.text, type])).toEqual([
      ["a", null],
      ["b", null],
    ]);
    expect(query?.kind).toBe("select");
  });
});

describe("options", () => {
  const optionsOf = (text: string): unknown =>
    create(text).properties.map(({ key, value }) => `${key} = ${value}`);

  test("are quoted as in Flink, bare as in ksqlDB and RisingWave", () => {
    expect(optionsOf("CREATE TABLE t (a INT) WITH ('connector' = 'kafka', 'scan.x' = '1')")).toEqual([
      "connector = kafka",
      "scan.x = 1",
    ]);
    expect(
      optionsOf("CREATE STREAM s (a INT) WITH (KAFKA_TOPIC='x', PARTITIONS=4, WRAP=TRUE, N=-1)"),
    ).toEqual(["KAFKA_TOPIC = x", "PARTITIONS = 4", "WRAP = TRUE", "N = -1"]);
    expect(
      optionsOf("CREATE TABLE t (a INT) WITH (properties.bootstrap.server = 'x:1', scan.startup-mode = 'e')"),
    ).toEqual(["properties.bootstrap.server = x:1", "scan.startup-mode = e"]);
  });

  test("stand before AS, and at the end they are the query's", () => {
    const { properties, query } = create(
      "CREATE STREAM s WITH ('topic' = 'a') AS SELECT a FROM t EMIT CHANGES WITH ('x.topic' = 'b')",
    );
    expect(properties.map(({ key }) => key)).toEqual(["topic"]);
    expect(query).toMatchObject({
      kind: "select",
      emit: { kind: "changes" },
      properties: [{ key: "x.topic" }],
    });
  });
});

test("RisingWave's APPEND ONLY, INCLUDE, FORMAT and ENCODE, in any order", () => {
  const statement = create(
    "CREATE SOURCE s (a INT) INCLUDE KEY AS k INCLUDE TIMESTAMP AS at WITH (connector = 'kafka') FORMAT PLAIN ENCODE JSON (schema.registry = 'u')",
  );
  expect(statement.includes.map(({ what, name }) => [what, name?.text])).toEqual([
    ["KEY", "k"],
    ["TIMESTAMP", "at"],
  ]);
  expect(statement.format).toMatchObject({ format: "PLAIN", encode: "JSON", properties: [{ value: "u" }] });
  expect(create("CREATE TABLE t (a INT) APPEND ONLY WITH (appendonly = true)").appendOnly).not.toBeNull();
  expect(create("CREATE TABLE t (a INT) WITH (x = 1) APPEND ONLY").appendOnly).not.toBeNull();
});

test("a sink of RisingWave has bare options and FORMAT … ENCODE behind its query", () => {
  const { query, format } = create(
    "CREATE SINK s AS SELECT a FROM t WITH (connector = 'kafka', properties.bootstrap.server = 'x') FORMAT PLAIN ENCODE JSON",
  );
  expect(query).toMatchObject({ properties: [{ key: "connector" }, { key: "properties.bootstrap.server" }] });
  expect(format).toMatchObject({ format: "PLAIN", encode: "JSON" });
});

describe("what is wrong is marked, and what follows is read", () => {
  test.each([
    ["CREATE STREAM s (a INT «b» STRING, c BIGINT)", ["SYNTAX_UNEXPECTED"]],
    ["CREATE STREAM s (a INT, «5», c BIGINT)", ["SYNTAX_EXPECTED"]],
    ["CREATE STREAM s («a», b INT)", ["SYNTAX_COLUMN_TYPE"]],
    ["CREATE STREAM s (a INT «NOT» NIL, b STRING)", ["SYNTAX_UNEXPECTED"]],
    ["CREATE STREAM s «(»a INT", ["SYNTAX_UNCLOSED_PARENTHESIS"]],
    ["CREATE STREAM s (a INT) «WATERMARK» FOR a AS a WITH ('x' = 'y')", ["SYNTAX_CLAUSE_ORDER"]],
    ["CREATE TABLE s (a INT) «PRIMARY» KEY (a)", ["SYNTAX_CLAUSE_ORDER"]],
    ["CREATE STREAM s WITH ('x' = 'y') «(a INT)»", ["SYNTAX_CLAUSE_ORDER"]],
    ["CREATE STREAM s «IF NOT EXISTS» (a INT)", ["SYNTAX_CLAUSE_ORDER"]],
    ["CREATE STREAM s (a INT) WITH ('x' 'y', 'z' = 'w')", null],
    ["CREATE STREAM s (a INT) WITH ('x' = «)»", ["SYNTAX_PROPERTY"]],
    ["CREATE STREAM «s»", ["SYNTAX_EXPECTED"]],
    ["CREATE STREAM «(»a INT)", ["SYNTAX_EXPECTED"]],
    ["CREATE STREAM s «SELECT» a FROM t", ["SYNTAX_EXPECTED"]],
    ["CREATE STREAM s (a INT) «EMIT» CHANGES", ["SYNTAX_CLAUSE_ORDER"]],
    ["CREATE STREAM s (a INT) «SHOW» STREAMS", ["SYNTAX_UNEXPECTED"]],
    ["CREATE STREAM s (a INT) «foo» bar; SELECT «,» a FROM t", ["SYNTAX_UNEXPECTED", "SYNTAX_EXPRESSION"]],
  ])("%s", (marked, codes) => {
    const text = marked.replaceAll(/[«»]/g, "");
    const ranges = [...marked.matchAll(/«([^»]*)»/g)].map(([, inside]) => inside);
    const found = problems(text);
    if (codes === null) expect(found).toEqual(["SYNTAX_EXPECTED «'y'»"]);
    else expect(found).toEqual(codes.map((code, index) => `${code} «${ranges[index]}»`));
    expect(parse(text).script.statements[0]?.kind).toBe("create");
  });

  test("a missing comma and a missing AS are mended", () => {
    const fixed = (text: string): string => {
      const [{ range, fix } = { range: { start: 0, end: 0 }, fix: null }] = parse(text).diagnostics;
      return text.slice(0, range.start) + (fix ?? "?") + text.slice(range.end);
    };
    expect(fixed("CREATE STREAM s (a INT b STRING)")).toBe("CREATE STREAM s (a INT , b STRING)");
    expect(fixed("CREATE STREAM s SELECT a FROM t")).toBe("CREATE STREAM s AS SELECT a FROM t");
    expect(fixed("DROP STREAM a SELECT b FROM t")).toBe("DROP STREAM a ; SELECT b FROM t");
  });
});
