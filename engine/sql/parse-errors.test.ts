import { describe, expect, test } from "vitest";
import { parse } from "./parse.ts";

/** Takes the marks «…» out of a text. */
function unmark(marked: string): { text: string; ranges: string[] } {
  const ranges: string[] = [];
  let text = "";
  for (const part of marked.split(/(«[^»]*»)/)) {
    const inside = part.startsWith("«") ? part.slice(1, -1) : part;
    if (part.startsWith("«")) ranges.push(`${text.length}-${text.length + inside.length}`);
    text += inside;
  }
  return { text, ranges };
}

describe("each error is marked exactly, and the ones behind it are found as well", () => {
  test.each([
    ["SELECT k FROM t «WHRE» v > 1", ["SYNTAX_KEYWORD"]],
    [
      "SELECT a «FORM» t «WHRE» v > 1 «GRUOP» BY k «WIDNOW» TUMBLING(5m) «EMTI» FINAL",
      ["SYNTAX_KEYWORD", "SYNTAX_KEYWORD", "SYNTAX_KEYWORD", "SYNTAX_KEYWORD", "SYNTAX_KEYWORD"],
    ],
    ["«SELCT» k FROM t", ["SYNTAX_STATEMENT"]],
    ["«k» FROM t", ["SYNTAX_STATEMENT"]],
    ["SELECT a «COUNT»(*), b FROM t", ["SYNTAX_UNEXPECTED"]],
    ["SELECT a b «c», d e «f» FROM t", ["SYNTAX_UNEXPECTED", "SYNTAX_UNEXPECTED"]],
    ["SELECT a«,» FROM t", ["SYNTAX_EXPRESSION"]],
    ["SELECT «,» a FROM t", ["SYNTAX_EXPRESSION"]],
    ["«SELECT» FROM t", ["SYNTAX_EXPRESSION"]],
    ["SELECT «end», b AS «select» FROM t", ["SYNTAX_EXPRESSION", "SYNTAX_EXPECTED"]],
    ["SELECT a «+» FROM t «WHERE» GROUP BY k", ["SYNTAX_EXPRESSION", "SYNTAX_EXPRESSION"]],
    ["SELECT a FROM t WHERE a «=»", ["SYNTAX_EXPRESSION"]],
    ["SELECT a FROM t WHERE a = 1 «AND»", ["SYNTAX_EXPRESSION"]],
    ["SELECT * «+» 1, 1 + «*» FROM t", ["SYNTAX_UNEXPECTED", "SYNTAX_STAR"]],
    ["SELECT «5x» FROM t", ["SYNTAX_NUMBER"]],
    ["SELECT «1e999» FROM t", ["SYNTAX_NUMBER"]],
    [
      "SELECT «(»a FROM t WHERE «(»b GROUP BY k",
      ["SYNTAX_UNCLOSED_PARENTHESIS", "SYNTAX_UNCLOSED_PARENTHESIS"],
    ],
    ["SELECT COUNT«(»* FROM t", ["SYNTAX_UNCLOSED_PARENTHESIS"]],
    ["SELECT COUNT«(»v FROM t", ["SYNTAX_UNCLOSED_PARENTHESIS"]],
    ["SELECT COUNT(* «,» a) FROM t", ["SYNTAX_UNEXPECTED"]],
    ["SELECT a FROM t«)» WHERE b", ["SYNTAX_UNEXPECTED"]],
    ["SELECT a FROM t x «y» WHERE b «c»", ["SYNTAX_UNEXPECTED", "SYNTAX_UNEXPECTED"]],
    ["SELECT a FROM «5»", ["SYNTAX_EXPECTED"]],
    ["SELECT a FROM t GROUP «k» HAVING b", ["SYNTAX_EXPECTED"]],
    ["SELECT a FROM t WHERE a IS «5»", ["SYNTAX_EXPECTED"]],
    ["SELECT a FROM t WHERE a IN «1»", ["SYNTAX_EXPECTED"]],
    ["SELECT a FROM t WHERE a BETWEEN 1 «OR» 2", ["SYNTAX_EXPECTED"]],
    ["SELECT CAST(a «BIGINT») FROM t", ["SYNTAX_EXPECTED"]],
    ["SELECT CASE WHEN a «b» END FROM t", ["SYNTAX_EXPECTED"]],
    ["SELECT CASE a «END» FROM t", ["SYNTAX_EXPECTED"]],
    ["SELECT CASE WHEN a THEN b «FROM» t", ["SYNTAX_EXPECTED"]],
    [
      "SELECT a FROM t WITH («k» = 'v', 'a' «'b'», 'c' = «4»)",
      ["SYNTAX_PROPERTY", "SYNTAX_EXPECTED", "SYNTAX_PROPERTY"],
    ],
    ["SELECT a FROM t EMIT «CHANGE» WITH «'a'» = 'b'", ["SYNTAX_EMIT", "SYNTAX_EXPECTED"]],
    ["SELECT a FROM t WHERE b = «'open»\nGROUP BY k EMIT «NEVER»", ["SYNTAX_UNCLOSED_QUOTE", "SYNTAX_EMIT"]],
    ["SELECT «“a”» FROM t «#»", ["SYNTAX_CHARACTER", "SYNTAX_CHARACTER"]],
    ["SELECT f(a «b»), g(c, (d «e»)) FROM t", ["SYNTAX_UNEXPECTED", "SYNTAX_UNEXPECTED"]],
    ["SELECT a FROM t WHERE ts > «INTERVAL '5' PARSEC»", ["SYNTAX_DURATION"]],
    ["SELECT a FROM t foo «bar» baz; SELECT «,» b FROM t", ["SYNTAX_UNEXPECTED", "SYNTAX_EXPRESSION"]],
    [
      "«SELECT» FROM t; «FOO»; SELECT a FROM t WHERE a «=»",
      ["SYNTAX_EXPRESSION", "SYNTAX_STATEMENT", "SYNTAX_EXPRESSION"],
    ],
  ])("%s", (marked, codes) => {
    const { text, ranges } = unmark(marked);
    const found = parse(text).diagnostics.filter(({ code }) => code.startsWith("SYNTAX"));
    expect(found.map(({ code }) => code)).toEqual(codes);
    expect(found.map(({ range }) => `${range.start}-${range.end}`)).toEqual(ranges);
  });
});

describe("messages say what and where, hints what to do", () => {
  test.each([
    ["SELECT a FROM t WHERE v = 5 'x'", "The string 'x' does not fit after `5`."],
    ["SELECT a FROM t WHERE GROUP BY a", "An expression is missing after `WHERE`."],
    ["SELECT end FROM t", "`end` begins no expression."],
    ["SELECT a FROM", "Expected a stream's name after FROM, but found the end of the text."],
    ["SELECT a FROM t WITH (4 = 'x')", "A key of WITH is a string, but `4` stands here."],
    ["SELECT a FROM t WHERE (b", "This parenthesis is not closed before the end of the text."],
    [
      "SELECT a FROM t EMIT OFTEN",
      "EMIT needs CHANGES, FINAL, EVERY … or ON WINDOW CLOSE, but found `OFTEN`.",
    ],
  ])("%s", (text, message) => expect(parse(text).diagnostics[0]!.message).toBe(message));

  test("a keyword used as a name is told about quotes", () => {
    for (const text of ["SELECT end FROM t", "SELECT a AS end FROM t", "SELECT a FROM end"])
      expect(parse(text).diagnostics[0]!.hint).toContain("needs double quotes");
  });

  test.each([
    ["SELECT a, FROM t", "SELECT a FROM t"],
    ["SELECT a FROM t GROUP BY k, HAVING b", "SELECT a FROM t GROUP BY k HAVING b"],
    ["SELECT f(a, b,) FROM t", "SELECT f(a, b) FROM t"],
    ["SELECT a FROM t WHERE ts > s + 5m", "SELECT a FROM t WHERE ts > s + INTERVAL '5' MINUTE"],
    ["SELECT a FROM t GROUP BY TUMBLE(ts, 1.5H)", "SELECT a FROM t GROUP BY TUMBLE(ts, INTERVAL '1.5' HOUR)"],
  ])("the fix of %s mends it", (text, mended) => {
    const [diagnostic, ...others] = parse(text).diagnostics;
    expect(others).toEqual([]);
    const { range, fix } = diagnostic!;
    expect(text.slice(0, range.start) + fix! + text.slice(range.end)).toBe(mended);
    expect(parse(mended).diagnostics).toEqual([]);
  });

  test("long tokens are cut in messages", () => {
    const [diagnostic] = parse(`SELECT a b ${"c".repeat(1_000)} FROM t`).diagnostics;
    expect(diagnostic!.message.length).toBeLessThan(100);
  });
});
