import { nearestWord } from "../common/nearest-word.ts";
import type { Annotation, Statement } from "./ast.ts";
import { guessDialect } from "./dialect.ts";
import { capital, describe, rangeOf, type Parser } from "./parser.ts";
import { unsupportedStatement } from "./unsupported.ts";

/** First words of the statements that the engines know and that are not queries. */
const verbs = new Set(
  (
    "ADD ALTER ANALYZE ASSERT BEGIN CALL COMPILE CREATE DECLARE DEFINE DELETE DEPLOY DESC DESCRIBE DROP EXECUTE EXPLAIN " +
    "EXPORT FLUSH GRANT INSERT LIST LOAD PAUSE PRINT REMOVE RESET RESUME REVOKE ROLLBACK RUN SET SHOW START STOP " +
    "TERMINATE TRUNCATE UNDEFINE UNLOAD UNSET UPDATE USE VALUES"
  ).split(" "),
);

/** Parses one statement up to its semicolon or the end; null when nothing of it could be read, which is reported. */
export function parseStatement(parser: Parser, annotations: readonly Annotation[]): Statement | null {
  const { token } = parser;
  const { start } = token;
  if (verbs.has(token.word)) {
    skipStatement(parser);
    const range = parser.since(start);
    parser.report(unsupportedStatement(token.word, range));
    return { kind: "other", range, annotations, verb: token.word };
  }
  if (!parser.atAnyWord("SELECT", "WITH") && !parser.atSymbol("(")) {
    reportBeginning(parser);
    skipStatement(parser);
    return null;
  }
  parser.dialect = guessDialect(parser.statementTokens());
  const query = parser.query();
  const range = parser.since(start);
  if (parser.token.kind !== "end" && !parser.atSymbol(";")) reportTrailing(parser);
  skipStatement(parser);
  return { kind: "query", range, annotations, query };
}

function skipStatement(parser: Parser): void {
  while (parser.token.kind !== "end" && !parser.atSymbol(";")) parser.advance();
}

function reportBeginning(parser: Parser): void {
  const { token } = parser;
  const near = nearestWord(token.word, ["SELECT", "WITH", "CREATE", "INSERT", "SHOW", "DESCRIBE", "EXPLAIN"]);
  const message = `A statement cannot begin with ${describe(token)}.`;
  const hint = near === null ? "A query begins with SELECT." : `Did you mean ${near}?`;
  parser.errorAtToken("SYNTAX_STATEMENT", rangeOf(token), message, hint, near);
}

function reportTrailing(parser: Parser): void {
  const { token } = parser;
  if (parser.atSymbol(")"))
    parser.errorAtToken("SYNTAX_UNEXPECTED", rangeOf(token), "`)` closes nothing.", "Remove it.", "");
  else
    parser.errorAtToken(
      "SYNTAX_UNEXPECTED",
      rangeOf(token),
      `${capital(describe(token))} does not fit behind the query.`,
      "Remove it, or end the query before it with `;`.",
    );
}
