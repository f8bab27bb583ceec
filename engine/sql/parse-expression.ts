import { spanOf } from "../common/source-range.ts";
import type { BinaryOperator, Expression } from "./expression-ast.ts";
import { parsePostfix } from "./parse-postfix.ts";
import { parsePrimary } from "./parse-primary.ts";
import { plainCall } from "./plain-call.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";
import type { Token } from "./token.ts";

/** How tightly operators bind; the higher the tighter. NOT binds looser than every comparison. */
const level = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  concatenation: 5,
  sum: 6,
  product: 7,
  power: 8,
} as const;

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
  ["&", ["&", level.concatenation]],
  ["|", ["|", level.concatenation]],
  ["+", ["+", level.sum]],
  ["-", ["-", level.sum]],
  ["*", ["*", level.product]],
  ["/", ["/", level.product]],
  ["%", ["%", level.product]],
]);

/** Parses an expression; where there is none, reports it and gives a missing one. */
export function parseExpression(parser: Parser): Expression {
  return parseOperators(parser, level.or);
}

/** Parses an expression without comparisons, AND and OR: what may stand on one side of IN. */
export function parseOperand(parser: Parser): Expression {
  return parseOperators(parser, level.concatenation);
}

/** Precedence climbing: operators that bind at least as tightly as `lowest`. */
function parseOperators(parser: Parser, lowest: number): Expression {
  let left = parseNot(parser, lowest);
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
    if (parser.atSymbol("^") && level.power >= lowest) {
      const sign = rangeOf(parser.advance());
      const right = parseOperators(parser, level.power + 1);
      left = plainCall("POWER", sign, [left, right], spanOf(left.range, right.range));
      continue;
    }
    const predicate = level.comparison >= lowest ? parsePredicate(parser, left) : null;
    if (predicate === null) return left;
    left = predicate;
  }
}

function operatorText(token: Token): string {
  return token.kind === "symbol" ? token.text : "";
}

function parseNot(parser: Parser, lowest: number): Expression {
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
  if (token.word === "NOT") return parseNot(parser, level.power);
  return parsePostfix(parser);
}

/** IS, BETWEEN, IN, LIKE and their like behind an operand; null when none is there. */
function parsePredicate(parser: Parser, operand: Expression): Expression | null {
  const { start } = operand.range;
  if (parser.takeWords("IS") !== null) return parseIs(parser, operand);
  const negated = parser.token.word === "NOT" && isPredicateWord(parser.peek(1));
  if (!negated && !isPredicateWord(parser.token)) return null;
  if (negated) parser.advance();
  const { word, text } = parser.token;
  const wordRange = rangeOf(parser.advance());
  if (word === "BETWEEN") return parseBetween(parser, operand, negated);
  if (word === "IN") {
    const list = parseInList(parser);
    return { kind: "in", range: parser.since(start), operand, list, negated };
  }
  if (word === "RLIKE" || word === "REGEXP" || text === "~") {
    const pattern = parseOperators(parser, level.concatenation);
    const call = plainCall("REGEXP", wordRange, [operand, pattern], parser.since(start));
    return negated ? { kind: "unary", range: call.range, operator: "NOT", operand: call } : call;
  }
  if (word === "SIMILAR") parser.expectWord("TO", "after SIMILAR");
  const operator = word === "ILIKE" ? word : word === "SIMILAR" ? "SIMILAR TO" : "LIKE";
  const pattern = parseOperators(parser, level.concatenation);
  const escape = parser.takeWords("ESCAPE") === null ? null : parsePrimary(parser);
  return { kind: "like", range: parser.since(start), operator, operand, pattern, escape, negated };
}

function parseBetween(parser: Parser, operand: Expression, negated: boolean): Expression {
  const symmetric = parser.takeWords("SYMMETRIC") !== null;
  if (!symmetric) parser.takeWords("ASYMMETRIC");
  const low = parseOperators(parser, level.concatenation);
  parser.expectWord("AND", "between the two bounds of BETWEEN");
  const high = parseOperators(parser, level.concatenation);
  const range = parser.since(operand.range.start);
  return { kind: "between", range, operand, low, high, symmetric, negated };
}

const predicateWords = new Set(["BETWEEN", "IN", "LIKE", "ILIKE", "SIMILAR", "RLIKE", "REGEXP"]);

function isPredicateWord(token: Token): boolean {
  return predicateWords.has(token.word) || isSymbol(token, "~");
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
  const words = parser.takeWords("JSON");
  if (words !== null) {
    const shape = parser.atAnyWord("VALUE", "OBJECT", "ARRAY", "SCALAR") ? parser.advance() : null;
    const value: Expression = {
      kind: "string",
      range: rangeOf(shape ?? words),
      value: shape?.word ?? "VALUE",
    };
    const call = plainCall("IS JSON", words, [operand, value], parser.since(start));
    return negated ? { kind: "unary", range: call.range, operator: "NOT", operand: call } : call;
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
    return { kind: "subquery", range: query.range, exists: false, quantifier: null, query };
  });
}
