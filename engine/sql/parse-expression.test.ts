import { describe, expect, test } from "vitest";
import { expressionOf, shown } from "../testing/sql-tree.ts";
import { parse } from "./parse.ts";

function codes(text: string): string[] {
  return parse(`SELECT ${text} FROM t`).diagnostics.map(({ code }) => code);
}

describe("literals", () => {
  test.each([
    ["9223372036854775807", "9223372036854775807"],
    ["123456789012345678901234567890", "123456789012345678901234567890"],
    ["0.10", "0.10"],
    ["1.5e3", "1500f"],
    ["'it''s'", "'it's'"],
    ["TRUE", "true"],
    ["null", "null"],
    ["INTERVAL '5' SECOND", "5000ms"],
    ["INTERVAL '-1.22' SECOND", "-1220ms"],
    ["INTERVAL - '2' MINUTE", "-120000ms"],
    ["INTERVAL '10 minutes'", "600000ms"],
    ["INTERVAL '100' SECOND(3)", "100000ms"],
    ["INTERVAL 5 MINUTES", "300000ms"],
    ["INTERVAL '1 day 2 hours'", "93600000ms"],
    ["INTERVAL '1:30' MINUTE TO SECOND", "90000ms"],
    ["INTERVAL '1 02:03:04' DAY TO SECOND", "93784000ms"],
    ["INTERVAL '-1 02' DAY(3) TO HOUR", "-93600000ms"],
    ["TIMESTAMP '2024-01-01 00:00:00'", "(TIMESTAMP '2024-01-01 00:00:00')"],
    ["DATE '2024-01-01'", "(DATE '2024-01-01')"],
  ])("%s", (text, tree) => {
    expect(shown(expressionOf(text))).toBe(tree);
    expect(codes(text)).toEqual([]);
  });

  test("decimal text is kept to the last zero, whole numbers are exact", () => {
    expect(expressionOf("1.2300")).toMatchObject({ kind: "decimal", text: "1.2300" });
    expect(expressionOf("9007199254740993")).toMatchObject({ kind: "integer", value: 9007199254740993n });
  });

  test("INTERVAL, TIMESTAMP and DATE without a value are names", () => {
    for (const name of ["interval", "timestamp", "date"])
      expect(expressionOf(name)).toMatchObject({ kind: "column" });
    expect(shown(expressionOf("interval + 1"))).toBe("(+ interval 1)");
  });
});

describe("precedence, loose to tight: OR, AND, NOT, comparison, || & |, + -, * / %, ^, sign, ::", () => {
  test.each([
    ["a OR b AND c", "(OR a (AND b c))"],
    ["a AND b OR c", "(OR (AND a b) c)"],
    ["NOT a = 5", "(NOT (= a 5))"],
    ["NOT a = 5 AND b", "(AND (NOT (= a 5)) b)"],
    ["NOT NOT a", "(NOT (NOT a))"],
    ["a = NOT b", "(= a (NOT b))"],
    ["a = 1 OR NOT b = 2", "(OR (= a 1) (NOT (= b 2)))"],
    ["a + b < c || d", "(< (+ a b) (|| c d))"],
    ["a || b + c", "(|| a (+ b c))"],
    ["a + b * c", "(+ a (* b c))"],
    ["a * b + c", "(+ (* a b) c)"],
    ["a - b - c", "(- (- a b) c)"],
    ["a / b % c", "(% (/ a b) c)"],
    ["-a * b", "(* (- a) b)"],
    ["a & b | c", "(| (& a b) c)"],
    ["a ^ b ^ c", "(POWER (POWER a b) c)"],
    ["a * b ^ c + d", "(+ (* a (POWER b c)) d)"],
    ["-a ^ -b", "(POWER (- a) (- b))"],
    ["a ^ NOT b", "(POWER a (NOT b))"],
    ["a * -b", "(* a (- b))"],
    ["- - 1.5", "(- (- 1.5))"],
    ["+a", "(+ a)"],
    ["-1", "(- 1)"],
    ["-a::INT", "(- (cast a INT))"],
    ["(a + b) * c", "(* (+ a b) c)"],
    ["a <> b", "(<> a b)"],
    ["a != b", "(<> a b)"],
    ["a == b", "(= a b)"],
    ["a >= b = c", "(= (>= a b) c)"],
  ])("%s", (text, tree) => {
    expect(shown(expressionOf(text))).toBe(tree);
    expect(codes(text)).toEqual([]);
  });
});

describe("predicates", () => {
  test.each([
    ["a IS NULL", "(null a)"],
    ["a IS NOT NULL", "(not-null a)"],
    ["a + 1 IS NULL AND b", "(AND (null (+ a 1)) b)"],
    ["a IS TRUE", "(true a)"],
    ["a IS NOT UNKNOWN", "(not-null a)"],
    ["a IS DISTINCT FROM b + 1", "(distinct a (+ b 1))"],
    ["a IS NOT DISTINCT FROM NULL", "(not-distinct a null)"],
    ["a BETWEEN 1 AND 2 AND b", "(AND (between a 1 2) b)"],
    ["a NOT BETWEEN b - 1 AND b + 1", "(not-between a (- b 1) (+ b 1))"],
    ["a IN (1, 2, 'x')", "(in a 1 2 'x')"],
    ["a NOT IN (1)", "(not-in a 1)"],
    ["a LIKE 'x%'", "(like a 'x%')"],
    ["a NOT LIKE 'x!%' ESCAPE '!'", "(not-like a 'x!%' '!')"],
    ["NOT a IN (1)", "(NOT (in a 1))"],
    ["a ILIKE 'x' || b", "(ilike a (|| 'x' b))"],
    ["a NOT ILIKE 'x' ESCAPE '!'", "(not-ilike a 'x' '!')"],
    ["a NOT SIMILAR TO 'x'", "(not-similar to a 'x')"],
    ["a RLIKE 'x'", "(REGEXP a 'x')"],
    ["a NOT REGEXP 'x'", "(NOT (REGEXP a 'x'))"],
    ["a ~ 'x' AND b", "(AND (REGEXP a 'x') b)"],
    ["a IS JSON", "(IS JSON a 'VALUE')"],
    ["a IS NOT JSON OBJECT", "(NOT (IS JSON a 'OBJECT'))"],
    ["a IN (SELECT b FROM u)", "(in a query)"],
    ["EXISTS (SELECT b FROM u)", "exists"],
    ["NOT EXISTS (SELECT b FROM u)", "(NOT exists)"],
    ["a = ANY (SELECT b FROM u)", "(= a any)"],
    ["a = SOME (SELECT b FROM u)", "(= a any)"],
    ["a = ANY (b)", "(= a (ANY b))"],
    ["a BETWEEN SYMMETRIC 2 AND 1 + 1", "(between-symmetric a 2 (+ 1 1))"],
    ["a NOT BETWEEN SYMMETRIC 2 AND 1", "(not-between-symmetric a 2 1)"],
    ["a BETWEEN ASYMMETRIC 1 AND 2", "(between a 1 2)"],
    ["a > ALL (SELECT b FROM u)", "(> a all)"],
    ["(SELECT b FROM u) + 1", "(+ query 1)"],
    ["(a, b) IN ((1, 2), (3, 4))", "(in (row a b) (row 1 2) (row 3 4))"],
  ])("%s", (text, tree) => {
    expect(shown(expressionOf(text))).toBe(tree);
    expect(codes(text)).toEqual([]);
  });

  test("IS NOT UNKNOWN is no IS NOT NULL in the tree", () => {
    expect(expressionOf("a IS NOT UNKNOWN")).toMatchObject({ kind: "is-truth", truth: null, negated: true });
  });
});

describe("calls, CASE, CAST", () => {
  test.each([
    ["COUNT(*)", "(COUNT *)"],
    ["COUNT(DISTINCT v) FILTER (WHERE f AND v > 1)", "(COUNT distinct v filter (AND f (> v 1)))"],
    ["COUNT(ALL v)", "(COUNT v)"],
    ["f()", "(f)"],
    ["f(a, g(b, 1), -c)", "(f a (g b 1) (- c))"],
    ["LEFT(a, 2)", "(LEFT a 2)"],
    ["CURRENT_TIMESTAMP", "(CURRENT_TIMESTAMP)"],
    ["TUMBLE(ts, INTERVAL '5' SECOND)", "(TUMBLE ts 5000ms)"],
    ["CASE WHEN a THEN 1 WHEN b THEN 2 ELSE 3 END", "(case _ a 1 b 2 3)"],
    ["CASE a WHEN 1 THEN 'x' END", "(case a 1 'x' _)"],
    ["CAST(a AS DECIMAL(10, 2))", "(cast a DECIMAL<10,2>)"],
    ["TRY_CAST(a AS DOUBLE PRECISION)", "(try-cast a DOUBLE PRECISION)"],
    ["CAST(a AS TIMESTAMP(3) WITH LOCAL TIME ZONE)", "(cast a TIMESTAMP WITH LOCAL TIME ZONE<3>)"],
    ["CAST(a AS ARRAY<MAP<STRING, INT>>)", "(cast a ARRAY<MAP<STRING,INT>>)"],
    ["a::BIGINT::STRING", "(cast (cast a BIGINT) STRING)"],
    ["EXTRACT(hour FROM ts)", "(extract HOUR ts)"],
    ["EXTRACT('hour' FROM ts)", "(extract HOUR ts)"],
  ])("%s", (text, tree) => {
    expect(shown(expressionOf(text))).toBe(tree);
    expect(codes(text)).toEqual([]);
  });
});

describe("names", () => {
  test.each([
    ["a", "a"],
    ["t.a", "t.a"],
    ['"Order"."a b"', "Order.a b"],
    ["`from`", "from"],
    ["_WINDOW_START", "_WINDOW_START"],
    ["größe", "größe"],
    ["size + offset", "(+ size offset)"],
    ["rows", "rows"],
  ])("%s", (text, tree) => {
    expect(shown(expressionOf(text))).toBe(tree);
    expect(codes(text)).toEqual([]);
  });

  test("quoted or not is remembered", () => {
    expect(expressionOf('"a"')).toMatchObject({ name: { text: "a", quoted: true } });
    expect(expressionOf("a")).toMatchObject({ name: { text: "a", quoted: false } });
  });
});

test("ranges are exact; those of expressions in parentheses hold the parentheses", () => {
  const text = "SELECT (a + b) * f(c) FROM t";
  const product = expressionOf("(a + b) * f(c)");
  if (product.kind !== "binary") throw new Error("no product");
  const at = ({ range }: { range: { start: number; end: number } }): string =>
    text.slice(range.start, range.end);
  expect([at(product), at(product.left), at(product.right)]).toEqual(["(a + b) * f(c)", "(a + b)", "f(c)"]);
  expect(text.slice(product.operatorRange.start, product.operatorRange.end)).toBe("*");
});

test("a unit without a fixed length is refused where it is written", () => {
  for (const text of ["ts - INTERVAL '1' MONTH", "INTERVAL '1-2' YEAR TO MONTH", "CAST(a AS INTERVAL YEAR)"])
    expect(codes(text)).toEqual(["UNSUPPORTED_CALENDAR_UNIT"]);
});

describe("intervals of several fields", () => {
  test.each([
    "INTERVAL '1' MINUTE TO SECOND",
    "INTERVAL '1:60' MINUTE TO SECOND",
    "INTERVAL '1:02:03' MINUTE TO SECOND",
    "INTERVAL '1:02' DAY TO HOUR",
    "INTERVAL '1 24' DAY TO HOUR",
    "INTERVAL '1 02:03.5' DAY TO MINUTE",
    "INTERVAL '1:02:03.1234' HOUR TO SECOND",
    "INTERVAL '1:02' SECOND TO MINUTE",
    "INTERVAL '1:02' TO MINUTE",
  ])("wrong: %s", (text) => {
    expect(codes(text)).toEqual(["SYNTAX_DURATION"]);
  });

  test("the message shows how they are written", () => {
    expect(parse("SELECT INTERVAL '5' DAY TO MINUTE FROM t").diagnostics[0]!.message).toBe(
      "An interval of DAY TO MINUTE is written like '1 02:03'.",
    );
  });
});
