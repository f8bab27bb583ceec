import { nearestWord } from "../common/nearest-word.ts";
import type { Duration, FromItem, Identifier, Join } from "./ast.ts";
import type { Expression } from "./expression-ast.ts";
import { canBeBareAlias } from "./keyword.ts";
import { misspeltClause } from "./misspelt-clause.ts";
import { parseDurationLength } from "./parse-duration.ts";
import { parseWindowFunction, windowFunctionNames } from "./parse-window-function.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";

/** Parses what follows the word FROM; null when reported. */
export function parseFrom(parser: Parser): FromItem | null {
  let left = parseItem(parser);
  for (;;) {
    const words = takeJoinWords(parser);
    if (words === null) return left;
    parser.refuse("join", words.wordsRange);
    const right = parseItem(parser);
    const conditions = parseConditions(parser);
    if (left === null || right === null) left ??= right;
    else left = { kind: "join", range: parser.since(left.range.start), ...words, left, right, ...conditions };
  }
}

const joinTypes: ReadonlyMap<string, Join["type"]> = new Map([
  ["LEFT", "left"],
  ["RIGHT", "right"],
  ["FULL", "full"],
  ["CROSS", "cross"],
]);

/** A comma, or all words up to JOIN; null when neither is next. */
function takeJoinWords(parser: Parser): Pick<Join, "type" | "wordsRange"> | null {
  const { start } = parser.token;
  if (parser.takeSymbol(",") !== null) return { type: "cross", wordsRange: parser.since(start) };
  if (!parser.atAnyWord("JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL", "ASOF")) return null;
  let type: Join["type"] = "inner";
  while (parser.atAnyWord("INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL", "ASOF", "OUTER"))
    type = joinTypes.get(parser.advance().word) ?? type;
  parser.expectWord("JOIN", "after the kind of join");
  return { type, wordsRange: parser.since(start) };
}

/** ON, USING and WITHIN in any order: ksqlDB has WITHIN first, velostream last. */
function parseConditions(parser: Parser): Pick<Join, "on" | "within" | "gracePeriod"> {
  let on: Expression | null = null;
  let within: Join["within"] = null;
  let gracePeriod: Duration | null = null;
  for (;;) {
    if (parser.takeWords("ON") !== null) on = parser.expression();
    else if (parser.takeWords("WITHIN") !== null) within = parseWithin(parser);
    else if (parser.takeWords("GRACE", "PERIOD") !== null)
      gracePeriod = parseDurationLength(parser, "after GRACE PERIOD");
    else if (parser.takeWords("USING") !== null) {
      if (parser.expectSymbol("(", "after USING")) parser.skipTo(() => false);
      parser.takeSymbol(")");
    } else return { on, within, gracePeriod };
  }
}

function parseWithin(parser: Parser): Join["within"] {
  const opened = rangeOf(parser.token);
  if (parser.takeSymbol("(") === null) {
    const both = parseDurationLength(parser, "after WITHIN");
    return { before: both, after: both };
  }
  const before = parseDurationLength(parser, "after WITHIN (");
  parser.expectSymbol(",", "between the two durations of WITHIN");
  const after = parseDurationLength(parser, "after the comma");
  parser.closeParenthesis(opened);
  return { before, after };
}

function parseItem(parser: Parser): FromItem | null {
  const { token } = parser;
  const called = token.kind === "word" && isSymbol(parser.peek(1), "(");
  if (parser.atSymbol("(")) return parseParentheses(parser);
  if (called && token.word === "TABLE") return parseTableWrapper(parser);
  if (called && windowFunctionNames.includes(token.word)) return aliased(parser, parseWindowFunction(parser));
  if (called || parser.atAnyWord("LATERAL", "UNNEST", "VALUES")) return refuseForm(parser);
  if (token.kind === "string") {
    parser.refuse("sourceUri", rangeOf(parser.advance()));
    return aliased(parser, stream({ range: rangeOf(token), text: token.text, quoted: true }));
  }
  const name = parser.expectName("a stream's name after FROM");
  if (name === null) return null;
  const dotted = parser.atSymbol(".");
  while (parser.takeSymbol(".") !== null) parser.expectName("a name after the point");
  if (dotted) parser.refuse("tableForm", parser.since(name.range.start));
  return aliased(parser, stream(name));
}

function stream(name: Identifier): FromItem {
  return { kind: "stream", range: name.range, name, alias: null };
}

/** `TABLE(TUMBLE(…))`. */
function parseTableWrapper(parser: Parser): FromItem | null {
  const { start } = parser.advance();
  const opened = rangeOf(parser.advance());
  if (!windowFunctionNames.includes(parser.token.word)) {
    const near = parser.token.kind === "word" ? nearestWord(parser.token.word, windowFunctionNames) : null;
    const hint = near === null ? `Write ${windowFunctionNames.join(", ")}.` : `Did you mean ${near}?`;
    parser.errorAtToken("SYNTAX_WINDOW_KIND", parser.here, "TABLE( ) holds no window function.", hint, near);
    parser.skipTo(() => false);
    parser.takeSymbol(")");
    return aliased(parser, null);
  }
  const item = parseWindowFunction(parser);
  parser.closeParenthesis(opened);
  return aliased(parser, item === null ? null : { ...item, range: parser.since(start) });
}

function parseParentheses(parser: Parser): FromItem | null {
  if (!["SELECT", "WITH"].includes(parser.peek(1).word)) return refuseForm(parser);
  const opened = rangeOf(parser.advance());
  const query = parser.nested(() => parser.query());
  parser.closeParenthesis(opened);
  const range = parser.since(opened.start);
  parser.refuse("subquery", range);
  return aliased(parser, query === null ? null : { kind: "derived", range, query, alias: null });
}

/** Takes LATERAL …, UNNEST(…), f(…), (a JOIN b) as a whole. */
function refuseForm(parser: Parser): null {
  const { start } = parser.token;
  parser.takeWords("LATERAL");
  if (parser.token.kind === "word") parser.advance();
  if (parser.takeSymbol("(") !== null) {
    parser.skipTo(() => false);
    parser.takeSymbol(")");
  }
  parser.refuse("tableForm", parser.since(start));
  aliased(parser, null);
  return null;
}

/** Takes what may follow an item: FOR SYSTEM_TIME AS OF …, an alias, column names, MATCH_RECOGNIZE (…). */
function aliased(parser: Parser, item: FromItem | null): FromItem | null {
  parseSystemTime(parser);
  const alias = parseAlias(parser);
  const { start } = parser.token;
  if (alias !== null && parser.takeSymbol("(") !== null) {
    parser.skipTo(() => false);
    parser.takeSymbol(")");
    parser.refuse("columnAliases", parser.since(start));
  }
  if (parser.atAnyWord("MATCH_RECOGNIZE", "TABLESAMPLE")) {
    parser.advance();
    if (parser.takeSymbol("(") !== null) parser.skipTo(() => false);
    parser.takeSymbol(")");
    parser.refuse("tableForm", parser.since(start));
    parseAlias(parser);
  }
  if (item === null || item.kind === "join" || alias === null) return item;
  return { ...item, alias, range: parser.since(item.range.start) };
}

function parseSystemTime(parser: Parser): void {
  const { start } = parser.token;
  if (parser.takeWords("FOR", "SYSTEM_TIME", "AS", "OF") === null) return;
  parser.expression();
  parser.refuse("tableForm", parser.since(start));
}

function parseAlias(parser: Parser): Identifier | null {
  if (parser.takeWords("AS") !== null) return parser.expectName("a name after AS");
  const { kind, word } = parser.token;
  const bare = kind === "quoted" || (kind === "word" && canBeBareAlias(word));
  return bare && misspeltClause(parser) === null ? parser.takeName() : null;
}
