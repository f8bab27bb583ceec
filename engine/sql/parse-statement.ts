import { nearestWord } from "../common/nearest-word.ts";
import type { Annotation } from "./ast.ts";
import { dialectOf } from "./dialect.ts";
import { parseCreate } from "./parse-create.ts";
import { parseDescribe, parseDrop, parseExplain, parseShow } from "./parse-inspection.ts";
import { parseInsert } from "./parse-insert.ts";
import { parseJob } from "./parse-job.ts";
import { parseReset, parseSet } from "./parse-settings.ts";
import { capital, describe, rangeOf, type Parser } from "./parser.ts";
import type { JobVerb, Statement, StatementBody } from "./statement-ast.ts";

type Body = {
  [Kind in Statement["kind"]]: StatementBody<Extract<Statement, { kind: Kind }>>;
}[Statement["kind"]];

/** First words of the statements that the engines know and that have no tree of their own. */
const otherVerbs =
  "ADD ALTER ANALYZE ASSERT BEGIN CALL COMPILE DECLARE DEFINE DELETE END EXECUTE EXPORT FLUSH GRANT LOAD PRINT REMOVE REVOKE RUN TRUNCATE UNDEFINE UNLOAD UPDATE USE".split(
    " ",
  );

const jobVerbs: readonly JobVerb[] = ["START", "STOP", "PAUSE", "RESUME", "DEPLOY", "ROLLBACK", "TERMINATE"];

/** What a statement may begin with. */
const verbs: ReadonlySet<string> = new Set([
  ...otherVerbs,
  ...jobVerbs,
  ..."SELECT WITH VALUES CREATE INSERT DROP SET RESET UNSET SHOW LIST DESCRIBE DESC EXPLAIN".split(" "),
]);

/** Parses one statement up to its semicolon or the end; null when nothing of it could be read, which is reported. */
export function parseStatement(parser: Parser, annotations: readonly Annotation[]): Statement | null {
  const seen = dialectOf(parser.statementTokens(), annotations);
  parser.dialect = seen.dialect;
  parser.dialectFixed = seen.fixed;
  const statement = parseBeginning(parser, annotations);
  if (statement !== null && parser.token.kind !== "end" && !parser.atSymbol(";"))
    reportTrailing(parser, statement);
  skipStatement(parser);
  return statement;
}

/** Parses as much as is a statement; what follows is left. */
function parseBeginning(parser: Parser, annotations: readonly Annotation[]): Statement | null {
  const first = rangeOf(parser.token);
  if (!verbs.has(parser.token.word) && !parser.atSymbol("(")) {
    reportBeginning(parser);
    return null;
  }
  const { dialect, dialectFixed } = parser;
  const body = parseBody(parser);
  const range = parser.since(first.start);
  const named = body.kind === "create" || body.kind === "drop" || body.kind === "insert" ? body.name : null;
  const headRange = { start: first.start, end: named?.range.end ?? first.end };
  return { ...body, range, headRange, annotations, dialect, dialectFixed };
}

function parseBody(parser: Parser): Body {
  if (parser.atAnyWord("SELECT", "WITH", "VALUES") || parser.atSymbol("("))
    return { kind: "query", query: parser.query() };
  const { word } = parser.advance();
  switch (word) {
    case "CREATE":
      return parseCreate(parser) ?? parseOther(parser, word);
    case "DROP":
      return parseDrop(parser) ?? parseOther(parser, word);
    case "INSERT":
      return parseInsert(parser);
    case "SET":
      return parseSet(parser);
    case "RESET":
    case "UNSET":
      return parseReset(parser);
    case "SHOW":
    case "LIST":
      return parseShow(parser);
    case "DESCRIBE":
    case "DESC":
      return parseDescribe(parser);
    case "EXPLAIN":
      return parseExplain(parser, (inner) => parseBeginning(inner, []));
    default: {
      const job = jobVerbs.find((verb) => verb === word);
      return job === undefined ? parseOther(parser, word) : parseJob(parser, job);
    }
  }
}

/** Whatever it says: it has no meaning here. CREATE and DROP are told by their object. */
function parseOther(parser: Parser, word: string): Body {
  const object = word === "CREATE" || word === "DROP" ? ` ${parser.token.word}` : "";
  skipStatement(parser);
  return { kind: "other", verb: `${word}${object}`.trim() };
}

function skipStatement(parser: Parser): void {
  while (parser.token.kind !== "end" && !parser.atSymbol(";")) parser.advance();
}

function reportBeginning(parser: Parser): void {
  const { token } = parser;
  const near = nearestWord(token.word, [...verbs]);
  const message = `A statement cannot begin with ${describe(token)}.`;
  const hint = near === null ? "A query begins with SELECT." : `Did you mean ${near}?`;
  parser.errorAtToken("SYNTAX_STATEMENT", rangeOf(token), message, hint, near);
}

/** Reports that a token fits nowhere behind a statement. */
function reportTrailing(parser: Parser, { kind }: Statement): void {
  const { token } = parser;
  const range = rangeOf(token);
  const what = kind === "query" ? "query" : "statement";
  if (parser.atSymbol(")"))
    parser.errorAtToken("SYNTAX_UNEXPECTED", range, "`)` closes nothing.", "Remove it.", "");
  else if (verbs.has(token.word) && token.word !== "WITH")
    parser.errorAtToken(
      "SYNTAX_UNEXPECTED",
      range,
      `${capital(describe(token))} begins another statement.`,
      `End the ${what} before it with \`;\`.`,
      `; ${token.text}`,
    );
  else
    parser.errorAtToken(
      "SYNTAX_UNEXPECTED",
      range,
      `${capital(describe(token))} does not fit behind the ${what}.`,
      `Remove it, or end the ${what} before it with \`;\`.`,
    );
}
