import type { Identifier, OrderItem } from "./ast.ts";
import type { Expression, FunctionCall, Over } from "./expression-ast.ts";
import { parseArgumentForm, withUnit } from "./parse-argument-form.ts";
import { parseJsonOptions, parseJsonPairs } from "./parse-json-call.ts";
import { parseOrderItems } from "./parse-order-by.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";

/** What stands between the parentheses of a call. */
type Inside = Pick<
  FunctionCall,
  "distinct" | "star" | "arguments" | "argumentNames" | "orderBy" | "nulls" | "json"
>;

/** More than any function hands to a lambda. */
const mostParameters = 4;

const nothing: Inside = {
  distinct: null,
  star: null,
  arguments: [],
  argumentNames: [],
  orderBy: [],
  nulls: null,
  json: null,
};

/** Parses `name(…)` with what may follow it: WITHIN GROUP, IGNORE NULLS, FILTER and OVER; the name and `(` are next. */
export function parseCall(parser: Parser): FunctionCall {
  const name = parser.takeName();
  const opened = rangeOf(parser.advance());
  const form = name.quoted ? null : parseArgumentForm(parser, name);
  const inside = form === null ? parseInside(parser, name) : { ...nothing, arguments: form.values };
  parser.closeParenthesis(opened);
  const orderBy = parseWithinGroup(parser) ?? inside.orderBy;
  let nulls = parseNulls(parser) ?? inside.nulls;
  const filter = parser.atWords("FILTER") && isSymbol(parser.peek(1), "(") ? parseFilter(parser) : null;
  nulls = parseNulls(parser) ?? nulls;
  const over = parser.atWords("OVER") ? parseOver(parser) : null;
  const range = parser.since(name.range.start);
  return { ...inside, kind: "call", range, name: form?.name ?? name, orderBy, nulls, filter, over };
}

function parseInside(parser: Parser, name: Identifier): Inside {
  const distinct = parser.takeWords("DISTINCT");
  if (distinct === null && !isSymbol(parser.peek(1), "(")) parser.takeWords("ALL");
  const star = parser.atSymbol("*") ? rangeOf(parser.advance()) : null;
  const isJson = !name.quoted && /^JSON_/i.test(name.text);
  const { values, names } = star === null ? parseArguments(parser, name) : { values: [], names: [] };
  const orderBy = parser.takeWords("ORDER", "BY") === null ? [] : parseOrderItems(parser);
  const nulls = parseNulls(parser);
  const json = isJson ? parseJsonOptions(parser) : null;
  return { distinct, star, arguments: values, argumentNames: names, orderBy, nulls, json };
}

function parseArguments(
  parser: Parser,
  name: Identifier,
): { readonly values: readonly Expression[]; readonly names: readonly (Identifier | null)[] } {
  const pairs = parseJsonPairs(parser, name);
  if (pairs !== null) return { values: pairs, names: [] };
  const values: Expression[] = [];
  const names: (Identifier | null)[] = [];
  if (!parser.atSymbol(")"))
    do {
      const named = isSymbol(parser.peek(1), "=>")
        ? parser.expectName("the name of an argument")
        : parseLambdaParameters(parser);
      if (named !== null) parser.advance();
      names.push(named);
      values.push(parser.atAnyWord("SELECT", "WITH") ? parseQueryArgument(parser) : parser.expression());
    } while (parser.takeSymbol(",") !== null);
  return { values: withUnit(name, values), names: names.some((given) => given !== null) ? names : [] };
}

/** ksqlDB's `(k, v) => …`, which is parsed and not run: its names as that of the argument, or null where none begins. */
function parseLambdaParameters(parser: Parser): Identifier | null {
  if (!parser.atSymbol("(")) return null;
  const names: string[] = [];
  let distance = 1;
  for (; names.length < mostParameters; distance += 2) {
    const { kind, text } = parser.peek(distance);
    if (kind !== "word") return null;
    names.push(text);
    if (!isSymbol(parser.peek(distance + 1), ",")) break;
  }
  if (!isSymbol(parser.peek(distance + 1), ")") || !isSymbol(parser.peek(distance + 2), "=>")) return null;
  const { start } = parser.token;
  for (let taken = 0; taken < distance + 2; taken++) parser.advance();
  return { range: parser.since(start), text: names.join(", "), quoted: true };
}

/** A query alone in the parentheses: `ARRAY(SELECT …)`, `x = ANY (SELECT …)`. */
function parseQueryArgument(parser: Parser): Expression {
  return parser.nestedExpression(() => {
    const query = parser.query();
    return { kind: "subquery", range: query.range, exists: false, quantifier: null, query };
  });
}

function parseWithinGroup(parser: Parser): readonly OrderItem[] | null {
  if (parser.takeWords("WITHIN", "GROUP") === null) return null;
  const opened = rangeOf(parser.token);
  if (!parser.expectSymbol("(", "after WITHIN GROUP")) return null;
  const ordered =
    parser.expectWord("ORDER", "after WITHIN GROUP (") && parser.expectWord("BY", "after ORDER");
  const items = ordered ? parseOrderItems(parser) : null;
  parser.closeParenthesis(opened);
  return items;
}

function parseNulls(parser: Parser): FunctionCall["nulls"] {
  if (parser.takeWords("IGNORE", "NULLS") !== null) return "ignore";
  return parser.takeWords("RESPECT", "NULLS") === null ? null : "respect";
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
  return window && { range: parser.since(start), window };
}
