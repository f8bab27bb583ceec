import { describe, expect, test } from "vitest";
import { selectOf, shown, syntaxProblems, textUnder } from "../testing/sql-tree.ts";
import type { FromItem } from "./ast.ts";

function from(item: string): FromItem {
  const found = selectOf(`SELECT k FROM ${item} WHERE x`).from;
  if (found === null) throw new Error("no FROM");
  return found;
}

function problems(item: string): readonly string[] {
  return syntaxProblems(`SELECT k FROM ${item} WHERE x`);
}

describe("a stream in FROM", () => {
  test.each([
    [
      "t",
      { kind: "stream", name: { text: "t" }, alias: null, path: [], address: false, hints: [], asOf: null },
    ],
    ["t AS a", { alias: { text: "a" } }],
    ["t a (x, y)", { alias: { text: "a" }, columns: [{ text: "x" }, { text: "y" }] }],
    [
      "db.public.t a",
      { path: [{ text: "db" }, { text: "public" }], name: { text: "t" }, alias: { text: "a" } },
    ],
    [
      "'file://x.csv' AS t",
      { address: true, name: { text: "file://x.csv", quoted: true }, alias: { text: "t" } },
    ],
    ["t WITH ('a' = 'b')", { properties: [{ key: "a", value: "b" }] }],
    ["t WITH ('a' = 'b') AS u", { properties: [{ key: "a" }], alias: { text: "u" } }],
    ["t u WITH ('a' = 'b')", { properties: [{ key: "a" }], alias: { text: "u" } }],
    ["t FOR SYSTEM_TIME AS OF o.ts AS u", { asOf: { kind: "column" }, alias: { text: "u" } }],
    ["t FOR SYSTEM_TIME AS OF PROCTIME() u", { asOf: { kind: "call" }, alias: { text: "u" } }],
    ["(t) AS a", { kind: "stream", name: { text: "t" }, alias: { text: "a" } }],
  ])("FROM %s", (item, tree) => {
    expect(problems(item)).toEqual([]);
    expect(from(item)).toMatchObject(tree);
  });

  test("WITH that ends the query is the query's, also behind the last stream of a join", () => {
    for (const text of [
      "SELECT k FROM t u WITH ('a' = 'b')",
      "SELECT k FROM s CROSS JOIN t WITH ('a' = 'b')",
    ])
      expect(selectOf(text).properties).toMatchObject([{ key: "a", value: "b" }]);
    expect(selectOf("SELECT k FROM t WITH ('a' = 'b')").from).toMatchObject({ properties: [] });
    expect(selectOf("SELECT k FROM t WITH ('a' = 'b') EMIT CHANGES WITH ('c' = 'd')")).toMatchObject({
      from: { properties: [{ key: "a" }] },
      properties: [{ key: "c" }],
    });
  });
});

describe("hints", () => {
  test("stand behind a stream's name or behind SELECT, with pairs and names", () => {
    const text =
      "SELECT /*+ BROADCAST(a, b), STATE_TTL('l' = '1d') */ k FROM t /*+ OPTIONS('x.y' = '30s', 'z' = '1') */ AS a WHERE x";
    expect(syntaxProblems(text)).toEqual([]);
    const { hints, from: item } = selectOf(text);
    expect(hints).toMatchObject([
      { name: { text: "BROADCAST" }, names: [{ text: "a" }, { text: "b" }], properties: [] },
      { name: { text: "STATE_TTL" }, properties: [{ key: "l", value: "1d" }] },
    ]);
    expect(item).toMatchObject({
      alias: { text: "a" },
      hints: [
        {
          name: { text: "OPTIONS" },
          properties: [
            { key: "x.y", value: "30s" },
            { key: "z", value: "1" },
          ],
        },
      ],
    });
    expect(textUnder(text, ...hints)).toBe("BROADCAST(a, b), STATE_TTL('l' = '1d')");
  });

  test("and inside of a windowing table function", () => {
    expect(from("TABLE(TUMBLE(TABLE t /*+ OPTIONS('a' = 'b') */, DESCRIPTOR(ts), 5s))")).toMatchObject({
      input: { name: { text: "t" }, hints: [{ properties: [{ key: "a" }] }] },
    });
  });

  test.each([
    ["SELECT k /*+ OPTIONS('a' = 'b') */ FROM t", "SYNTAX_HINT «/*+»"],
    ["SELECT k FROM t /*+ OPTIONS('a' 'b') */ WHERE x", "SYNTAX_UNEXPECTED «'b'»"],
    ["SELECT k FROM t /*+ OPTIONS(a = 'b') */ WHERE x", "SYNTAX_PROPERTY «a»"],
    ["SELECT k FROM t /*+ 5 */ WHERE x", "SYNTAX_EXPECTED «5»"],
    ["SELECT k FROM t /*+ OPTIONS('a' = 'b') WHERE x", "SYNTAX_UNCLOSED_COMMENT «/*»"],
  ])("wrong: %s", (text, problem) => expect(syntaxProblems(text)).toContain(problem));
});

describe("other items of FROM", () => {
  test.each([
    [
      "(SELECT k FROM t) AS x (a)",
      { kind: "derived", query: { kind: "select" }, alias: { text: "x" }, columns: [{ text: "a" }] },
    ],
    [
      "(VALUES (1, 'a'), (2, 'b')) AS v (n, s)",
      { kind: "derived", query: { kind: "values", rows: [{}, {}] } },
    ],
    [
      "((SELECT a FROM t) UNION (SELECT a FROM u)) x",
      { kind: "derived", query: { kind: "union" }, alias: { text: "x" } },
    ],
    ["LATERAL (SELECT k FROM t) x", { kind: "derived", lateral: {} }],
    [
      "UNNEST(a.list) AS x (y)",
      { kind: "table-function", call: { name: { text: "UNNEST" } }, columns: [{ text: "y" }] },
    ],
    ["UNNEST(a) WITH ORDINALITY AS x", { kind: "table-function", ordinality: {} }],
    [
      "LATERAL TABLE(split(a)) AS x (y)",
      { kind: "table-function", call: { name: { text: "split" } }, lateral: {} },
    ],
    ["generate_series(1, 5) g", { kind: "table-function", alias: { text: "g" } }],
    [
      "t MATCH_RECOGNIZE (PARTITION BY a ORDER BY ts) AS m",
      {
        kind: "table-operation",
        word: "MATCH_RECOGNIZE",
        input: { name: { text: "t" } },
        alias: { text: "m" },
      },
    ],
    ["t TABLESAMPLE BERNOULLI (10)", { kind: "table-operation", word: "TABLESAMPLE" }],
  ])("FROM %s", (item, tree) => {
    expect(problems(item)).toEqual([]);
    expect(from(item)).toMatchObject(tree);
  });

  test("a windowing table function over a query", () => {
    expect(problems("TUMBLE((SELECT a, ts FROM u), ts, 5s) w")).toEqual([]);
    expect(from("TUMBLE((SELECT a, ts FROM u), ts, 5s) w")).toMatchObject({
      kind: "window-function",
      input: { kind: "derived", query: { kind: "select" } },
      alias: { text: "w" },
    });
  });
});

describe("joins", () => {
  test.each([
    ["t, u", { type: "cross", on: null }],
    ["t CROSS JOIN u", { type: "cross" }],
    ["t JOIN u ON t.k = u.k", { type: "inner", on: {} }],
    ["t NATURAL LEFT JOIN u", { type: "left", modifier: "natural" }],
    ["t ASOF LEFT JOIN u ON t.k = u.k AND t.ts >= u.ts", { type: "left", modifier: "asof" }],
    ["t JOIN u USING (a, b)", { using: [{ text: "a" }, { text: "b" }] }],
    [
      "t x JOIN u AS y ON x.k = y.k WITHIN INTERVAL '5' MINUTES",
      { within: { before: { ms: 300_000 }, after: { ms: 300_000 } } },
    ],
    [
      "t LEFT OUTER JOIN u WITHIN 5 SECONDS GRACE PERIOD 1 SECOND ON t.k = u.k",
      { type: "left", within: { before: { ms: 5_000 } }, gracePeriod: { ms: 1_000 }, on: {} },
    ],
    [
      "t FULL JOIN u WITHIN (1 SECOND, 2 SECONDS) ON t.k = u.k",
      { type: "full", within: { before: { ms: 1_000 }, after: { ms: 2_000 } } },
    ],
    [
      "t RIGHT JOIN u FOR SYSTEM_TIME AS OF t.ts AS r ON t.k = r.k",
      { type: "right", right: { asOf: {}, alias: { text: "r" } } },
    ],
    ["(t JOIN u ON a = b)", { kind: "join", on: {} }],
    ["t JOIN (u JOIN v ON a = b) ON c = d", { right: { kind: "join" } }],
    [
      "TUMBLE(TABLE l, DESCRIPTOR(ts), 5s) a JOIN TUMBLE(TABLE r, DESCRIPTOR(ts), 5s) b ON a.window_start = b.window_start",
      { left: { kind: "window-function" }, right: { kind: "window-function", alias: { text: "b" } } },
    ],
  ])("FROM %s", (item, tree) => {
    expect(problems(item)).toEqual([]);
    expect(from(item)).toMatchObject({ kind: "join", ...tree });
  });

  test("joins lean to the left", () => {
    const chain = from("a JOIN b ON x JOIN c ON y");
    if (chain.kind !== "join") throw new Error("no join");
    expect(chain.left).toMatchObject({ kind: "join", left: { name: { text: "a" } } });
    expect(chain.on && shown(chain.on)).toBe("y");
  });

  test.each([
    ["t LEFT u ON a", "SYNTAX_EXPECTED «u»"],
    ["t JOIN u WITHIN (1s 2s) ON a", "SYNTAX_EXPECTED «2s»"],
    ["t JOIN u WITHIN soon ON a", "SYNTAX_EXPECTED «soon»"],
    ["t JOIN u USING k", "SYNTAX_EXPECTED «k»"],
    ["t JOIN ON a", "SYNTAX_EXPECTED «ON»"],
    ["t JOIN u WITHIN 5s", "SYNTAX_EXPECTED «WHERE»"],
    ["t JOIN u", "SYNTAX_EXPECTED «WHERE»"],
    ["5", "SYNTAX_EXPECTED «5»"],
    ["db.", "SYNTAX_EXPECTED «WHERE»"],
  ])("wrong: FROM %s", (item, problem) => expect(problems(item)[0]).toBe(problem));
});
