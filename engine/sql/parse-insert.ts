import { parseNames } from "./parse-table-elements.ts";
import type { Parser } from "./parser.ts";
import type { InsertStatement, StatementBody } from "./statement-ast.ts";

/** Parses behind INSERT: `INTO name [(columns)]` and VALUES or a query. */
export function parseInsert(parser: Parser): StatementBody<InsertStatement> {
  if (parser.takeWords("OVERWRITE") === null) parser.expectWord("INTO", "after INSERT");
  const name = parser.expectName("the name of a stream after INSERT INTO");
  // A parenthesis may begin the columns or the query.
  const names = parser.atSymbol("(") && !["SELECT", "WITH", "VALUES", ""].includes(parser.peek(1).word);
  const quoted = parser.atSymbol("(") && parser.peek(1).kind === "quoted";
  const columns = names || quoted ? parseNames(parser, "after the name") : [];
  if (parser.atAnyWord("SELECT", "VALUES", "WITH") || parser.atSymbol("("))
    return { kind: "insert", name, columns, query: parser.query() };
  if (name !== null)
    parser.expected("VALUES or SELECT", `Write INSERT INTO ${name.text} VALUES (…), or … SELECT ….`);
  return { kind: "insert", name, columns, query: null };
}
