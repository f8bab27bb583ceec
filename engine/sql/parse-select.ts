import type { SourceRange } from "../common/source-range.ts";
import type { Select } from "./ast.ts";
import { clauseAt, clauseOf, type Clause, type SelectDraft } from "./clause.ts";
import { beginsClause } from "./keyword.ts";
import { misspeltClause, reportUnexpected } from "./misspelt-clause.ts";
import { parseSelectItems } from "./parse-select-items.ts";
import { rangeOf, type Parser } from "./parser.ts";

interface SeenClause {
  readonly clause: Clause;
  /** Of its first words. */
  readonly range: SourceRange;
}

/** Parses from the word SELECT to the last clause. Clauses may come in any order; a wrong order is reported. */
export function parseSelect(parser: Parser): Select {
  const { start } = parser.token;
  const errorsBefore = parser.diagnostics.length;
  const draft = emptySelect(parser);
  if (parser.takeWords("SELECT") === null) parser.expected("SELECT", "A query begins with SELECT.");
  else {
    draft.distinct = parser.takeWords("DISTINCT");
    if (draft.distinct !== null) parser.refuse("distinct", draft.distinct);
    else parser.takeWords("ALL");
    draft.items = parseSelectItems(parser);
  }
  parseClauses(parser, draft);
  draft.range = parser.since(start);
  if (draft.from === null && parser.diagnostics.length === errorsBefore) parser.refuse("noFrom", draft.range);
  const { ksqldbWindow: _, ...select } = draft;
  return select;
}

function emptySelect(parser: Parser): SelectDraft {
  return {
    kind: "select",
    range: rangeOf(parser.token),
    dialect: parser.dialect,
    distinct: null,
    items: [],
    from: null,
    where: null,
    groupBy: null,
    window: null,
    namedWindows: [],
    having: null,
    qualify: null,
    orderBy: [],
    limit: null,
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
      if (endsSelect(parser)) return;
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

/** The clause whose first word is misspelt here, which is then reported: it is parsed as if it were right. */
function misspelt(parser: Parser): Clause | null {
  const word = misspeltClause(parser);
  if (word === null) return null;
  reportUnexpected(parser);
  return clauseOf(word);
}

/** A parenthesis, the end of the statement and a set operator belong to whoever holds this SELECT. */
function endsSelect(parser: Parser): boolean {
  return (
    parser.token.kind === "end" ||
    parser.atSymbol(";") ||
    parser.atSymbol(")") ||
    parser.atAnyWord("UNION", "EXCEPT", "INTERSECT")
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
  const higher = seen.filter((other) => other.clause.rank > clause.rank && other !== earlyWindow);
  const first = higher[0];
  if (first === undefined) return;
  if (first.clause.name === "WITH" && seen.indexOf(first) === 1) {
    parser.refuse("sourceOptions", first.range);
    return;
  }
  const moved = higher.length === 1 && (first.clause.name === "WINDOW" || first.clause.name === "HAVING");
  parser.error(
    "SYNTAX_CLAUSE_ORDER",
    moved ? first.range : range,
    moved
      ? `${first.clause.name} stands before ${clause.name}; it belongs after it.`
      : `${clause.name} stands after ${first.clause.name}; it belongs before it.`,
    "The order is SELECT … FROM … WHERE … GROUP BY … WINDOW … HAVING … ORDER BY … LIMIT … EMIT … WITH (…).",
  );
}
