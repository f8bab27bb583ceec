import { spanOf } from "../common/source-range.ts";
import type { Expression } from "./expression-ast.ts";
import { closeBracket } from "./parse-constructor.ts";
import { parsePrimary } from "./parse-primary.ts";
import { parseTypeName } from "./parse-type-name.ts";
import { plainCall } from "./plain-call.ts";
import { rangeOf, type Parser } from "./parser.ts";

/** Parses an operand with what binds tightest: `x.field`, `x->field`, `x[1]`, `x::type`, `x AT TIME ZONE z`. */
export function parsePostfix(parser: Parser): Expression {
  let operand = parsePrimary(parser);
  for (;;) {
    const next = parseSuffix(parser, operand);
    if (next === null) return operand;
    operand = next;
  }
}

function parseSuffix(parser: Parser, operand: Expression): Expression | null {
  const { start } = operand.range;
  if (parser.atSymbol(".")) return parseField(parser, operand);
  if (parser.atSymbol("->") || parser.atSymbol("->>")) return parseArrow(parser, operand);
  if (parser.atSymbol("[")) return parseElement(parser, operand);
  if (parser.takeSymbol("::") !== null) {
    const type = parseTypeName(parser);
    if (type === null) return null;
    return { kind: "cast", range: spanOf(operand.range, type.range), operand, type, lenient: false };
  }
  const words = parser.takeWords("AT", "TIME", "ZONE");
  if (words === null) return null;
  const zone = parsePrimary(parser);
  return plainCall("AT TIME ZONE", words, [operand, zone], parser.since(start));
}

function parseField(parser: Parser, operand: Expression): Expression | null {
  parser.advance();
  const name = parser.expectName("a field name after the point");
  return name && { kind: "field", range: parser.since(operand.range.start), operand, name };
}

/** `x->field` of a structure; with anything but a name behind it, JSON's operators. */
function parseArrow(parser: Parser, operand: Expression): Expression | null {
  const arrow = parser.advance();
  const { kind } = parser.token;
  if (arrow.text === "->" && (kind === "word" || kind === "quoted")) {
    const name = parser.expectName("a field name after `->`");
    return name && { kind: "field", range: parser.since(operand.range.start), operand, name };
  }
  const right = parsePrimary(parser);
  const operator = arrow.text === "->" ? "->" : "->>";
  const range = parser.since(operand.range.start);
  return { kind: "binary", range, operator, operatorRange: rangeOf(arrow), left: operand, right };
}

/** `x[i]`, and RisingWave's `x[i:j]`, which is ARRAY_SLICE(x, i, j). */
function parseElement(parser: Parser, operand: Expression): Expression {
  const opened = rangeOf(parser.advance());
  const none: Expression = { kind: "integer", range: { start: opened.end, end: opened.end }, value: 1n };
  const index = parser.atSymbol(":") ? none : parser.expression();
  const colon = parser.takeSymbol(":");
  const to = colon === null || parser.atSymbol("]") ? null : parser.expression();
  closeBracket(parser);
  const range = parser.since(operand.range.start);
  if (colon === null) return { kind: "element", range, operand, index };
  return plainCall("ARRAY_SLICE", rangeOf(colon), [operand, index, ...(to === null ? [] : [to])], range);
}
