import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostDiagnostics, parse } from "./parse.ts";
import { deepestNesting } from "./parser.ts";

/** Queries in the spellings of the four engines, with nearly every form of the grammar. */
const queries = [
  "SELECT k, COUNT(*) AS n, SUM(v) AS s, _WINDOW_START AS ws, _WINDOW_END AS we FROM t GROUP BY k WINDOW TUMBLING(ts, 10s) EMIT CHANGES WITH ('watermark.strategy' = 'bounded_out_of_orderness', 'watermark.max_out_of_orderness' = '100ms');",
  "-- @num_partitions: 4\n-- @partitioning_strategy: hash\nSELECT k FROM t WHERE NOT (v > 1) AND (k = 'a') GROUP BY k WINDOW TUMBLING(5s, OFFSET 1s) HAVING (COUNT(*) > 1) OR (SUM(v) > 2) EMIT FINAL;",
  "SELECT window_start, window_end, k, COUNT(DISTINCT v) FILTER (WHERE f) AS x FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '10' SECOND, INTERVAL '-1.22' SECOND)) WHERE v IS NULL OR v < 5 GROUP BY window_start, window_end, k HAVING MAX(v) IS NOT NULL",
  "SELECT TUMBLE_START(ts, INTERVAL '5' SECOND) AS ws, k, COUNT(*) AS n FROM t GROUP BY TUMBLE(ts, INTERVAL '5' SECOND), k",
  "SELECT k, CAST(window_time AS TIMESTAMP(3)) AS wt FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '5' SECOND))",
  "SELECT k, COUNT_DISTINCT(v) AS a, WINDOWSTART AS ws FROM s WINDOW TUMBLING (SIZE 2 SECONDS, GRACE PERIOD 500 MILLISECONDS) WHERE (v >= -5 AND v < 5) GROUP BY k HAVING MAX(v) >= 2 EMIT CHANGES;",
  "SELECT k, window_start AS ws, SUM(x) AS s FROM TUMBLE(t, ts, INTERVAL '10 seconds', INTERVAL '3 seconds') WHERE x > 1 GROUP BY k, window_start, window_end EMIT ON WINDOW CLOSE;",
  "SELECT CASE WHEN a BETWEEN 1 AND 2 THEN 'x' ELSE NULL END, a IN (1, 2), a NOT LIKE 'b%', -a * 1.5e3 FROM t",
  "SELECT HOP_END(ts, INTERVAL '1' SECOND, INTERVAL '2' SECOND) AS we FROM t JOIN u ON t.k = u.k AND u.ts BETWEEN t.ts - INTERVAL '5' SECOND AND t.ts + INTERVAL '5' SECOND",
  "SELECT k, v FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY k ORDER BY v DESC) AS rn FROM t) WHERE rn <= 2",
  "SELECT x.k FROM (SELECT * FROM TABLE(TUMBLE(TABLE l, DESCRIPTOR(ts), INTERVAL '5' SECOND))) x WHERE x.k IN (SELECT y.k FROM u y)",
  "SELECT k, SUM(v) OVER w AS s FROM t WINDOW w AS (ORDER BY ts ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES)",
  "SELECT l.k FROM l FULL OUTER JOIN r WITHIN (1 SECONDS, 2 SECONDS) GRACE PERIOD 1 MINUTES ON l.k = r.k EMIT CHANGES;",
  "SELECT k, AVG(v) OVER (ROWS WINDOW BUFFER 3 ROWS PARTITION BY k EMIT EVERY RECORD EXPIRE AFTER 5m INACTIVITY) AS a FROM t WITH ('event.time.field' = 'ts');",
  "WITH x (a) AS (SELECT DISTINCT k FROM t), y AS (VALUES (1, 'a'), (2, 'b')) SELECT * EXCEPT (b) FROM x UNION ALL (SELECT a FROM y) INTERSECT SELECT a FROM x ORDER BY a DESC NULLS LAST LIMIT 5 OFFSET 2",
  "SELECT /*+ BROADCAST(b) */ a.x PRIMARY KEY FROM db.t /*+ OPTIONS('a' = 'b') */ AS a (x, y) LEFT JOIN u FOR SYSTEM_TIME AS OF a.ts AS b USING (k) GROUP BY GROUPING SETS ((x, y), ROLLUP (x), ()) QUALIFY n = 1",
  "SELECT s.f.g, m['k'], a[1].b, a[2:3], ARRAY[1, 2], MAP['a', 1], ROW(1, 'b'), STRUCT(x := 1), s->f, j -> 'k' ->> 'l', (a, b) = (1, 2), d::DECIMAL(10, 2)[], CAST(x AS STRUCT<a INT, b ARRAY<STRING>>) FROM t",
  "SELECT SUBSTRING(a FROM 1 FOR 2), TRIM(LEADING 'x' FROM a), POSITION('x' IN a), CEIL(ts TO DAY), OVERLAY(a PLACING 'b' FROM 2), EXTRACT(HOUR FROM ts AT TIME ZONE 'UTC'), a ILIKE 'b', a NOT SIMILAR TO 'c', a RLIKE 'd', a ^ 2 % 3 FROM t",
  "SELECT JSON_VALUE(j, '$.x' RETURNING INT DEFAULT 0 ON EMPTY NULL ON ERROR), JSON_OBJECT(KEY 'a' VALUE b ABSENT ON NULL), LISTAGG(a, ',' ORDER BY b) FILTER (WHERE c), PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY v), LAG(v) IGNORE NULLS OVER (w RANGE INTERVAL '1:30' MINUTE TO SECOND PRECEDING), f(x => 1) FROM t",
  "SELECT FIRST_VALUE(ts) OVER (PARTITION BY k ORDER BY ts SESSION WITH GAP INTERVAL '1 day 2 hours') FROM UNNEST(a) WITH ORDINALITY AS x, LATERAL TABLE(f(b)) y, t MATCH_RECOGNIZE (PARTITION BY k) m FETCH FIRST 3 ROWS ONLY",
  "SELECT k FROM SESSION(TABLE t PARTITION BY (a, b), DESCRIPTOR(ts), INTERVAL '3' SECOND), CUMULATE(DATA => TABLE t, TIMECOL => DESCRIPTOR(ts), STEP => 1s, SIZE => 1m), HOP((SELECT k FROM t), ts, 1s, 2s) PARTITION BY k EMIT EVERY 10 ROWS INTO s",
  "SELECT k FROM t WINDOW HOPPING (SIZE 1 MINUTE, ADVANCE BY 10 SECONDS, GRACE PERIOD 0 SECONDS, RETENTION 1 DAY) GROUP BY k",
];

test.each(queries)("is read without a word: %s", (text) => expect(parse(text).diagnostics).toEqual([]));

/** Everything that must hold of any text. */
function checkAnyText(text: string): void {
  const { script, diagnostics, steps } = parse(text);
  for (const { range, code, severity, message, hint } of diagnostics) {
    expect(code).toMatch(/^(SYNTAX|UNSUPPORTED)_[A-Z_]+$/);
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end).toBeGreaterThanOrEqual(range.start);
    expect(range.end).toBeLessThanOrEqual(text.length);
    expect(message).toMatch(/\.$/);
    expect(hint).not.toBeNull();
    expect(severity).not.toBe("info");
  }
  checkRanges(script, { start: 0, end: text.length });
  expect(steps).toBeLessThanOrEqual(20 * text.length + 100);
}

/** Every range in the tree lies in the text. */
function checkRanges(node: object, text: { start: number; end: number }): void {
  for (const part of Object.values(node)) {
    if (typeof part !== "object" || part === null) continue;
    if (!("start" in part && typeof part.start === "number")) checkRanges(part as object, text);
    else if (part.start < text.start || part.end < part.start || part.end > text.end)
      throw new Error(`${part.start}-${part.end} is no range of this text`);
  }
}

const pieces = queries.join(" ").match(/\w+|'[^']*'|[^\s\w]/g)!;
const query = fc.constantFrom(...queries);

/** A query with a few pieces of the text replaced, removed or put in. */
const mutated = fc
  .tuple(
    query,
    fc.array(
      fc.tuple(fc.nat(), fc.nat(8), fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 }))),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((changed, [where, removed, put]) => {
      const at = where % (changed.length + 1);
      return changed.slice(0, at) + put + changed.slice(at + removed);
    }, text),
  );

describe("any text is parsed: no exception, no endless loop, ranges inside the text", () => {
  test("arbitrary text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), checkAnyText), { numRuns: 1_000 });
  });

  test("a heap of the language's own pieces", () => {
    const heap = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join(" "));
    fc.assert(fc.property(heap, checkAnyText), { numRuns: 1_500 });
  });

  test("mutated queries", () => {
    fc.assert(fc.property(mutated, checkAnyText), { numRuns: 2_000 });
  });

  test("queries cut off anywhere", () => {
    for (const text of queries) for (let end = 0; end < text.length; end++) checkAnyText(text.slice(0, end));
  });

  test("white space and letter case change no meaning", () => {
    const spread = (text: string): string => (text.startsWith("--") ? text : text.replaceAll(" ", " \n\t"));
    for (const text of queries) expect(parse(spread(text)).diagnostics).toEqual([]);
  });
});

describe("depth", () => {
  const nested = (levels: number): string => `SELECT ${"(".repeat(levels)}a${")".repeat(levels)} FROM t`;

  test(`${deepestNesting} levels are the limit`, () => {
    expect(parse(nested(deepestNesting - 1)).diagnostics).toEqual([]);
    expect(parse(nested(deepestNesting + 1)).diagnostics.map(({ code }) => code)).toContain(
      "SYNTAX_TOO_DEEP",
    );
  });

  test.each([
    ["parentheses", "SELECT " + "(".repeat(100_000)],
    ["NOT", `SELECT ${"NOT ".repeat(100_000)}a FROM t`],
    ["signs", `SELECT ${"- ".repeat(100_000)}a FROM t`],
    ["calls", "SELECT " + "f(".repeat(100_000)],
    ["CASE", "SELECT " + "CASE WHEN ".repeat(100_000)],
    ["subqueries", "SELECT a FROM " + "(SELECT a FROM ".repeat(100_000)],
    ["queries in parentheses", "(".repeat(100_000) + "SELECT a FROM t"],
    ["types", "SELECT CAST(a AS " + "ARRAY<".repeat(100_000)],
    ["a chain of operators", `SELECT a FROM t WHERE ${"a = 1 OR ".repeat(100_000)}b`],
    ["a chain of casts", `SELECT a${"::INT".repeat(100_000)} FROM t`],
    ["a chain of fields", `SELECT a${"->b".repeat(100_000)} FROM t`],
    ["a chain of elements", `SELECT a${"[1]".repeat(100_000)} FROM t`],
    ["items in parentheses", "SELECT a FROM " + "(t JOIN ".repeat(100_000)],
    ["grouping sets", "SELECT a FROM t GROUP BY " + "GROUPING SETS (".repeat(100_000)],
    ["a chain of unions", "SELECT a FROM t UNION ".repeat(100_000)],
    ["a chain of joins", `SELECT a FROM t ${"CROSS JOIN t ".repeat(100_000)}`],
    ["a chain of powers", `SELECT a ${"^ b".repeat(100_000)} FROM t`],
    ["a chain of predicates", `SELECT a${" IS NULL".repeat(100_000)} FROM t`],
  ])("100,000 %s: a diagnostic, no stack overflow", (_, text) => {
    const { diagnostics, script } = parse(text);
    expect(diagnostics.some(({ code }) => code === "SYNTAX_TOO_DEEP")).toBe(true);
    expect(() =>
      JSON.stringify(script, (_key, value: unknown) => (typeof value === "bigint" ? "" : value)),
    ).not.toThrow();
  });

  test("350 conditions in a row are no problem", () => {
    expect(parse(`SELECT a FROM t WHERE ${"a = 1 OR ".repeat(350)}b`).diagnostics).toEqual([]);
  });
});

describe("work is linear in the length of the text", () => {
  const million = (piece: string): string => piece.repeat(Math.ceil(1_000_000 / piece.length));

  test.each([
    ["a select list", `SELECT ${million("a, ")}b FROM t`],
    ["a list of values", `SELECT a IN (${million("1,")}2) FROM t`],
    ["a string", `SELECT '${million("x''")}' FROM t`],
    ["statements", million("SELECT a FROM t;")],
    ["semicolons", million(";")],
    ["annotations", million("-- @a: b\n")],
    ["unclosed quotes", million("'\n`\"x ")],
    ["unclosed comments", million("/*")],
    ["stray characters", million("@ a ")],
    ["parentheses", million("(")],
    ["closing parentheses", million(")")],
    ["clauses", `SELECT a FROM t ${million("WHERE a ")}`],
    ["joins", `SELECT a FROM t ${million("JOIN t ")}`],
    ["unions", million("SELECT a FROM t UNION ")],
    ["properties", `SELECT a FROM t WITH (${million("'a' = 'b', ")}'c' = 'd')`],
    ["windows", `SELECT a FROM t ${million("WINDOW TUMBLING(5m) ")}`],
    ["hints", `SELECT a FROM t ${million("/*+ A(b) */ ")}`],
    ["unclosed hints", million("/*+")],
    ["names in a hint", `SELECT a FROM t /*+ ${million("A ")}*/`],
    ["elements", `SELECT a${million("[1]")} FROM t`],
    ["unclosed elements", `SELECT ${million("a[")}`],
    ["items in parentheses", `SELECT a FROM ${million("(")}`],
    ["session keys", `SELECT a FROM SESSION(TABLE t PARTITION BY ${million("a, ")}, DESCRIPTOR(ts), 5s)`],
    ["grouping sets", `SELECT a FROM t GROUP BY ${million("GROUPING SETS (")}`],
    ["types", `SELECT CAST(a AS ${million("ARRAY<")}`],
    ["JSON options", `SELECT JSON_VALUE(a, b ${million("NULL ON EMPTY ")}) FROM t`],
  ])("1 MB of %s", (_, text) => {
    const { steps, diagnostics } = parse(text);
    expect(steps).toBeLessThanOrEqual(16 * text.length);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.length).toBeLessThanOrEqual(mostDiagnostics);
  });

  test("twice the text is twice the work", () => {
    const query1 = `SELECT ${"a + f(b) AS c, ".repeat(500)}d FROM t`;
    const query2 = `SELECT ${"a + f(b) AS c, ".repeat(1_000)}d FROM t`;
    expect(parse(query2).steps / parse(query1).steps).toBeLessThan(2.01);
  });
});

test("warnings never crowd out an error", () => {
  const { diagnostics } = parse(`SELECT a FROM t\n${"-- @late: x\n".repeat(500)}WHERE`);
  expect(diagnostics.filter(({ severity }) => severity === "warning")).toHaveLength(mostDiagnostics);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toHaveLength(1);
});

test("diagnostics come in the order of the text", () => {
  const { diagnostics } = parse("SELECT 5x, # FROM t WHERE ORDER BY 'open");
  const starts = diagnostics.map(({ range }) => range.start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(starts.length).toBeGreaterThan(3);
});
