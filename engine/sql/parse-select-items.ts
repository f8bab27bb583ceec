import type { Identifier, SelectItem } from "./ast.ts";
import type { ColumnReference } from "./expression-ast.ts";
import { beginsClause, canBeBareAlias } from "./keyword.ts";
import { misspeltClause, reportUnexpected } from "./misspelt-clause.ts";
import { parseColumnReference } from "./parse-column-reference.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";

/** Parses the list behind SELECT. */
export function parseSelectItems(parser: Parser): readonly SelectItem[] {
  const items: SelectItem[] = [];
  do {
    items.push(parseItem(parser));
    if (endsItem(parser) || misspeltClause(parser) !== null) continue;
    if (beginsCall(parser)) reportMissingComma(parser);
    else reportUnexpected(parser);
    parser.skipTo((token) => isSymbol(token, ",") || beginsClause(token.word));
  } while (parser.takeSymbol(",") !== null);
  return items;
}

/** Whether a name and a parenthesis follow another name, as in `SELECT city COUNT(*)`. */
function beginsCall(parser: Parser): boolean {
  return parser.previous.kind === "word" && parser.token.kind === "word" && isSymbol(parser.peek(1), "(");
}

function reportMissingComma(parser: Parser): void {
  const { token, previous } = parser;
  parser.errorAtToken(
    "SYNTAX_UNEXPECTED",
    rangeOf(token),
    `A comma is missing between \`${previous.text}\` and \`${token.text}\`.`,
    `Write \`, ${token.text}\`.`,
    `, ${token.text}`,
  );
}

function parseItem(parser: Parser): SelectItem {
  const { start } = parser.token;
  if (parser.takeSymbol("*") !== null) {
    const except = parseExcept(parser);
    return { kind: "all", range: parser.since(start), qualifier: null, except };
  }
  if (isSymbol(parser.peek(1), ".") && isSymbol(parser.peek(2), "*")) {
    const qualifier = parser.expectName("a stream's name before `.*`");
    if (qualifier !== null) {
      parser.advance();
      parser.advance();
      const except = parseExcept(parser);
      return { kind: "all", range: parser.since(start), qualifier, except };
    }
  }
  const expression = parser.expression();
  const alias = parseAlias(parser);
  const primaryKey = parser.takeWords("PRIMARY", "KEY");
  const range = expression.kind === "missing" && alias === null ? expression.range : parser.since(start);
  return { kind: "expression", range, expression, alias, primaryKey };
}

/** RisingWave's `* EXCEPT (a, b)`; EXCEPT before a query in parentheses is the set operator. */
function parseExcept(parser: Parser): readonly ColumnReference[] {
  if (!parser.atWords("EXCEPT") || !isSymbol(parser.peek(1), "(") || parser.peek(2).word === "SELECT")
    return [];
  parser.advance();
  const opened = rangeOf(parser.advance());
  const columns: ColumnReference[] = [];
  do {
    const column = parseColumnReference(parser, "the name of a column");
    if (column === null) parser.skipTo((token) => isSymbol(token, ","));
    else columns.push(column);
  } while (parser.takeSymbol(",") !== null);
  parser.closeParenthesis(opened);
  return columns;
}

function endsItem(parser: Parser): boolean {
  const { kind, text, word } = parser.token;
  return kind === "end" || beginsClause(word) || (kind === "symbol" && [",", ";", ")"].includes(text));
}

function parseAlias(parser: Parser): Identifier | null {
  const { token } = parser;
  if (parser.takeWords("AS") === null) {
    const named = token.kind === "quoted" || (token.kind === "word" && canBeBareAlias(token.word));
    const bare = named && !beginsCall(parser);
    return bare && misspeltClause(parser) === null ? parser.takeName() : null;
  }
  const name = parser.expectName("a name after AS");
  // The keyword or string was meant as the name: what follows it is in step again.
  const { kind, word } = parser.token;
  if (name === null && (kind === "string" || (kind === "word" && !beginsClause(word)))) parser.advance();
  return name;
}
