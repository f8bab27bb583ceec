import fc from "fast-check";
import { expect, test } from "vitest";
import { BIGINT, STRING, TIMESTAMP } from "../data/data-type.ts";
import { mended, orders, planOf, problemsOf } from "../testing/compile-text.ts";
import { greatestHeight } from "../sql/tree-height.ts";
import { compileQuery } from "./compile-query.ts";
import { semanticsRules } from "../spec/semantics-rules.ts";

const windowed = `SELECT k, COUNT(*) AS n, _WINDOW_START AS ws, _WINDOW_END AS we
FROM orders WHERE v > 0 GROUP BY k WINDOW TUMBLING(ts, 10s) HAVING COUNT(*) > 1 EMIT CHANGES`;

test("a windowed query becomes a plan of plain data over column indexes", () => {
  const plan = planOf(windowed);
  expect(plan).toMatchObject({
    stream: "orders",
    time: { eventTime: 0, arrival: 6, split: 7, splits: 3 },
    preset: "velostream",
    rules: semanticsRules.velostream,
    partitioning: { strategy: "hash", partitions: 4 },
    watermark: {
      strategy: "bounded",
      bound: 60_000,
      minAdvance: 100,
      scope: "partition",
      idleTimeout: 30_000,
    },
    late: { action: "process_with_warning", allowedLateness: 5_000 },
    filter: { kind: "call", name: ">" },
    output: [
      { name: "k", type: STRING },
      { name: "n", type: BIGINT },
      { name: "ws", type: TIMESTAMP },
      { name: "we", type: TIMESTAMP },
    ],
    query: {
      kind: "aggregate",
      keys: [{ kind: "column", index: 1, type: STRING }],
      aggregates: [{ name: "count", arguments: [] }],
      window: { kind: "tumbling", size: 10_000, offset: 0 },
      having: {
        name: ">",
        arguments: [
          { kind: "column", index: 1 },
          { kind: "literal", value: 1n },
        ],
      },
      projection: [0, 1, 2, 3].map((index) => ({ kind: "column", index })),
      emission: { mode: "changes", scope: "changed", finalMarker: false },
    },
  });
  expect(structuredClone(plan)).toEqual(plan);
});

test("a query without aggregates becomes a projection of records", () => {
  const { query, output, partitioning } = planOf("SELECT *, v * 2 AS w FROM orders");
  expect(output.map(({ name }) => name)).toEqual([...orders.schema.map(({ name }) => name), "w"]);
  expect(query).toMatchObject({ kind: "project", projection: { length: 9 } });
  expect(partitioning).toMatchObject({ strategy: "sticky", partitions: 1 });
});

test("several errors are reported at once, in the order of the text", () => {
  expect(
    problemsOf(
      "SELECT kk, SUM(k), _WINDOW_START FROM orders WHERE COUNT(*) > 1 GROUP BY x WITH ('emit.scpe' = 'window')",
    ),
  ).toEqual([
    'UNKNOWN_COLUMN "kk"',
    'TYPE_MISMATCH "SUM(k)"',
    'WINDOW_BOUND_WITHOUT_WINDOW "_WINDOW_START"',
    'AGGREGATE_IN_WHERE "COUNT(*)"',
    'UNKNOWN_COLUMN "x"',
    "UNKNOWN_OPTION \"'emit.scpe'\"",
  ]);
});

test("the plan is null exactly when there is an error; warnings leave it", () => {
  const warned = compileQuery("SELECT k, COUNT(*) FROM orders GROUP BY k EMIT FINAL", [orders]);
  expect(warned.diagnostics.map(({ severity }) => severity)).toEqual(["warning"]);
  expect(warned.plan).not.toBeNull();
  expect(compileQuery("SELECT nix FROM orders", [orders]).plan).toBeNull();
});

test("of what an open quote swallows nothing is said to be missing", () => {
  expect(problemsOf("SELECT k, COUNT(*) FROM orders WHERE k = 'a GROUP BY k")).toEqual([
    'SYNTAX_UNCLOSED_QUOTE "\'a GROUP BY k"',
  ]);
});

test("a missing comma before a call is offered", () => {
  expect(mended("SELECT k COUNT(*) FROM orders GROUP BY k")).toBe(
    "SELECT k , COUNT(*) FROM orders GROUP BY k",
  );
});

test("errors of syntax and of names are reported together", () => {
  const codes = problemsOf("SELECT nix, FROM orders GROUP BY").map((problem) => problem.split(" ")[0]);
  expect(codes).toContain("UNKNOWN_COLUMN");
  expect(codes.some((code) => code!.startsWith("SYNTAX"))).toBe(true);
});

test.each([
  ["", "SYNTAX_EMPTY"],
  [" ; ", "SYNTAX_EMPTY"],
  ["-- nothing", "SYNTAX_EMPTY"],
  ["SHOW STREAMS", "UNSUPPORTED_SHOW"],
  ["SELECT k FROM orders UNION SELECT k FROM orders", "UNSUPPORTED_SET_OPERATION"],
  ["SELECT k FROM orders; SELECT v FROM orders", "UNSUPPORTED_SEVERAL_QUERIES"],
  ["WITH a AS (SELECT MAX(k) AS k FROM orders) SELECT k FROM a", "UNSUPPORTED_COMMON_TABLE"],
  ["SELECT k FROM (SELECT DISTINCT k FROM orders) x", "UNSUPPORTED_SUBQUERY"],
  ["SELECT a.k FROM orders a JOIN orders b ON a.k = b.k", "UNSUPPORTED_JOIN"],
  ["SELECT k FROM orders ORDER BY k", "UNSUPPORTED_ORDER_BY"],
  ["SELECT k FROM orders WHERE v = (SELECT MAX(v) FROM orders)", "UNSUPPORTED_SUBQUERY"],
  ["SELECT SUM(v) OVER (ROWS WINDOW BUFFER 3 ROWS) FROM orders GROUP BY k", "UNSUPPORTED_OVER_GROUPS"],
  ["SELECT k, COUNT(*) FROM orders GROUP BY GROUPING SETS ((k), ())", "UNSUPPORTED_GROUPING_SETS"],
  ["SELECT k, COUNT(*) FROM orders GROUP BY k WINDOW SESSION(5s, v)", "UNSUPPORTED_SESSION_KEYS"],
])("law 10: %s is refused with %s, once", (sql, code) => {
  expect(problemsOf(sql).map((problem) => problem.split(" ")[0])).toEqual([code]);
});

test("law 10: no text is compiled without a plan or an error, and none throws", () => {
  const words =
    "SELECT k v ts COUNT ( * ) SUM AVG FROM orders WHERE > = 1 1.5 'a' NULL AND NOT GROUP BY WINDOW TUMBLING TUMBLE 5s INTERVAL '5' SECOND HAVING EMIT CHANGES FINAL WITH , CASE WHEN THEN ELSE END AS DISTINCT FILTER IN LIKE BETWEEN IS window_start OVER TABLE DESCRIPTOR ORDER LIMIT JOIN ON".split(
      " ",
    );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 25 }), (chosen) => {
      const sql = `SELECT ${chosen.join(" ")}`;
      const { plan, diagnostics } = compileQuery(sql, [orders]);
      expect(plan === null).toBe(diagnostics.some(({ severity }) => severity === "error"));
      for (const { range, message } of diagnostics) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThanOrEqual(sql.length);
        expect(message).not.toBe("");
      }
    }),
    { numRuns: 500 },
  );
});

test("chains of operators as long as the parser lets through do not exhaust the stack", () => {
  const longest = greatestHeight - 20;
  const chain = Array.from({ length: longest }, (_, index) => `v = ${index}`).join(" OR ");
  expect(planOf(`SELECT k FROM orders WHERE ${chain}`).filter).not.toBeNull();
  const sum = Array.from({ length: longest }, () => "v").join(" + ");
  expect(planOf(`SELECT ${sum} AS x, COUNT(*) FROM orders GROUP BY ${sum}`).query.kind).toBe("aggregate");
});

test("of very many errors a hundred are reported", () => {
  expect(problemsOf(`SELECT ${"nix, ".repeat(5_000)} k FROM orders`)).toHaveLength(100);
});
