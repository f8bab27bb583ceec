import { spanOf } from "../common/source-range.ts";
import type { CommonTable, Query, QueryEnd, Union } from "./ast.ts";
import { parseColumnNames } from "./parse-alias.ts";
import { noEnd, parseQueryEnd, parseSelect } from "./parse-select.ts";
import { parseValues } from "./parse-values.ts";
import { capital, describe, rangeOf, type Parser } from "./parser.ts";

/** A query, and whether it stands without parentheses: what ends the text may then belong to a set operation. */
interface Operand {
  readonly query: Query;
  readonly open: boolean;
}

/**
 * Parses `[WITH name AS (query), …] query [UNION [ALL] query …]`. INTERSECT binds tighter than UNION and EXCEPT.
 * @param first the first query of the chain where it has been read already.
 */
export function parseQuery(parser: Parser, first?: Query): Query {
  if (first !== undefined) return parseChain(parser, { query: first, open: false });
  if (!parser.atWords("WITH")) return parseChain(parser, parseOperand(parser));
  const { start } = parser.advance();
  const recursive = parser.takeWords("RECURSIVE");
  const tables: CommonTable[] = [];
  do {
    const table = parseCommonTable(parser);
    if (table === null) break;
    tables.push(table);
  } while (parser.takeSymbol(",") !== null);
  const body = parseChain(parser, parseOperand(parser));
  return { kind: "with", range: parser.since(start), recursive, tables, body };
}

function parseCommonTable(parser: Parser): CommonTable | null {
  const name = parser.expectName("a name after WITH");
  if (name === null) return null;
  const columns = parser.atSymbol("(") ? parseColumnNames(parser) : [];
  if (!parser.expectWord("AS", "after the name of the query")) return null;
  const opened = rangeOf(parser.token);
  if (!parser.expectSymbol("(", "before the query")) return null;
  const query = parser.nested(() => parser.query());
  parser.closeParenthesis(opened);
  return query && { range: parser.since(name.range.start), name, columns, query };
}

function parseChain(parser: Parser, first: Operand): Query {
  let left = parseIntersections(parser, first);
  while (parser.atAnyWord("UNION", "EXCEPT"))
    left = combine(parser, left, takeOperator(parser), () =>
      parseIntersections(parser, parseOperand(parser)),
    );
  return left.open ? left.query : parseOuterEnd(parser, left.query);
}

function parseIntersections(parser: Parser, first: Operand): Operand {
  let left = first;
  while (parser.atAnyWord("INTERSECT"))
    left = combine(parser, left, takeOperator(parser), () => parseOperand(parser));
  return left;
}

function takeOperator(parser: Parser): Pick<Union, "operator" | "operatorRange"> {
  const { word, start } = parser.advance();
  const all = parser.takeWords("ALL") !== null;
  if (!all) parser.takeWords("DISTINCT");
  const name = word === "EXCEPT" || word === "INTERSECT" ? word : "UNION";
  return { operator: all ? `${name} ALL` : name, operatorRange: parser.since(start) };
}

function combine(
  parser: Parser,
  left: Operand,
  operator: Pick<Union, "operator" | "operatorRange">,
  parseRight: () => Operand,
): Operand {
  if (left.open) reportEarlyEnd(parser, endOf(left.query), operator.operator);
  const right = parseRight();
  const range = spanOf(left.query.range, right.query.range);
  const end = right.open ? endOf(right.query) : noEnd;
  const last = right.open ? withEnd(right.query, noEnd) : right.query;
  const query: Union = { kind: "union", range, ...operator, left: left.query, right: last, ...end };
  return { query, open: right.open };
}

function reportEarlyEnd(parser: Parser, end: QueryEnd, operator: string): void {
  const [name, range] = end.orderBy[0]
    ? ["ORDER BY", end.orderBy[0].range]
    : ["LIMIT", (end.limit ?? end.offset)?.range];
  if (range === undefined) return;
  parser.error(
    "SYNTAX_CLAUSE_ORDER",
    range,
    `${name} stands before ${operator}, so it could only mean the whole.`,
    "Write it at the end, or put the query that it belongs to in parentheses.",
  );
}

function endOf(query: Query): QueryEnd {
  if (query.kind !== "select" && query.kind !== "union") return noEnd;
  const { orderBy, limit, offset, emit, into, properties } = query;
  return { orderBy, limit, offset, emit, into, properties };
}

function withEnd(query: Query, end: QueryEnd): Query {
  return query.kind === "select" || query.kind === "union" ? { ...query, ...end } : query;
}

/** Takes ORDER BY, LIMIT and their like behind a query in parentheses. */
function parseOuterEnd(parser: Parser, query: Query): Query {
  const { token } = parser;
  const outer = parseQueryEnd(parser);
  if (outer === null) return query;
  const own = endOf(query);
  const clash =
    query.kind === "with" ||
    query.kind === "values" ||
    own.orderBy.length + own.properties.length > 0 ||
    (own.limit ?? own.offset ?? own.emit ?? own.into) !== null;
  if (!clash) return withEnd(query, outer);
  parser.error(
    "SYNTAX_UNEXPECTED",
    rangeOf(token),
    `${capital(describe(token))} does not fit behind these parentheses.`,
    "Write it inside of them.",
  );
  return query;
}

function parseOperand(parser: Parser): Operand {
  if (parser.atWords("VALUES")) return { query: parseValues(parser), open: false };
  if (!parser.atSymbol("(")) return { query: parseSelect(parser), open: true };
  const opened = rangeOf(parser.advance());
  const query = parser.nested(() => parser.query());
  parser.closeParenthesis(opened);
  return query === null ? { query: parseSelect(parser), open: true } : { query, open: false };
}
