import { spanOf } from "../common/source-range.ts";
import type { BinaryOperator, Expression } from "./expression-ast.ts";
import { parsePrimary } from "./parse-primary.ts";
import { parseTypeName } from "./parse-type-name.ts";
import { rangeOf, type Parser } from "./parser.ts";
import type { Token } from "./token.ts";

/** How tightly operators bind; the higher the tighter. NOT binds looser than every comparison. */
const level = { or: 1, and: 2, not: 3, comparison: 4, concatenation: 5, sum: 6, product: 7 } as const;

const binaryOperators: ReadonlyMap<string, readonly [BinaryOperator, number]> = new Map([
  ["OR", ["OR", level.or]],
  ["AND", ["AND", level.and]],
  ["=", ["=", level.comparison]],
  ["==", ["=", level.comparison]],
  ["<>", ["<>", level.comparison]],
  ["!=", ["<>", level.comparison]],
  ["<", ["<", level.comparison]],
  ["<=", ["<=", level.comparison]],
  [">", [">", level.comparison]],
  [">=", [">=", level.comparison]],
  ["||", ["||", level.concatenation]],
  ["+", ["+", level.sum]],
  ["-", ["-", level.sum]],
  ["*", ["*", level.product]],
  ["/", ["/", level.product]],
  ["%", ["%", level.product]],
]);

/** Operators of other engines that stand between two operands. */
const foreignSymbols = new Set(["->", "->>", "&", "|", "^", "~", "?"]);
const foreignWords = new Set(["ILIKE", "SIMILAR", "RLIKE", "REGEXP"]);

/** Parses an expression; where there is none, reports it and gives a missing one. */
export function parseExpression(parser: Parser): Expression {
  return parseOperators(parser, level.or);
}

/** Precedence climbing: operators that bind at least as tightly as `lowest`. */
function parseOperators(parser: Parser, lowest: number): Expression {
  let left = parseOperand(parser, lowest);
  for (;;) {
    const { token } = parser;
    const found = binaryOperators.get(token.kind === "word" ? token.word : operatorText(token));
    if (found !== undefined) {
      const [operator, binding] = found;
      if (binding < lowest) return left;
      const operatorRange = rangeOf(parser.advance());
      const right = parseOperators(parser, binding + 1);
      left = { kind: "binary", range: spanOf(left.range, right.range), operator, operatorRange, left, right };
      continue;
    }
    const predicate = level.comparison >= lowest ? parsePredicate(parser, left) : null;
    if (predicate !== null) left = predicate;
    else if (isForeignOperator(token) || (token.word === "NOT" && isForeignOperator(parser.peek(1))))
      left = refuseOperator(parser, left);
    else return left;
  }
}

function operatorText(token: Token): string {
  return token.kind === "symbol" ? token.text : "";
}

function parseOperand(parser: Parser, lowest: number): Expression {
  if (parser.atWords("NOT")) {
    const { start } = parser.advance();
    // Where NOT stands behind a tighter operator (`a = NOT b`) it can only mean its next operand.
    const binding = lowest <= level.not ? level.not : lowest;
    const operand = parser.nestedExpression(() => parseOperators(parser, binding));
    return { kind: "unary", range: spanOf({ start, end: start }, operand.range), operator: "NOT", operand };
  }
  return parseUnary(parser);
}

function parseUnary(parser: Parser): Expression {
  const { token } = parser;
  if (parser.atSymbol("-") || parser.atSymbol("+")) {
    parser.advance();
    const operand = parser.nestedExpression(() => parseUnary(parser));
    const operator = token.text === "-" ? "-" : "+";
    return { kind: "unary", range: spanOf(token, operand.range), operator, operand };
  }
  if (token.word === "NOT") return parseOperand(parser, level.product);
  return parsePostfix(parser);
}

/** `x::type`, `x[1]`, `x AT TIME ZONE '…'`. */
function parsePostfix(parser: Parser): Expression {
  let operand = parsePrimary(parser);
  for (;;) {
    if (parser.takeSymbol("::") !== null) {
      const type = parseTypeName(parser);
      if (type === null) return operand;
      operand = { kind: "cast", range: spanOf(operand.range, type.range), operand, type, lenient: false };
    } else if (parser.atSymbol("[")) {
      const { start } = parser.advance();
      parser.skipTo((token) => token.kind === "symbol" && token.text === "]");
      parser.takeSymbol("]");
      parser.refuse("fieldAccess", parser.since(start));
    } else if (parser.atWords("AT", "TIME", "ZONE")) {
      const range = parser.takeWords("AT", "TIME", "ZONE")!;
      parsePrimary(parser);
      parser.refuse("operator", range);
    } else return operand;
  }
}

/** IS, BETWEEN, IN and LIKE behind an operand; null when none is there. */
function parsePredicate(parser: Parser, operand: Expression): Expression | null {
  const { start } = operand.range;
  if (parser.takeWords("IS") !== null) return parseIs(parser, operand);
  const negated = parser.token.word === "NOT" && isPredicateWord(parser.peek(1));
  if (!negated && !isPredicateWord(parser.token)) return null;
  if (negated) parser.advance();
  const { word } = parser.advance();
  if (word === "BETWEEN") {
    const low = parseOperators(parser, level.concatenation);
    parser.expectWord("AND", "between the two bounds of BETWEEN");
    const high = parseOperators(parser, level.concatenation);
    return { kind: "between", range: parser.since(start), operand, low, high, negated };
  }
  if (word === "IN") {
    const list = parseInList(parser);
    return { kind: "in", range: parser.since(start), operand, list, negated };
  }
  const pattern = parseOperators(parser, level.concatenation);
  const escape = parser.takeWords("ESCAPE") === null ? null : parsePrimary(parser);
  return { kind: "like", range: parser.since(start), operator: "LIKE", operand, pattern, escape, negated };
}

function isPredicateWord(token: Token): boolean {
  return token.word === "BETWEEN" || token.word === "IN" || token.word === "LIKE";
}

function parseIs(parser: Parser, operand: Expression): Expression {
  const { start } = operand.range;
  const negated = parser.takeWords("NOT") !== null;
  if (parser.takeWords("NULL")) return { kind: "is-null", range: parser.since(start), operand, negated };
  if (parser.takeWords("DISTINCT") !== null) {
    parser.expectWord("FROM", "after IS DISTINCT");
    const right = parseOperators(parser, level.concatenation);
    return { kind: "is-distinct", range: parser.since(start), left: operand, right, negated };
  }
  if (parser.atAnyWord("TRUE", "FALSE", "UNKNOWN")) {
    const { word } = parser.advance();
    const truth = word === "UNKNOWN" ? null : word === "TRUE";
    return { kind: "is-truth", range: parser.since(start), operand, truth, negated };
  }
  parser.expected(
    "NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM after IS",
    "To compare with a value write `=` instead of IS.",
  );
  return { kind: "missing", range: parser.since(start) };
}

function parseInList(parser: Parser): Expression[] {
  const opened = rangeOf(parser.token);
  if (!parser.expectSymbol("(", "after IN")) return [];
  const list: Expression[] = [];
  do list.push(parser.atAnyWord("SELECT", "WITH") ? parseInQuery(parser) : parser.expression());
  while (parser.takeSymbol(",") !== null);
  parser.closeParenthesis(opened);
  return list;
}

function parseInQuery(parser: Parser): Expression {
  return parser.nestedExpression(() => {
    const query = parser.query();
    parser.refuse("subquery", query.range);
    return { kind: "subquery", range: query.range, exists: false, query };
  });
}

function isForeignOperator(token: Token): boolean {
  return token.kind === "symbol" ? foreignSymbols.has(token.text) : foreignWords.has(token.word);
}

/** Takes an operator that is not run yet with its right side, so that what follows is still checked. */
function refuseOperator(parser: Parser, left: Expression): Expression {
  const { start } = parser.token;
  parser.takeWords("NOT");
  const { text } = parser.advance();
  parser.takeWords("TO");
  parser.refuse(text.startsWith("->") ? "fieldAccess" : "operator", parser.since(start));
  const right = parseOperators(parser, level.product);
  return { kind: "missing", range: spanOf(left.range, right.range) };
}
