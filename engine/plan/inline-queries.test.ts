import { describe, expect, test } from "vitest";
import { mended, orders, planOf, problemsOf } from "../testing/compile-text.ts";
import type { CompileOptions } from "./compile-query.ts";
import type { PhysicalPlan } from "./physical-plan.ts";

const declared = { ...orders, maxOutOfOrderness: 5_000 };
const plan = (sql: string, options: CompileOptions = {}): PhysicalPlan => planOf(sql, options, declared);
const problems = (sql: string, options: CompileOptions = {}): readonly string[] =>
  problemsOf(sql, options, declared);

const tumble = (input: string): string =>
  `TABLE(TUMBLE(TABLE ${input}, DESCRIPTOR(ts), INTERVAL '5' SECOND))`;
const hop = "TABLE(HOP(TABLE orders, DESCRIPTOR(ts), INTERVAL '5' SECOND, INTERVAL '10' SECOND))";

describe("a query that picks columns and filters records runs inside another one, as if it were written in its place", () => {
  test.each([
    ["SELECT x.k FROM (SELECT k FROM orders) x", "SELECT k FROM orders"],
    [
      "SELECT x.k, two FROM (SELECT k, v * 2 AS two FROM orders o WHERE o.v > 1) x WHERE two < 10",
      "SELECT k, v * 2 AS two FROM orders WHERE v > 1 AND v * 2 < 10",
    ],
    [
      "SELECT b.k FROM (SELECT k FROM (SELECT k, v FROM orders) a WHERE a.v > 3) b",
      "SELECT k FROM orders WHERE v > 3",
    ],
    [
      "SELECT *, two FROM (SELECT k, v * 2 AS two FROM orders)",
      "SELECT k, v * 2 AS two, v * 2 AS two FROM orders",
    ],
    ["SELECT * EXCEPT (v) FROM (SELECT k, v FROM orders)", "SELECT k FROM orders"],
    [
      "SELECT two, COUNT(*) AS n FROM (SELECT v * 2 AS two, ts FROM orders) GROUP BY two WINDOW TUMBLING(ts, 5s) HAVING n > 1",
      "SELECT v * 2 AS two, COUNT(*) AS n FROM orders GROUP BY v * 2 WINDOW TUMBLING(ts, 5s) HAVING COUNT(*) > 1",
    ],
    [
      "SELECT SUM(w) OVER (PARTITION BY k ORDER BY ts) AS s FROM (SELECT *, v + 1 AS w FROM orders WHERE v > 0)",
      "SELECT SUM(v + 1) OVER (PARTITION BY k ORDER BY ts) AS s FROM orders WHERE v > 0",
    ],
    [
      "WITH a AS (SELECT k, v FROM orders), b AS (SELECT k FROM a WHERE v > 10) SELECT * FROM b",
      "SELECT k FROM orders WHERE v > 10",
    ],
    [
      "WITH a (x, y) AS (SELECT k, v FROM orders) SELECT y, x FROM a AS q WHERE q.y > 1",
      "SELECT v AS y, k AS x FROM orders WHERE v > 1",
    ],
  ])("%s", (sql, same) => {
    const preset = "velostream";
    expect(plan(sql, { preset })).toEqual(plan(same, { preset }));
  });

  test.each([
    [
      `SELECT window_start, window_end, k, SUM(v) AS s FROM (SELECT * FROM ${tumble("orders")}) GROUP BY window_start, window_end, k`,
      `SELECT window_start, window_end, k, SUM(v) AS s FROM ${tumble("orders")} GROUP BY window_start, window_end, k`,
    ],
    [
      `SELECT window_end, kk, SUM(v) AS s FROM ${tumble("(SELECT ts, k AS kk, v FROM orders WHERE v > 0)")} GROUP BY window_start, window_end, kk`,
      `SELECT window_end, k AS kk, SUM(v) AS s FROM ${tumble("orders")} WHERE v > 0 GROUP BY window_start, window_end, k`,
    ],
    [
      `WITH big AS (SELECT ts, v FROM orders WHERE v > 0) SELECT * FROM ${tumble("big")}`,
      `SELECT ts, v, window_start, window_end, window_time FROM ${tumble("orders")} WHERE v > 0`,
    ],
    [
      `SELECT k, window_start FROM (SELECT * FROM ${hop}) WHERE window_end > ts`,
      `SELECT k, window_start FROM ${hop} WHERE window_end > ts`,
    ],
  ])("%s", (sql, same) => expect(plan(sql, { preset: "flink" })).toEqual(plan(same, { preset: "flink" })));
});

describe("no name is caught", () => {
  test("columns that the inner query does not pick are out of sight", () => {
    expect(problems("SELECT v FROM (SELECT k FROM orders) x")).toEqual(['UNKNOWN_COLUMN "v"']);
    expect(problems("SELECT _timestamp FROM (SELECT k FROM orders)")).toEqual([
      'UNKNOWN_COLUMN "_timestamp"',
    ]);
    expect(problems(`SELECT window_start FROM (SELECT k FROM ${hop})`, { preset: "flink" })).toEqual([
      'UNKNOWN_COLUMN "window_start"',
    ]);
    expect(mended("SELECT tow FROM (SELECT v AS two FROM orders)")).toBe(
      "SELECT two FROM (SELECT v AS two FROM orders)",
    );
  });

  test("nor is the stream's name known outside", () => {
    expect(problems("SELECT orders.k FROM (SELECT k FROM orders) x")).toEqual(['UNKNOWN_STREAM "orders"']);
    expect(problems("SELECT orders.* FROM (SELECT k FROM orders) x")).toEqual(['UNKNOWN_STREAM "orders"']);
  });

  test("a name from SELECT means that, where only the stream has a column of the name", () => {
    expect(plan("SELECT UPPER(x) AS k, COUNT(*) AS n FROM (SELECT k AS x FROM orders) GROUP BY k")).toEqual(
      plan("SELECT UPPER(k) AS k, COUNT(*) AS n FROM orders GROUP BY UPPER(k)"),
    );
  });

  test("and a column of the inner query means what stands there, not a column of its name", () => {
    expect(plan("SELECT v, k FROM (SELECT k AS v, v AS k FROM orders) WHERE v = 'a'")).toEqual(
      plan("SELECT k AS v, v AS k FROM orders WHERE k = 'a'"),
    );
  });

  test("in HAVING a name from SELECT goes before it, but not before a group column", () => {
    const groups = "FROM (SELECT v, k FROM orders) GROUP BY";
    expect(plan(`SELECT MAX(v) AS v ${groups} k HAVING v > 1`)).toEqual(
      plan("SELECT MAX(v) AS v FROM orders GROUP BY k HAVING MAX(v) > 1"),
    );
    expect(plan(`SELECT COUNT(*) AS k ${groups} k HAVING k = 'a'`)).toEqual(
      plan("SELECT COUNT(*) AS k FROM orders GROUP BY k HAVING k = 'a'"),
    );
  });

  test("two columns of one name are ambiguous where they are named", () => {
    expect(problems("SELECT a FROM (SELECT k AS a, v AS a FROM orders)")).toContain('AMBIGUOUS_COLUMN "a"');
  });
});

describe("what is wrong in it is said there", () => {
  test.each([
    ["SELECT k FROM (SELECT nix, k FROM orders)", ['UNKNOWN_COLUMN "nix"']],
    ["SELECT k FROM (SELECT k FROM nowhere)", ['UNKNOWN_STREAM "nowhere"']],
    [
      "SELECT k FROM (SELECT k, k + 1 AS w FROM orders WHERE v)",
      ['TYPE_MISMATCH "k + 1"', 'TYPE_MISMATCH "v"'],
    ],
    ["WITH a (x) AS (SELECT k, v FROM orders) SELECT x FROM a", ['COLUMN_ALIASES "x"']],
    ["WITH a AS (SELECT nix FROM orders) SELECT k FROM orders", ['UNREAD_COMMON_TABLE "a"']],
    [
      "SELECT COUNT(*) AS n FROM (SELECT ts + INTERVAL '1' SECOND AS t FROM orders) WINDOW TUMBLING(t, 5s)",
      ['UNSUPPORTED_COMPUTED_TIME "t"'],
    ],
  ])("%s", (sql, wanted) => expect(problems(sql)).toEqual(wanted));
});

describe("all other queries inside a query are refused", () => {
  const inside = (inner: string): readonly string[] => problems(`SELECT * FROM (${inner}) x`);

  test.each([
    "SELECT k, COUNT(*) AS n FROM orders GROUP BY k",
    "SELECT COUNT(*) AS n FROM orders",
    "SELECT DISTINCT k FROM orders",
    "SELECT k FROM orders ORDER BY k",
    "SELECT k FROM orders LIMIT 3",
    "SELECT SUM(v) OVER (ORDER BY ts) AS s FROM orders",
    "SELECT k FROM orders EMIT CHANGES",
    "SELECT k FROM orders UNION ALL SELECT k FROM orders",
  ])("%s", (inner) => expect(inside(inner)).toEqual([`UNSUPPORTED_SUBQUERY "(${inner}) x"`]));

  test("and so are those of common tables, and recursive ones", () => {
    expect(problems("WITH a AS (SELECT COUNT(*) AS n FROM orders) SELECT n FROM a")).toEqual([
      'UNSUPPORTED_COMMON_TABLE "a AS (SELECT COUNT(*) AS n FROM orders)"',
    ]);
    expect(problems("WITH RECURSIVE a AS (SELECT k FROM orders) SELECT k FROM a")).toEqual([
      'UNSUPPORTED_COMMON_TABLE "RECURSIVE"',
    ]);
  });

  test("windows of windows are", () => {
    const sql = `SELECT k FROM ${tumble(`(SELECT ts, k FROM ${hop})`)}`;
    expect(problems(sql, { preset: "flink" })).toEqual([`UNSUPPORTED_SUBQUERY "(SELECT ts, k FROM ${hop})"`]);
  });
});

test("what a stream declares holds for queries over queries over it", () => {
  const sql = "SELECT k FROM (SELECT k FROM orders) x";
  expect(plan(sql).watermark.bound).toBe(5_000);
});

describe("what names stand for is copied at each mention", () => {
  const doubling = (levels: number, columns: string): string => {
    const tables = Array.from({ length: levels }, (_, i) => `c${i + 1} AS (SELECT ${columns} FROM c${i})`);
    return `WITH c0 AS (SELECT v AS x FROM orders), ${tables.join(", ")} SELECT x FROM c${levels}`;
  };

  test("up to a bound the query runs", () => {
    expect(problems(doubling(8, "x + x AS x"))).toEqual([]);
  });

  test("a query that would grow beyond it is refused at the mention that is too much", () => {
    expect(problems(doubling(25, "x + x AS x"))).toEqual(['UNSUPPORTED_QUERY_SIZE "x"']);
    expect(problems(doubling(25, "*, *").replace(/x FROM c25$/, "* FROM c25"))).toContain(
      'UNSUPPORTED_QUERY_SIZE "*"',
    );
  });
});
