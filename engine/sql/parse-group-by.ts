import type { GroupBy, GroupingSets } from "./ast.ts";
import type { Expression } from "./expression-ast.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";

/** Parses what follows GROUP BY. @param start Offset of the word GROUP. */
export function parseGroupBy(parser: Parser, start: number): GroupBy {
  const keys: Expression[] = [];
  const groupingSets: GroupingSets[] = [];
  do {
    const sets = parseEmptySet(parser) ?? parseGroupingSets(parser);
    if (sets === null) keys.push(...parseKeys(parser));
    else groupingSets.push(sets);
  } while (parser.takeSymbol(",") !== null);
  return { range: parser.since(start), keys, groupingSets };
}

/** `a`, or `(a, b)`, which is two keys. */
function parseKeys(parser: Parser): readonly Expression[] {
  const key = parser.expression();
  return key.kind === "row" && key.fields.every(({ name }) => name === null)
    ? key.fields.map(({ value }) => value)
    : [key];
}

/** `()` is one group of everything. */
function parseEmptySet(parser: Parser): GroupingSets | null {
  const { start } = parser.token;
  if (!parser.atSymbol("(") || !isSymbol(parser.peek(1), ")")) return null;
  parser.advance();
  parser.advance();
  return { range: parser.since(start), form: "GROUPING SETS", sets: [[]] };
}

function parseGroupingSets(parser: Parser): GroupingSets | null {
  const { start, word } = parser.token;
  let form: GroupingSets["form"];
  if (parser.takeWords("GROUPING", "SETS") !== null) form = "GROUPING SETS";
  else if ((word === "ROLLUP" || word === "CUBE") && isSymbol(parser.peek(1), "(")) {
    parser.advance();
    form = word;
  } else return null;
  const opened = rangeOf(parser.token);
  const sets: (readonly Expression[] | GroupingSets)[] = [];
  if (parser.expectSymbol("(", `after ${form}`)) {
    do sets.push(parser.nested(() => parseGroupingSets(parser)) ?? parseSet(parser));
    while (parser.takeSymbol(",") !== null);
    parser.closeParenthesis(opened);
  }
  return { range: parser.since(start), form, sets };
}

function parseSet(parser: Parser): readonly Expression[] {
  if (!parser.atSymbol("(")) return [parser.expression()];
  const opened = rangeOf(parser.advance());
  const keys: Expression[] = [];
  if (!parser.atSymbol(")"))
    do keys.push(parser.expression());
    while (parser.takeSymbol(",") !== null);
  parser.closeParenthesis(opened);
  return keys;
}
