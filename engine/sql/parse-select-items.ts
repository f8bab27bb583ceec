import type { Identifier, SelectItem } from "./ast.ts";
import { beginsClause, canBeBareAlias } from "./keyword.ts";
import { misspeltClause, reportUnexpected } from "./misspelt-clause.ts";
import { isSymbol, type Parser } from "./parser.ts";

/** Parses the list behind SELECT. */
export function parseSelectItems(parser: Parser): readonly SelectItem[] {
  const items: SelectItem[] = [];
  do {
    items.push(parseItem(parser));
    if (endsItem(parser) || misspeltClause(parser) !== null) continue;
    reportUnexpected(parser);
    parser.skipTo((token) => isSymbol(token, ",") || beginsClause(token.word));
  } while (parser.takeSymbol(",") !== null);
  return items;
}

function parseItem(parser: Parser): SelectItem {
  const { start } = parser.token;
  if (parser.takeSymbol("*") !== null) {
    const range = parser.since(start);
    refuseExcept(parser);
    return { kind: "all", range, qualifier: null };
  }
  if (isSymbol(parser.peek(1), ".") && isSymbol(parser.peek(2), "*")) {
    const qualifier = parser.expectName("a stream's name before `.*`");
    if (qualifier !== null) {
      parser.advance();
      parser.advance();
      return { kind: "all", range: parser.since(start), qualifier };
    }
  }
  const expression = parser.expression();
  const alias = parseAlias(parser);
  const primaryKey = parser.takeWords("PRIMARY", "KEY");
  if (primaryKey !== null) parser.refuse("primaryKey", primaryKey);
  const range = expression.kind === "missing" && alias === null ? expression.range : parser.since(start);
  return { kind: "expression", range, expression, alias, primaryKey };
}

/** RisingWave's `* EXCEPT (a, b)`; EXCEPT before a query in parentheses is the set operator. */
function refuseExcept(parser: Parser): void {
  const { start } = parser.token;
  if (!parser.atWords("EXCEPT") || !isSymbol(parser.peek(1), "(") || parser.peek(2).word === "SELECT") return;
  parser.advance();
  parser.advance();
  parser.skipTo(() => false);
  parser.takeSymbol(")");
  parser.refuse("starExcept", parser.since(start));
}

function endsItem(parser: Parser): boolean {
  const { kind, text, word } = parser.token;
  return kind === "end" || beginsClause(word) || (kind === "symbol" && [",", ";", ")"].includes(text));
}

function parseAlias(parser: Parser): Identifier | null {
  const { token } = parser;
  if (parser.takeWords("AS") === null) {
    const bare = token.kind === "quoted" || (token.kind === "word" && canBeBareAlias(token.word));
    return bare && misspeltClause(parser) === null ? parser.takeName() : null;
  }
  const name = parser.expectName("a name after AS");
  // The keyword or string was meant as the name: what follows it is in step again.
  const { kind, word } = parser.token;
  if (name === null && (kind === "string" || (kind === "word" && !beginsClause(word)))) parser.advance();
  return name;
}
