import type { Identifier, Named } from "./ast.ts";
import { canBeBareAlias } from "./keyword.ts";
import { misspeltClause } from "./misspelt-clause.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";

/** What stands in an item of FROM without a name. */
export const unnamed: Named = { alias: null, columns: [] };

/** Parses `[AS] alias [(a, b)]`; unnamed where none is there. */
export function parseNamed(parser: Parser): Named {
  const alias = parseAlias(parser);
  const columns = alias !== null && parser.atSymbol("(") ? parseColumnNames(parser) : [];
  return { alias, columns };
}

/** Parses `(a, b)`: names in parentheses. */
export function parseColumnNames(parser: Parser): readonly Identifier[] {
  const opened = rangeOf(parser.advance());
  const names: Identifier[] = [];
  do {
    const name = parser.expectName("the name of a column");
    if (name === null) parser.skipTo((token) => isSymbol(token, ","));
    else names.push(name);
  } while (parser.takeSymbol(",") !== null);
  parser.closeParenthesis(opened);
  return names;
}

function parseAlias(parser: Parser): Identifier | null {
  if (parser.takeWords("AS") !== null) return parser.expectName("a name after AS");
  const { kind, word } = parser.token;
  const bare = kind === "quoted" || (kind === "word" && canBeBareAlias(word));
  return bare && misspeltClause(parser) === null ? parser.takeName() : null;
}
