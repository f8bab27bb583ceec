import { parseDefinitionOptions } from "./parse-definition-options.ts";
import { takeText } from "./parse-table-elements.ts";
import { isReserved } from "./keyword.ts";
import { isSymbol, type Parser } from "./parser.ts";
import type { JobStatement, JobVerb, StatementBody } from "./statement-ast.ts";

type Body = StatementBody<JobStatement>;
type Draft = { -readonly [Field in keyof Body]: Body[Field] };

/**
 * Parses behind START, STOP, PAUSE, RESUME, DEPLOY, ROLLBACK or TERMINATE: `[FORCE] JOB name [VERSION '2'] [WITH (…)]
 * [AS SELECT …] [STRATEGY CANARY(10)]`, in ksqlDB without the word JOB.
 */
export function parseJob(parser: Parser, verb: JobVerb): Body {
  const force = parser.takeWords("FORCE") !== null;
  if (parser.takeWords("JOB") === null) parser.takeWords("QUERY");
  const draft: Draft = {
    kind: "job",
    verb,
    force,
    name: null,
    version: null,
    strategy: null,
    properties: [],
    query: null,
  };
  if (parser.takeWords("ALL") === null) {
    if (parser.token.kind === "string") {
      const token = parser.advance();
      draft.name = { range: { start: token.start, end: token.end }, text: token.text, quoted: true };
    } else draft.name = parser.expectName("the name of a job");
  }
  while (parser.token.kind !== "end" && !parser.atSymbol(";") && parseClause(parser, draft));
  return draft;
}

function parseClause(parser: Parser, draft: Draft): boolean {
  if (parser.takeWords("TO", "VERSION") !== null || parser.takeWords("VERSION") !== null)
    draft.version = takeText(parser, "the version");
  else if (parser.atWords("WITH") && isSymbol(parser.peek(1), "("))
    draft.properties = [...draft.properties, ...parseDefinitionOptions(parser)];
  else if (parser.takeWords("STRATEGY") !== null) draft.strategy = parseStrategy(parser);
  else if (parser.takeWords("AS") !== null) draft.query = parser.query();
  else return false;
  return true;
}

/** `BLUE_GREEN`, `CANARY(10)`, `ROLLING`, `REPLACE`. */
function parseStrategy(parser: Parser): Body["strategy"] {
  const { token } = parser;
  if (token.kind !== "word" || isReserved(token.word)) {
    parser.expected("a strategy", "Write BLUE_GREEN, CANARY(10), ROLLING or REPLACE.");
    return null;
  }
  parser.advance();
  let amount: number | null = null;
  if (parser.takeSymbol("(") !== null) {
    if (parser.token.kind === "integer") amount = Number(parser.advance().text);
    else parser.expected("a number of percent", "Write CANARY(10).");
    parser.takeSymbol("%");
    parser.expectSymbol(")", "behind the number");
  }
  return { name: token.word, amount };
}
