import { describe, expect, test } from "vitest";
import type { Expression } from "./expression-ast.ts";
import { parse } from "./parse.ts";

/** The first item of `SELECT text FROM t`. */
function expression(text: string): Expression {
  const [statement] = parse(`SELECT ${text} FROM t`).script.statements;
  if (statement?.kind !== "query" || statement.query.kind !== "select") throw new Error("no query");
  const [item] = statement.query.items;
  if (item?.kind !== "expression") throw new Error("no expression");
  return item.expression;
}

/** The tree as nested lists. */
function shown(node: Expression): string {
  const list = (...parts: readonly (string | Expression | null)[]): string =>
    `(${parts.map((part) => (part === null ? "_" : typeof part === "string" ? part : shown(part))).join(" ")})`;
  const not = (negated: boolean): string => (negated ? "not-" : "");
  switch (node.kind) {
    case "integer":
      return String(node.value);
    case "decimal":
      return node.text;
    case "float":
      return `${node.value}f`;
    case "string":
      return `'${node.value}'`;
    case "boolean":
      return node.value ? "true" : "false";
    case "null":
      return "null";
    case "interval":
      return `${node.ms}ms`;
    case "time":
      return list(node.type, `'${node.text}'`);
    case "column":
      return node.qualifier === null ? node.name.text : `${node.qualifier.text}.${node.name.text}`;
    case "unary":
      return list(node.operator, node.operand);
    case "binary":
      return list(node.operator, node.left, node.right);
    case "is-null":
      return list(`${not(node.negated)}null`, node.operand);
    case "is-truth":
      return list(`${not(node.negated)}${node.truth}`, node.operand);
    case "is-distinct":
      return list(`${not(node.negated)}distinct`, node.left, node.right);
    case "between":
      return list(`${not(node.negated)}between`, node.operand, node.low, node.high);
    case "in":
      return list(`${not(node.negated)}in`, node.operand, ...node.list);
    case "like":
      return list(
        `${not(node.negated)}like`,
        node.operand,
        node.pattern,
        ...(node.escape ? [node.escape] : []),
      );
    case "case":
      return list("case", node.operand, ...node.branches.flatMap((b) => [b.when, b.result]), node.otherwise);
    case "cast":
      return list(node.lenient ? "try-cast" : "cast", node.operand, typeText(node.type));
    case "extract":
      return list("extract", node.part, node.operand);
    case "call":
      return list(
        node.name.text,
        ...(node.distinct ? ["distinct"] : []),
        ...(node.star ? ["*"] : []),
        ...node.arguments,
        ...node.orderBy.map((item) => item.expression),
        ...(node.filter ? ["filter", node.filter] : []),
      );
    case "array":
      return list("array", ...node.elements);
    case "map":
      return list("map", ...node.entries.flatMap(({ key, value }) => [key, value]));
    case "row":
      return list("row", ...node.fields.flatMap(({ name, value }) => [...(name ? [name.text] : []), value]));
    case "field":
      return list("field", node.operand, node.name.text);
    case "element":
      return list("element", node.operand, node.index);
    case "subquery":
      return node.exists ? "exists" : "query";
    case "missing":
      return "?";
  }
}

function typeText({ name, parameters, elements }: Extract<Expression, { kind: "cast" }>["type"]): string {
  const inner = [...parameters.map(String), ...elements.map(typeText)];
  return inner.length === 0 ? name : `${name}<${inner.join(",")}>`;
}

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
    ["TIMESTAMP '2024-01-01 00:00:00'", "(TIMESTAMP '2024-01-01 00:00:00')"],
    ["DATE '2024-01-01'", "(DATE '2024-01-01')"],
  ])("%s", (text, tree) => {
    expect(shown(expression(text))).toBe(tree);
    expect(codes(text)).toEqual([]);
  });

  test("decimal text is kept to the last zero, whole numbers are exact", () => {
    expect(expression("1.2300")).toMatchObject({ kind: "decimal", text: "1.2300" });
    expect(expression("9007199254740993")).toMatchObject({ kind: "integer", value: 9007199254740993n });
  });

  test("INTERVAL, TIMESTAMP and DATE without a value are names", () => {
    for (const name of ["interval", "timestamp", "date"])
      expect(expression(name)).toMatchObject({ kind: "column" });
    expect(shown(expression("interval + 1"))).toBe("(+ interval 1)");
  });
});

describe("precedence, loose to tight: OR, AND, NOT, comparison, ||, + -, * / %, sign, ::", () => {
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
    expect(shown(expression(text))).toBe(tree);
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
  ])("%s", (text, tree) => {
    expect(shown(expression(text))).toBe(tree);
    expect(codes(text)).toEqual([]);
  });

  test("IS NOT UNKNOWN is no IS NOT NULL in the tree", () => {
    expect(expression("a IS NOT UNKNOWN")).toMatchObject({ kind: "is-truth", truth: null, negated: true });
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
    ["TIMESTAMPDIFF(SECOND, a, b)", "(TIMESTAMPDIFF SECOND a b)"],
    ["CASE WHEN a THEN 1 WHEN b THEN 2 ELSE 3 END", "(case _ a 1 b 2 3)"],
    ["CASE a WHEN 1 THEN 'x' END", "(case a 1 'x' _)"],
    ["CAST(a AS DECIMAL(10, 2))", "(cast a DECIMAL<10,2>)"],
    ["TRY_CAST(a AS DOUBLE PRECISION)", "(try-cast a DOUBLE PRECISION)"],
    ["CAST(a AS TIMESTAMP(3) WITH LOCAL TIME ZONE)", "(cast a TIMESTAMP WITH LOCAL TIME ZONE<3>)"],
    ["CAST(a AS ARRAY<MAP<STRING, INT>>)", "(cast a ARRAY<MAP<STRING,INT>>)"],
    ["a::BIGINT::STRING", "(cast (cast a BIGINT) STRING)"],
    ["EXTRACT(hour FROM ts)", "(extract HOUR ts)"],
  ])("%s", (text, tree) => {
    expect(shown(expression(text))).toBe(tree);
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
    expect(shown(expression(text))).toBe(tree);
    expect(codes(text)).toEqual([]);
  });

  test("quoted or not is remembered", () => {
    expect(expression('"a"')).toMatchObject({ name: { text: "a", quoted: true } });
    expect(expression("a")).toMatchObject({ name: { text: "a", quoted: false } });
  });
});

test("ranges are exact; those of expressions in parentheses hold the parentheses", () => {
  const text = "SELECT (a + b) * f(c) FROM t";
  const product = expression("(a + b) * f(c)");
  if (product.kind !== "binary") throw new Error("no product");
  const at = ({ range }: { range: { start: number; end: number } }): string =>
    text.slice(range.start, range.end);
  expect([at(product), at(product.left), at(product.right)]).toEqual(["(a + b) * f(c)", "(a + b)", "f(c)"]);
  expect(text.slice(product.operatorRange.start, product.operatorRange.end)).toBe("*");
});

describe("recognised and refused", () => {
  test.each([
    ["(SELECT 1 FROM u)", ["UNSUPPORTED_SUBQUERY"]],
    ["a IN (SELECT b FROM u)", ["UNSUPPORTED_SUBQUERY"]],
    ["EXISTS (SELECT b FROM u)", ["UNSUPPORTED_SUBQUERY"]],
    ["NOT EXISTS (SELECT b FROM u)", ["UNSUPPORTED_SUBQUERY"]],
    ["a = ANY(SELECT b FROM u)", ["UNSUPPORTED_SUBQUERY"]],
    ["(a, b) = (1, 2)", ["UNSUPPORTED_CONSTRUCTOR", "UNSUPPORTED_CONSTRUCTOR"]],
    ["ARRAY[1, 2]", ["UNSUPPORTED_CONSTRUCTOR"]],
    ["MAP('a' , 1)", ["UNSUPPORTED_CONSTRUCTOR"]],
    ["a[1]", ["UNSUPPORTED_FIELD_ACCESS"]],
    ["a->b", ["UNSUPPORTED_FIELD_ACCESS"]],
    ["a.b.c", ["UNSUPPORTED_FIELD_ACCESS"]],
    ["a ILIKE 'x'", ["UNSUPPORTED_OPERATOR"]],
    ["a NOT SIMILAR TO 'x'", ["UNSUPPORTED_OPERATOR"]],
    ["ts AT TIME ZONE 'UTC'", ["UNSUPPORTED_OPERATOR"]],
    ["SUBSTRING(a FROM 1 FOR 2)", ["UNSUPPORTED_ARGUMENT_FORM"]],
    ["TRIM(BOTH ' ' FROM a)", ["UNSUPPORTED_ARGUMENT_FORM"]],
    ["POSITION('x' IN a)", ["UNSUPPORTED_ARGUMENT_FORM"]],
    ["JSON_VALUE(a, '$.x' RETURNING INT DEFAULT 0 ON EMPTY)", ["UNSUPPORTED_ARGUMENT_FORM"]],
    ["LISTAGG(a ORDER BY b)", ["UNSUPPORTED_ARGUMENT_FORM"]],
    ["FIRST_VALUE(a) IGNORE NULLS", ["UNSUPPORTED_ARGUMENT_FORM"]],
    ["PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY a)", ["UNSUPPORTED_ARGUMENT_FORM"]],
    ["f(a => 1)", ["UNSUPPORTED_ARGUMENT_FORM"]],
    ["ts - INTERVAL '1' MONTH", ["UNSUPPORTED_CALENDAR_UNIT"]],
    ["INTERVAL '1:30' MINUTE TO SECOND", ["UNSUPPORTED_INTERVAL_FIELDS"]],
    ["SUM(v) OVER w", ["UNSUPPORTED_OVER"]],
    [
      "SUM(v) OVER (PARTITION BY k ORDER BY ts DESC NULLS LAST ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)",
      ["UNSUPPORTED_OVER"],
    ],
    [
      "SUM(v) OVER (ORDER BY ts RANGE BETWEEN INTERVAL '5' SECOND PRECEDING AND CURRENT ROW)",
      ["UNSUPPORTED_OVER"],
    ],
    [
      "AVG(v) OVER (ROWS WINDOW BUFFER 10 ROWS PARTITION BY k ORDER BY ts EMIT ON BUFFER FULL EXPIRE AFTER INTERVAL '5' MINUTE INACTIVITY)",
      ["UNSUPPORTED_OVER"],
    ],
    ["AVG(v) OVER (ROWS WINDOW BUFFER 10 ROWS EMIT EVERY RECORD EXPIRE AFTER NEVER)", ["UNSUPPORTED_OVER"]],
  ])("%s", (text, expected) => expect(codes(text)).toEqual(expected));

  test("what OVER holds is in the tree", () => {
    const call = expression(
      "AVG(v) OVER (ROWS WINDOW BUFFER 10 ROWS PARTITION BY k ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND 1 FOLLOWING EXPIRE AFTER 5m INACTIVITY)",
    );
    expect(call).toMatchObject({
      over: {
        window: {
          bufferRows: 10n,
          partitionBy: [{ kind: "column" }],
          orderBy: [{ descending: false, nulls: null }],
          frame: {
            unit: "rows",
            start: { kind: "unbounded-preceding", amount: null },
            end: { kind: "following", amount: { value: 1n } },
          },
          expireAfter: { ms: 300_000 },
        },
      },
    });
  });
});
