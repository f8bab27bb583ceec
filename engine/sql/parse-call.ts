import type { Expression, FunctionCall, Over } from "./expression-ast.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";
import type { Token } from "./token.ts";

/** SUBSTRING(x FROM 1 FOR 2), TRIM(BOTH …), CEIL(x TO DAY), JSON_VALUE(x, p DEFAULT …): arguments with words between. */
const wordyFunction = /^(SUBSTRING|TRIM|OVERLAY|CEIL|CEILING|FLOOR|TRANSLATE|CONVERT|JSON_\w+)$/i;

/** Words that may follow the argument of any function: LISTAGG(x ORDER BY y), LAG(x IGNORE NULLS). */
const argumentWords = ["ORDER", "IGNORE", "RESPECT"];

/** Parses `name(…)` with what may follow it: FILTER (WHERE …) and OVER …; the name and `(` are next. */
export function parseCall(parser: Parser): FunctionCall {
  const name = parser.takeName();
  const opened = rangeOf(parser.advance());
  const distinct = parser.takeWords("DISTINCT");
  if (distinct === null) parser.takeWords("ALL");
  const star = parser.atSymbol("*") ? rangeOf(parser.advance()) : null;
  // POSITION(a IN b) is the only form of POSITION; its IN is no predicate.
  if (!name.quoted && name.text.toUpperCase() === "POSITION") refuseArgument(parser, () => false);
  const values =
    star === null && !parser.atSymbol(")") ? parseArguments(parser, wordyFunction.test(name.text)) : [];
  parser.closeParenthesis(opened);
  refuseSuffixes(parser);
  const filter = parser.atWords("FILTER") && isSymbol(parser.peek(1), "(") ? parseFilter(parser) : null;
  const over = parser.atWords("OVER") ? parseOver(parser) : null;
  const range = parser.since(name.range.start);
  return {
    kind: "call",
    range,
    name,
    distinct,
    star,
    arguments: values,
    argumentNames: [],
    orderBy: [],
    nulls: null,
    json: null,
    filter,
    over,
  };
}

function parseArguments(parser: Parser, wordy: boolean): Expression[] {
  const values: Expression[] = [];
  do {
    if (parser.atAnyWord("SELECT")) values.push(parseQueryArgument(parser));
    else if (isSymbol(parser.peek(1), "=>") || parser.peek(1).kind === "string") {
      // `name => value`, and `TRIM(BOTH ' ' FROM x)`.
      if (parser.token.kind === "word" && !isTyped(parser)) refuseArgument(parser, isComma);
      else values.push(parser.expression());
    } else values.push(parser.expression());
    if (parser.atAnyWord(...argumentWords) || (wordy && parser.token.word !== ""))
      refuseArgument(parser, isComma);
  } while (parser.takeSymbol(",") !== null);
  return values;
}

function isComma(token: Token): boolean {
  return isSymbol(token, ",");
}

/** INTERVAL '…', TIMESTAMP '…' and DATE '…' are the words that a string may follow. */
function isTyped(parser: Parser): boolean {
  return parser.atAnyWord("INTERVAL", "TIMESTAMP", "DATE", "NOT");
}

function refuseArgument(parser: Parser, stop: (token: Token) => boolean): void {
  const { start } = parser.token;
  parser.skipTo(stop);
  parser.refuse("argumentForm", parser.since(start));
}

function parseQueryArgument(parser: Parser): Expression {
  const { start } = parser.token;
  const query = parser.nested(() => parser.query());
  const range = parser.since(start);
  parser.refuse("subquery", range);
  return query === null ? { kind: "missing", range } : { kind: "subquery", range, exists: false, query };
}

/** WITHIN GROUP (ORDER BY …), IGNORE NULLS and RESPECT NULLS. */
function refuseSuffixes(parser: Parser): void {
  const { start } = parser.token;
  if (parser.takeWords("WITHIN", "GROUP") !== null) {
    if (parser.takeSymbol("(") !== null) parser.skipTo(() => false);
    parser.takeSymbol(")");
  } else if (parser.takeWords("IGNORE", "NULLS") === null && parser.takeWords("RESPECT", "NULLS") === null)
    return;
  parser.refuse("argumentForm", parser.since(start));
}

function parseFilter(parser: Parser): Expression {
  parser.advance();
  const opened = rangeOf(parser.advance());
  parser.expectWord("WHERE", "after FILTER (");
  const condition = parser.expression();
  parser.closeParenthesis(opened);
  return condition;
}

function parseOver(parser: Parser): Over | null {
  const { start } = parser.advance();
  const window = parser.atSymbol("(")
    ? parser.overSpecification()
    : parser.expectName("`(` or a name after OVER");
  if (window === null) return null;
  const range = parser.since(start);
  parser.refuse("over", range);
  return { range, window };
}

/** Parses `EXTRACT(part FROM x)`; the word and `(` are next. */
export function parseExtract(parser: Parser): Expression {
  const { start } = parser.advance();
  const opened = rangeOf(parser.advance());
  const part = parser.expectName("a part such as HOUR after EXTRACT (");
  parser.expectWord("FROM", "after the part of EXTRACT");
  const operand = parser.expression();
  parser.closeParenthesis(opened);
  const range = parser.since(start);
  return part === null
    ? { kind: "missing", range }
    : { kind: "extract", range, part: part.text.toUpperCase(), operand };
}
