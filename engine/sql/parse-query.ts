import { spanOf } from "../common/source-range.ts";
import type { Query, Union, WithQuery } from "./ast.ts";
import { parseSelect } from "./parse-select.ts";
import { rangeOf, type Parser } from "./parser.ts";

/** Parses `[WITH name AS (query), …] select [UNION [ALL] select …]`. */
export function parseQuery(parser: Parser): Query {
  if (!parser.atWords("WITH")) return parseSetOperations(parser);
  const { start } = parser.advance();
  parser.takeWords("RECURSIVE");
  const tables: WithQuery["tables"][number][] = [];
  do {
    const name = parser.expectName("a name after WITH");
    if (name === null) break;
    if (!parser.expectWord("AS", "after the name of the query")) break;
    const opened = rangeOf(parser.token);
    if (!parser.expectSymbol("(", "before the query")) break;
    const query = parser.nested(() => parser.query());
    parser.closeParenthesis(opened);
    if (query !== null) tables.push({ name, query, range: parser.since(name.range.start) });
  } while (parser.takeSymbol(",") !== null);
  parser.refuse("commonTable", parser.since(start));
  const body = parseSetOperations(parser);
  return { kind: "with", range: parser.since(start), tables, body };
}

function parseSetOperations(parser: Parser): Query {
  let left = parseOperand(parser);
  while (parser.atAnyWord("UNION", "EXCEPT", "INTERSECT")) {
    const word = parser.advance();
    const all = parser.takeWords("ALL") !== null;
    if (!all) parser.takeWords("DISTINCT");
    const operatorRange = parser.since(word.start);
    parser.refuse("union", operatorRange);
    const operator: Union["operator"] =
      word.word === "UNION" ? (all ? "UNION ALL" : "UNION") : word.word === "EXCEPT" ? "EXCEPT" : "INTERSECT";
    const right = parseOperand(parser);
    left = { kind: "union", range: spanOf(left.range, right.range), operator, operatorRange, left, right };
  }
  return left;
}

function parseOperand(parser: Parser): Query {
  if (!parser.atSymbol("(")) return parseSelect(parser);
  const opened = rangeOf(parser.advance());
  const query = parser.nested(() => parser.query());
  parser.closeParenthesis(opened);
  return query ?? parseSelect(parser);
}
