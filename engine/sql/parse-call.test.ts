import { describe, expect, test } from "vitest";
import { expressionOf, shown, syntaxProblems } from "../testing/sql-tree.ts";

function problems(text: string): readonly string[] {
  return syntaxProblems(`SELECT ${text} FROM t`);
}

describe("a form with words between its arguments is the plain call that it means", () => {
  test.each([
    ["SUBSTRING(a FROM 2 FOR 3)", "(SUBSTRING a 2 3)"],
    ["SUBSTRING(a FROM b + 1)", "(SUBSTRING a (+ b 1))"],
    ["SUBSTRING(a FOR 3)", "(SUBSTRING a 1 3)"],
    ["SUBSTRING(a, 2, 3)", "(SUBSTRING a 2 3)"],
    ["TRIM(a)", "(TRIM a)"],
    ["TRIM(a, 'x')", "(TRIM a 'x')"],
    ["TRIM(BOTH 'x' FROM a)", "(TRIM a 'x')"],
    ["TRIM(LEADING 'x' FROM a)", "(LTRIM a 'x')"],
    ["TRIM(TRAILING b || 'x' FROM a)", "(RTRIM a (|| b 'x'))"],
    ["TRIM(BOTH FROM a)", "(TRIM a)"],
    ["TRIM('x' FROM a)", "(TRIM a 'x')"],
    ["TRIM(leading)", "(TRIM leading)"],
    ["TRIM(both || a)", "(TRIM (|| both a))"],
    ["POSITION('x' IN a)", "(POSITION 'x' a)"],
    ["POSITION('x', a, 2)", "(POSITION 'x' a 2)"],
    ["OVERLAY(a PLACING 'x' FROM 2 FOR 3)", "(OVERLAY a 'x' 2 3)"],
    ["OVERLAY(a, 'x', 2)", "(OVERLAY a 'x' 2)"],
    ["CEIL(ts TO DAY)", "(CEIL ts 'DAY')"],
    ["FLOOR(ts TO hour)", "(FLOOR ts 'HOUR')"],
    ["FLOOR(a / b)", "(FLOOR (/ a b))"],
    ["TIMESTAMPDIFF(SECOND, a, b)", "(TIMESTAMPDIFF 'SECOND' a b)"],
    ["TIMESTAMPADD(day, 1, a)", "(TIMESTAMPADD 'DAY' 1 a)"],
    ["DATEDIFF(days, a, b)", "(DATEDIFF 'DAYS' a b)"],
    ["DATEDIFF(day, b)", "(DATEDIFF day b)"],
    ["ts AT TIME ZONE 'UTC'", "(AT TIME ZONE ts 'UTC')"],
    ["x + ts AT TIME ZONE 'UTC'", "(+ x (AT TIME ZONE ts 'UTC'))"],
  ])("%s", (text, tree) => {
    expect(shown(expressionOf(text))).toBe(tree);
    expect(problems(text)).toEqual([]);
  });

  test("the name keeps its place in the text", () => {
    const text = "SELECT TRIM(LEADING 'x' FROM a) FROM t";
    const call = expressionOf("TRIM(LEADING 'x' FROM a)");
    if (call.kind !== "call") throw new Error("no call");
    expect(text.slice(call.name.range.start, call.name.range.end)).toBe("TRIM");
  });

  test.each([
    ["SUBSTRING(a FROM)", "SYNTAX_EXPRESSION «FROM»"],
    ["TRIM(LEADING 'x', a)", "SYNTAX_EXPECTED «,»"],
    ["OVERLAY(a PLACING 'x')", "SYNTAX_EXPECTED «)»"],
    ["CEIL(ts TO 5)", "SYNTAX_EXPECTED «5»"],
    ["POSITION('x' a)", "SYNTAX_UNEXPECTED «a»"],
  ])("wrong: %s", (text, problem) => expect(problems(text)[0]).toBe(problem));
});

describe("what may stand in and behind a call", () => {
  test.each([
    ["LISTAGG(a, ',' ORDER BY b DESC, c)", "(LISTAGG a ',' (order b desc c))"],
    [
      "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY a DESC NULLS LAST)",
      "(PERCENTILE_CONT 0.5 (order a desc nulls-last))",
    ],
    ["LISTAGG(a) WITHIN GROUP (ORDER BY b) FILTER (WHERE c)", "(LISTAGG a (order b) filter c)"],
    ["FIRST_VALUE(a) IGNORE NULLS", "(FIRST_VALUE a ignore-nulls)"],
    ["FIRST_VALUE(a IGNORE NULLS)", "(FIRST_VALUE a ignore-nulls)"],
    ["LAG(a, 1) RESPECT NULLS OVER w", "(LAG a 1 respect-nulls over w)"],
    ["f(a => 1, b => g(c))", "(f a=> 1 b=> (g c))"],
    ["f(a, b => 2)", "(f a b=> 2)"],
    ["COUNT(DISTINCT a, b)", "(COUNT distinct a b)"],
    ["ARRAY(SELECT a FROM u)", "(ARRAY query)"],
    ["f(SELECT a FROM u)", "(f query)"],
  ])("%s", (text, tree) => {
    expect(shown(expressionOf(text))).toBe(tree);
    expect(problems(text)).toEqual([]);
  });

  test.each([
    ["PERCENTILE_CONT(0.5) WITHIN GROUP (a)", "SYNTAX_EXPECTED «a»"],
    ["LISTAGG(a ORDER b)", "SYNTAX_UNCLOSED_PARENTHESIS «(»"],
    ["f(a b)", "SYNTAX_UNEXPECTED «b»"],
  ])("wrong: %s", (text, problem) => expect(problems(text)).toContain(problem));
});

describe("JSON functions", () => {
  test.each([
    ["JSON_VALUE(j, '$.x')", "(JSON_VALUE j '$.x')"],
    [
      "JSON_VALUE(j, '$.x' RETURNING INT DEFAULT 0 ON EMPTY NULL ON ERROR)",
      "(JSON_VALUE j '$.x' returning INT on-empty-default 0 on-error-null)",
    ],
    ["JSON_VALUE(j, '$.x' ERROR ON ERROR)", "(JSON_VALUE j '$.x' on-error-error)"],
    ["JSON_EXISTS(j, 'strict $.x' UNKNOWN ON ERROR)", "(JSON_EXISTS j 'strict $.x' on-error-unknown)"],
    [
      "JSON_QUERY(j, '$.x' WITH CONDITIONAL ARRAY WRAPPER EMPTY ARRAY ON EMPTY EMPTY OBJECT ON ERROR)",
      "(JSON_QUERY j '$.x' conditional-wrapper on-empty-empty-array on-error-empty-object)",
    ],
    ["JSON_QUERY(j, '$.x' WITHOUT WRAPPER)", "(JSON_QUERY j '$.x' without-wrapper)"],
    ["JSON_OBJECT(KEY 'a' VALUE b, 'c' VALUE d ABSENT ON NULL)", "(JSON_OBJECT 'a' b 'c' d on-null-absent)"],
    ["JSON_OBJECT('a', b)", "(JSON_OBJECT 'a' b)"],
    ["JSON_OBJECT(key VALUE 1)", "(JSON_OBJECT key 1)"],
    ["JSON_OBJECT()", "(JSON_OBJECT)"],
    ["JSON_ARRAY(a, NULL NULL ON NULL)", "(JSON_ARRAY a null on-null-null)"],
    ["JSON_ARRAYAGG(a ORDER BY b ABSENT ON NULL)", "(JSON_ARRAYAGG a (order b) on-null-absent)"],
    ["JSON_OBJECTAGG(KEY k VALUE v)", "(JSON_OBJECTAGG k v)"],
  ])("%s", (text, tree) => {
    expect(shown(expressionOf(text))).toBe(tree);
    expect(problems(text)).toEqual([]);
  });

  test("half an option is an error", () => {
    expect(problems("JSON_VALUE(j, '$.x' DEFAULT 0 ON NEVER)")).toContain("SYNTAX_EXPECTED «NEVER»");
    expect(problems("JSON_QUERY(j, '$.x' WITH WRAP)")).toContain("SYNTAX_EXPECTED «WRAP»");
  });
});
