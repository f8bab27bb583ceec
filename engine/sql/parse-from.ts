import { nearestWord } from "../common/nearest-word.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { FromItem, TableOperation } from "./ast.ts";
import { parseNamed, unnamed } from "./parse-alias.ts";
import { parseCall } from "./parse-call.ts";
import { parseJoinConditions, takeJoinWords } from "./parse-join.ts";
import { parseStreamReference } from "./parse-stream-reference.ts";
import { parseWindowFunction, windowFunctionNames } from "./parse-window-function.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";

/** Parses what follows the word FROM; null when reported. */
export function parseFrom(parser: Parser): FromItem | null {
  let left = parseItem(parser);
  for (;;) {
    const words = takeJoinWords(parser);
    if (words === null) return left;
    const right = parseItem(parser);
    const conditions = parseJoinConditions(parser);
    const free = words.type === "cross" || words.modifier === "natural";
    if (!free && right !== null && conditions.on === null && conditions.using.length === 0)
      parser.expected("`ON` and a condition behind the joined stream", "Write ON a.key = b.key.");
    if (left === null || right === null) left ??= right;
    else left = { kind: "join", range: parser.since(left.range.start), ...words, left, right, ...conditions };
  }
}

function parseItem(parser: Parser): FromItem | null {
  let item = parseSource(parser);
  while (parser.atAnyWord("MATCH_RECOGNIZE", "TABLESAMPLE")) {
    const operation = parseOperation(parser, item);
    item = operation ?? item;
  }
  return item;
}

function parseSource(parser: Parser): FromItem | null {
  const lateral = parser.takeWords("LATERAL");
  const { token } = parser;
  if (parser.atSymbol("(")) return parseParentheses(parser, lateral);
  const called = token.kind === "word" && isSymbol(parser.peek(1), "(");
  if (!called) return parseStreamReference(parser);
  if (token.word === "TABLE") return parseTableWrapper(parser, lateral);
  return named(parser, parseFunction(parser, lateral));
}

/** `TUMBLE(…)` and its like, or any other function; the name and `(` are next. */
function parseFunction(parser: Parser, lateral: SourceRange | null): FromItem | null {
  if (windowFunctionNames.includes(parser.token.word)) return parseWindowFunction(parser);
  const call = parseCall(parser);
  const ordinality = parser.takeWords("WITH", "ORDINALITY");
  const range = parser.since((lateral ?? call.range).start);
  return { kind: "table-function", range, call, lateral, ordinality, ...unnamed };
}

/** `TABLE(TUMBLE(…))`, `TABLE(f(x))`. */
function parseTableWrapper(parser: Parser, lateral: SourceRange | null): FromItem | null {
  const { start } = parser.advance();
  const opened = rangeOf(parser.advance());
  const { token } = parser;
  const near = token.kind === "word" ? nearestWord(token.word, windowFunctionNames) : null;
  const known = windowFunctionNames.includes(token.word);
  const called = (token.kind === "word" || token.kind === "quoted") && isSymbol(parser.peek(1), "(");
  if (!known && (near !== null || !called)) {
    const hint = near === null ? `Write ${windowFunctionNames.join(", ")}.` : `Did you mean ${near}?`;
    parser.errorAtToken("SYNTAX_WINDOW_KIND", parser.here, "TABLE( ) holds no window function.", hint, near);
    parser.skipTo(() => false);
    parser.takeSymbol(")");
    parseNamed(parser);
    return null;
  }
  const item = parseFunction(parser, lateral);
  parser.closeParenthesis(opened);
  return named(parser, item === null ? null : { ...item, range: parser.since(lateral?.start ?? start) });
}

/** `(query) alias`, or items that join in parentheses. */
function parseParentheses(parser: Parser, lateral: SourceRange | null): FromItem | null {
  const opened = rangeOf(parser.advance());
  const { start } = lateral ?? opened;
  if (parser.atAnyWord("SELECT", "WITH", "VALUES")) {
    const query = parser.nested(() => parser.query());
    parser.closeParenthesis(opened);
    const range = parser.since(start);
    return named(parser, query && { kind: "derived", range, query, lateral, ...unnamed });
  }
  let inner = parser.nested(() => parseFrom(parser));
  // ((SELECT …) UNION (SELECT …)): what looked like an item was the first query of a chain.
  if (inner?.kind === "derived" && inner.alias === null && parser.atAnyWord("UNION", "EXCEPT", "INTERSECT")) {
    const query = parser.query(inner.query);
    inner = { ...inner, query };
  }
  parser.closeParenthesis(opened);
  if (inner === null || inner.kind === "join") {
    parseNamed(parser);
    return inner && { ...inner, range: parser.since(start) };
  }
  return named(parser, { ...inner, range: parser.since(start) });
}

/** Takes the name behind an item; where the item was reported, so that what follows is in step. */
function named(parser: Parser, item: FromItem | null): FromItem | null {
  const names = parseNamed(parser);
  if (item === null || item.kind === "join" || names.alias === null) return item;
  return { ...item, ...names, range: parser.since(item.range.start) };
}

/** `MATCH_RECOGNIZE (…) alias` or `TABLESAMPLE method (…) alias` behind an item. */
function parseOperation(parser: Parser, input: FromItem | null): TableOperation | null {
  const { word, start } = parser.advance();
  if (parser.token.kind === "word") parser.advance();
  if (parser.takeSymbol("(") !== null) {
    parser.skipTo(() => false);
    parser.takeSymbol(")");
  }
  const wordRange = parser.since(start);
  const names = parseNamed(parser);
  if (input === null) return null;
  return {
    kind: "table-operation",
    range: parser.since(input.range.start),
    word: word === "TABLESAMPLE" ? word : "MATCH_RECOGNIZE",
    wordRange,
    input,
    ...names,
  };
}
