import { nearestWord } from "../common/nearest-word.ts";
import { isReserved } from "./keyword.ts";
import { capital, describe, isSymbol, rangeOf, type Parser } from "./parser.ts";

const clauseWords = "FROM WHERE GROUP WINDOW HAVING ORDER LIMIT EMIT WITH".split(" ");

/**
 * The keyword of a clause that the next word most likely means, or null. What stands behind it must be able to begin
 * the clause, so that `SELECT a form, b` keeps its alias and `SELECT a FORM t` does not.
 */
export function misspeltClause(parser: Parser): string | null {
  const { word } = parser.token;
  if (word === "" || isReserved(word)) return null;
  const next = parser.peek(1);
  const goesOn =
    next.kind === "symbol"
      ? isSymbol(next, "(")
      : next.word === "BY" || (next.kind !== "end" && !isReserved(next.word));
  return goesOn ? nearestWord(word, clauseWords) : null;
}

/** Reports that the next token fits nowhere, unless something was reported there already. */
export function reportUnexpected(parser: Parser): void {
  const { previous, token } = parser;
  const near = misspeltClause(parser);
  if (near !== null) {
    const message = `\`${token.text}\` is no keyword.`;
    parser.errorAtToken("SYNTAX_KEYWORD", rangeOf(token), message, `Did you mean ${near}?`, near);
    return;
  }
  if (isSymbol(token, "/*+")) {
    const message = "A hint stands behind SELECT or behind the name of a stream.";
    parser.errorAtToken("SYNTAX_HINT", rangeOf(token), message, "Move it there, or remove it.");
    return;
  }
  parser.errorAtToken(
    "SYNTAX_UNEXPECTED",
    parser.here,
    `${capital(describe(token))} does not fit after ${describe(previous)}.`,
    "Perhaps a comma, an operator or a keyword is missing before it.",
  );
}
