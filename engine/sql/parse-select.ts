import type { Dialect } from "../common/dialect.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { FromItem, Property, QueryEnd, Select } from "./ast.ts";
import { clauseAt, clauseOf, lowestEnd, type Clause, type SelectDraft } from "./clause.ts";
import type { Expression } from "./expression-ast.ts";
import { beginsClause } from "./keyword.ts";
import { misspeltClause, reportUnexpected } from "./misspelt-clause.ts";
import { parseHints } from "./parse-hint.ts";
import { parseSelectItems } from "./parse-select-items.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";

interface SeenClause {
  readonly clause: Clause;
  /** Of its first words. */
  readonly range: SourceRange;
}

/** Parses from the word SELECT to the last clause. Clauses may come in any order; a wrong order is reported. */
export function parseSelect(parser: Parser): Select {
  const { start } = parser.token;
  const draft = emptySelect(parser);
  if (parser.takeWords("SELECT") === null) parser.expected("SELECT", "A query begins with SELECT.");
  else {
    draft.hints = parseHints(parser);
    draft.distinct = parser.takeWords("DISTINCT");
    if (draft.distinct === null) parser.takeWords("ALL");
    else if (parser.atWords("ON") && isSymbol(parser.peek(1), "("))
      draft.distinctOn = parseDistinctOn(parser);
    draft.items = parseSelectItems(parser);
  }
  parseClauses(parser, draft);
  draft.range = parser.since(start);
  const { ksqldbWindow: _, ...select } = draft;
  return select;
}

/** What ends a query that has no such clauses. */
export const noEnd: QueryEnd = {
  orderBy: [],
  limit: null,
  offset: null,
  emit: null,
  into: null,
  properties: [],
};

/** Parses ORDER BY, LIMIT, EMIT and what else may end a query in parentheses; null where none of it is there. */
export function parseQueryEnd(parser: Parser): QueryEnd | null {
  const draft = emptySelect(parser);
  const seen: SeenClause[] = [];
  for (
    let clause = clauseAt(parser);
    clause !== null && clause.rank >= lowestEnd;
    clause = clauseAt(parser)
  ) {
    const found: SeenClause = { clause, range: rangeOf(parser.token) };
    checkOrder(parser, seen, found, null);
    clause.parse(parser, draft);
    seen.push(found);
  }
  const { orderBy, limit, offset, emit, into, properties } = draft;
  return seen.length === 0 ? null : { orderBy, limit, offset, emit, into, properties };
}

function parseDistinctOn(parser: Parser): readonly Expression[] {
  parser.advance();
  const opened = rangeOf(parser.advance());
  const keys: Expression[] = [];
  do keys.push(parser.expression());
  while (parser.takeSymbol(",") !== null);
  parser.closeParenthesis(opened);
  return keys;
}

function emptySelect(parser: Parser): SelectDraft {
  return {
    kind: "select",
    range: rangeOf(parser.token),
    dialect: parser.dialect,
    dialectFixed: parser.dialectFixed,
    hints: [],
    distinct: null,
    distinctOn: [],
    items: [],
    from: null,
    where: null,
    groupBy: null,
    partitionBy: [],
    window: null,
    namedWindows: [],
    having: null,
    qualify: null,
    orderBy: [],
    limit: null,
    offset: null,
    emit: null,
    into: null,
    properties: [],
    ksqldbWindow: false,
  };
}

function parseClauses(parser: Parser, draft: SelectDraft): void {
  const seen: SeenClause[] = [];
  let earlyWindow: SeenClause | null = null;
  for (;;) {
    const clause = clauseAt(parser) ?? misspelt(parser);
    if (clause === null) {
      if (endsSelect(parser)) {
        if (seen.at(-1)?.clause.name === "FROM") liftProperties(draft);
        return;
      }
      reportUnexpected(parser);
      parser.skipTo((token) => beginsClause(token.word));
      continue;
    }
    const end = parser.peek(1).word === "BY" ? parser.peek(1).end : parser.token.end;
    const found: SeenClause = { clause, range: { start: parser.token.start, end } };
    checkOrder(parser, seen, found, earlyWindow);
    const previous = seen.at(-1)?.clause.name;
    clause.parse(parser, draft);
    // ksqlDB's window stands directly behind FROM and is written in ksqlDB's way.
    if (clause.name === "WINDOW" && previous === "FROM") earlyWindow = draft.ksqldbWindow ? found : null;
    if (
      draft.window !== null &&
      earlyWindow !== null &&
      (clause.name === "WHERE" || clause.name === "GROUP BY")
    )
      draft.window = { ...draft.window, position: "after-from" };
    seen.push(found);
  }
}

/** WITH behind the last name of FROM is the query's, where nothing follows it. */
function liftProperties(draft: SelectDraft): void {
  const lifted = withoutLastProperties(draft.from);
  if (lifted === null) return;
  draft.from = lifted.item;
  draft.properties = lifted.properties;
}

function withoutLastProperties(
  item: FromItem | null,
): { readonly item: FromItem; readonly properties: readonly Property[] } | null {
  if (item?.kind === "stream") return { item: { ...item, properties: [] }, properties: item.properties };
  if (item?.kind !== "join" || item.right.range.end !== item.range.end) return null;
  const lifted = withoutLastProperties(item.right);
  return lifted && { item: { ...item, right: lifted.item }, properties: lifted.properties };
}

/** The clause whose first word is misspelt here, which is then reported: it is parsed as if it were right. */
function misspelt(parser: Parser): Clause | null {
  const word = misspeltClause(parser);
  if (word === null) return null;
  reportUnexpected(parser);
  return clauseOf(word);
}

/** A parenthesis, the end of the statement, a set operator, RisingWave's FORMAT and DEPLOY's STRATEGY belong to whoever holds this SELECT. */
function endsSelect(parser: Parser): boolean {
  return (
    parser.token.kind === "end" ||
    parser.atSymbol(";") ||
    parser.atSymbol(")") ||
    parser.atAnyWord("UNION", "EXCEPT", "INTERSECT") ||
    (parser.atWords("FORMAT") && parser.peek(2).word === "ENCODE") ||
    (parser.atWords("STRATEGY") && parser.peek(1).kind === "word")
  );
}

function checkOrder(
  parser: Parser,
  seen: readonly SeenClause[],
  found: SeenClause,
  earlyWindow: SeenClause | null,
): void {
  const { clause, range } = found;
  if (seen.some((other) => other.clause === clause)) {
    if (clause.name === "WITH" && seen.some((other) => other.clause.name === "INTO")) return;
    parser.error(
      "SYNTAX_DUPLICATE_CLAUSE",
      range,
      `A query has only one ${clause.name}.`,
      clause.name === "WHERE" || clause.name === "HAVING"
        ? "Join the conditions by AND."
        : "Remove one of them.",
    );
    return;
  }
  const higher = seen.filter((other) => mustFollow(clause, other) && other !== earlyWindow);
  const first = higher[0];
  if (first === undefined) return;
  if (parser.dialect === "ksqldb" && first.clause.name === "WINDOW" && higher.length === 1)
    return reportKsqldbWindow(parser, seen, first);
  const moved = higher.length === 1 && (first.clause.name === "WINDOW" || first.clause.name === "HAVING");
  parser.error(
    "SYNTAX_CLAUSE_ORDER",
    moved ? first.range : range,
    moved
      ? `${first.clause.name} stands before ${clause.name}; it belongs after it.`
      : `${clause.name} stands after ${first.clause.name}; it belongs before it.`,
    orders[parser.dialect],
  );
}

/** A window that ksqlDB would not take: it is not directly behind FROM, or its length has no SIZE before it. */
function reportKsqldbWindow(parser: Parser, seen: readonly SeenClause[], window: SeenClause): void {
  const before = seen[seen.indexOf(window) - 1]?.clause.name ?? "FROM";
  if (before === "FROM")
    parser.error(
      "SYNTAX_WINDOW_ARGUMENT",
      window.range,
      "A window of ksqlDB has SIZE before its length.",
      "Write WINDOW TUMBLING (SIZE 5 MINUTES).",
    );
  else
    parser.error(
      "SYNTAX_CLAUSE_ORDER",
      window.range,
      `WINDOW stands after ${before}; it belongs before it.`,
      orders.ksqldb,
    );
}

/** Velostream has WINDOW on either side of HAVING. */
function mustFollow(clause: Clause, other: SeenClause): boolean {
  if (clause.name === "WINDOW" && other.clause.name === "HAVING") return false;
  return other.clause.rank > clause.rank;
}

const orders: Readonly<Record<Dialect, string>> = {
  velostream:
    "The order is SELECT … FROM … WHERE … GROUP BY … WINDOW … HAVING … ORDER BY … LIMIT … EMIT … WITH (…).",
  ksqldb: "The order is SELECT … FROM … WINDOW … WHERE … GROUP BY … HAVING … EMIT … LIMIT.",
  flink: "The order is SELECT … FROM … WHERE … GROUP BY … HAVING … WINDOW … QUALIFY … ORDER BY … LIMIT.",
  risingwave: "The order is SELECT … FROM … WHERE … GROUP BY … HAVING … ORDER BY … LIMIT … EMIT ….",
};
