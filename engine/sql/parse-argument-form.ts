import type { Identifier } from "./ast.ts";
import type { Expression } from "./expression-ast.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";

/** The plain call that a form with words between its arguments means. */
interface PlainForm {
  readonly name: Identifier;
  readonly values: readonly Expression[];
}

/**
 * Parses the arguments of SUBSTRING, TRIM, OVERLAY, POSITION, CEIL and FLOOR where they are written with words; a
 * list with commas is read as well. null for every other function.
 */
export function parseArgumentForm(parser: Parser, name: Identifier): PlainForm | null {
  if (parser.atSymbol(")") || parser.atSymbol("*")) return null;
  switch (name.text.toUpperCase()) {
    case "SUBSTRING":
    case "SUBSTR":
      return { name, values: parseSubstring(parser) };
    case "TRIM":
      return parseTrim(parser, name);
    case "OVERLAY":
      return { name, values: parseOverlay(parser) };
    case "POSITION":
      return { name, values: parsePosition(parser) };
    case "CEIL":
    case "CEILING":
    case "FLOOR":
      return { name, values: parseRounding(parser) };
    default:
      return null;
  }
}

/** `x FROM start FOR length`, `x FROM start`, `x FOR length`. */
function parseSubstring(parser: Parser): readonly Expression[] {
  const text = parser.expression();
  if (!parser.atAnyWord("FROM", "FOR")) return [text, ...parseOthers(parser)];
  const start = parser.takeWords("FROM") === null ? first(parser) : parser.expression();
  return parser.takeWords("FOR") === null ? [text, start] : [text, start, parser.expression()];
}

/** Where no start is written it is 1. */
function first(parser: Parser): Expression {
  const { end } = parser.previous;
  return { kind: "integer", range: { start: end, end }, value: 1n };
}

/** `BOTH ' ' FROM x`, `LEADING FROM x`, `' ' FROM x`. */
function parseTrim(parser: Parser, name: Identifier): PlainForm {
  const next = parser.peek(1);
  const sided =
    parser.atAnyWord("BOTH", "LEADING", "TRAILING") && (next.kind !== "symbol" || isSymbol(next, "("));
  const side = sided ? parser.advance().word : "BOTH";
  const called = { ...name, text: side === "LEADING" ? "LTRIM" : side === "TRAILING" ? "RTRIM" : name.text };
  if (sided && parser.takeWords("FROM") !== null) return { name: called, values: [parser.expression()] };
  const value = parser.expression();
  if (parser.takeWords("FROM") !== null) return { name: called, values: [parser.expression(), value] };
  if (sided) parser.expectWord("FROM", "before the text of TRIM");
  return { name: called, values: [value, ...parseOthers(parser)] };
}

/** `x PLACING y FROM start FOR length`. */
function parseOverlay(parser: Parser): readonly Expression[] {
  const text = parser.expression();
  if (parser.takeWords("PLACING") === null) return [text, ...parseOthers(parser)];
  const put = parser.expression();
  parser.expectWord("FROM", "after the text that OVERLAY puts in");
  const start = parser.expression();
  return parser.takeWords("FOR") === null ? [text, put, start] : [text, put, start, parser.expression()];
}

/** `a IN b`: its IN is no predicate. */
function parsePosition(parser: Parser): readonly Expression[] {
  const searched = parser.operand();
  if (parser.takeWords("IN") !== null) return [searched, parser.expression()];
  return [searched, ...parseOthers(parser)];
}

/** `x TO DAY`: the unit is a string, as in CEIL(x, 'DAY'). */
function parseRounding(parser: Parser): readonly Expression[] {
  const value = parser.expression();
  if (parser.takeWords("TO") === null) return [value, ...parseOthers(parser)];
  const unit = parser.expectName("a unit such as DAY after TO");
  return unit === null
    ? [value]
    : [value, { kind: "string", range: unit.range, value: unit.text.toUpperCase() }];
}

function parseOthers(parser: Parser): readonly Expression[] {
  const others: Expression[] = [];
  while (parser.takeSymbol(",") !== null) others.push(parser.expression());
  return others;
}

/** How many arguments a call has whose first is a unit of time. */
const unitFunctions: ReadonlyMap<string, number> = new Map([
  ["TIMESTAMPDIFF", 3],
  ["TIMESTAMPADD", 3],
  ["DATEDIFF", 3],
  ["DATE_DIFF", 3],
  ["DATEADD", 3],
]);

const unitName = /^(MILLISECOND|SECOND|MINUTE|HOUR|DAY|WEEK|MONTH|QUARTER|YEAR)S?$/i;

/** The bare unit of TIMESTAMPDIFF(SECOND, a, b) and its like as a string. */
export function withUnit(name: Identifier, values: readonly Expression[]): readonly Expression[] {
  const [unit, ...others] = values;
  if (unit?.kind !== "column" || unit.qualifier !== null || unit.name.quoted) return values;
  if (unitFunctions.get(name.text.toUpperCase()) !== values.length || !unitName.test(unit.name.text))
    return values;
  return [{ kind: "string", range: rangeOf(unit.range), value: unit.name.text.toUpperCase() }, ...others];
}
