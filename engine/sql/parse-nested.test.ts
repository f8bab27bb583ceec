import { describe, expect, test } from "vitest";
import { expressionOf, shown, shownType, syntaxProblems } from "../testing/sql-tree.ts";

function problems(text: string): readonly string[] {
  return syntaxProblems(`SELECT ${text} FROM t`);
}

describe("rows, arrays and maps", () => {
  test.each([
    ["ARRAY[1, a + 2]", "(array 1 (+ a 2))"],
    ["ARRAY[]", "(array)"],
    ["ARRAY(1, 2)", "(array 1 2)"],
    ["MAP['a', 1, 'b', 2]", "(map 'a' 1 'b' 2)"],
    ["MAP('a', 1)", "(map 'a' 1)"],
    ["MAP('a' := 1, 'b' := x)", "(map 'a' 1 'b' x)"],
    ["MAP()", "(map)"],
    ["ROW(a, 1)", "(row a 1)"],
    ["(a, b, 1)", "(row a b 1)"],
    ["(a)", "a"],
    ["STRUCT(x := a, y := b + 1)", "(row x:= a y:= (+ b 1))"],
    ["STRUCT(a AS x, b)", "(row x:= a b)"],
    ["array", "array"],
    ["map + row", "(+ map row)"],
  ])("%s", (text, tree) => {
    expect(shown(expressionOf(text))).toBe(tree);
    expect(problems(text)).toEqual([]);
  });

  test.each([
    ["MAP['a', 1, 'b']", "SYNTAX_EXPRESSION «'b'»"],
    ["ARRAY[1, 2", "SYNTAX_EXPECTED «FROM»"],
    ["ARRAY[1 2]", "SYNTAX_EXPECTED «2»"],
    ["ARRAY[1,]", "SYNTAX_EXPRESSION «]»"],
  ])("wrong: %s", (text, problem) => expect(problems(text)[0]).toBe(problem));
});

describe("fields and elements bind tightest", () => {
  test.each([
    ["a.b", "a.b"],
    ["a.b.c", "(field a.b c)"],
    ["a.b.c.d", "(field (field a.b c) d)"],
    ["a->b", "(field a b)"],
    ["a->b->c + 1", "(+ (field (field a b) c) 1)"],
    ["a.b->c", "(field a.b c)"],
    ['a->"b c"', "(field a b c)"],
    ["(a).b", "(field a b)"],
    ["f(x).y", "(field (f x) y)"],
    ["a[1]", "(element a 1)"],
    ["a[i + 1].b[2]", "(element (field (element a (+ i 1)) b) 2)"],
    ["m['k']", "(element m 'k')"],
    ["-a[1]", "(- (element a 1))"],
    ["a[2:3]", "(ARRAY_SLICE a 2 3)"],
    ["a[:3]", "(ARRAY_SLICE a 1 3)"],
    ["a[2:]", "(ARRAY_SLICE a 2)"],
    ["j -> 'k' ->> 'l'", "(->> (-> j 'k') 'l')"],
    ["j -> 0 = 1", "(= (-> j 0) 1)"],
    ["a[1]::INT", "(cast (element a 1) INT)"],
    ["ARRAY[1, 2][1]", "(element (array 1 2) 1)"],
  ])("%s", (text, tree) => {
    expect(shown(expressionOf(text))).toBe(tree);
    expect(problems(text)).toEqual([]);
  });

  test.each([
    ["a.b.", "SYNTAX_EXPECTED «FROM»"],
    ["a->", "SYNTAX_EXPECTED «FROM»"],
    ["a[1", "SYNTAX_EXPECTED «FROM»"],
    ["a[]", "SYNTAX_EXPRESSION «]»"],
  ])("wrong: %s", (text, problem) => expect(problems(text)[0]).toBe(problem));
});

describe("types", () => {
  test.each([
    ["MAP<STRING, ARRAY<BIGINT>>", "MAP<STRING,ARRAY<BIGINT>>"],
    ["MAP(STRING, BIGINT)", "MAP<STRING,BIGINT>"],
    ["STRUCT<a BIGINT, b STRUCT<c STRING>>", "STRUCT<a BIGINT,b STRUCT<c STRING>>"],
    ["ROW(a BIGINT NOT NULL, b DECIMAL(10, 2))", "ROW<a BIGINT,b DECIMAL<10,2>>"],
    ["ROW<INT, STRING>", "ROW<INT,STRING>"],
    ["BIGINT[]", "ARRAY<BIGINT>"],
    ["BIGINT[][]", "ARRAY<ARRAY<BIGINT>>"],
    ["VARCHAR(20) ARRAY", "ARRAY<VARCHAR<20>>"],
    ["INTERVAL DAY(3) TO SECOND(3)", "INTERVAL"],
    ["TIMESTAMP(3) WITHOUT TIME ZONE", "TIMESTAMP WITHOUT TIME ZONE<3>"],
  ])("CAST(a AS %s)", (written, type) => {
    const cast = expressionOf(`CAST(a AS ${written})`);
    if (cast.kind !== "cast") throw new Error("no CAST");
    expect(shownType(cast.type)).toBe(type);
    expect(problems(`CAST(a AS ${written})`)).toEqual([]);
  });
});
