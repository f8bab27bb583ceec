import { takeObject } from "./parse-create.ts";
import { isReserved } from "./keyword.ts";
import { describe, type Parser } from "./parser.ts";
import type {
  DescribeStatement,
  DropStatement,
  ExplainStatement,
  ShowStatement,
  Statement,
  StatementBody,
} from "./statement-ast.ts";

const describedObjects = [
  "FUNCTION",
  "CONNECTOR",
  "STREAM",
  "TABLE",
  "VIEW",
  "SOURCE",
  "SINK",
  "JOB",
  "CATALOG",
  "DATABASE",
];

/** What EXPLAIN may be asked for, before the statement. */
const modeWords =
  "CHANGELOG_MODE ESTIMATED_COST JSON_EXECUTION_PLAN PLAN_ADVICE ANALYZE VERBOSE EXTENDED LOGICAL PHYSICAL DISTSQL TRACE".split(
    " ",
  );

/** Parses behind DROP; null when it drops no stream, table or view. */
export function parseDrop(parser: Parser): StatementBody<DropStatement> | null {
  if (parser.takeWords("TEMPORARY") === null) parser.takeWords("TEMP");
  const object = takeObject(parser);
  if (object === null) return null;
  const ifExists = parser.takeWords("IF", "EXISTS") !== null;
  const name = parser.expectName(`the name of the ${object}`);
  const late = parser.takeWords("IF", "EXISTS");
  if (late !== null)
    parser.error(
      "SYNTAX_CLAUSE_ORDER",
      late,
      "IF EXISTS stands behind the name; it belongs before it.",
      `Write DROP ${object.toUpperCase()} IF EXISTS name.`,
    );
  const deleteTopic = parser.takeWords("DELETE", "TOPIC") !== null;
  if (parser.takeWords("CASCADE") === null) parser.takeWords("RESTRICT");
  return { kind: "drop", object, ifExists: ifExists || late !== null, name, deleteTopic };
}

/** Parses behind SHOW or LIST: whatever stands there. */
export function parseShow(parser: Parser): StatementBody<ShowStatement> {
  const words: string[] = [];
  if (parser.token.kind === "end" || parser.atSymbol(";"))
    parser.expected("what to show", "Write SHOW STREAMS.");
  while (parser.token.kind !== "end" && !parser.atSymbol(";")) {
    const token = parser.advance();
    words.push(token.kind === "word" ? token.word : token.text);
  }
  return { kind: "show", what: words.join(" ") };
}

/** Parses behind DESCRIBE or DESC. */
export function parseDescribe(parser: Parser): StatementBody<DescribeStatement> {
  const before = parser.takeWords("EXTENDED") !== null;
  const { word } = parser.token;
  const next = parser.peek(1);
  const typed = describedObjects.includes(word) && (next.kind === "word" || next.kind === "quoted");
  const object = typed && next.word !== "EXTENDED" ? parser.advance().word : null;
  const name = parser.expectName("the name of a stream after DESCRIBE");
  const extended = before || parser.takeWords("EXTENDED") !== null;
  return { kind: "describe", extended, object, name };
}

/** Parses behind EXPLAIN. @param statement parses what is explained. */
export function parseExplain(
  parser: Parser,
  statement: (parser: Parser) => Statement | null,
): StatementBody<ExplainStatement> {
  const modes: string[] = [];
  while (parser.atAnyWord(...modeWords)) {
    modes.push(parser.advance().word);
    parser.takeSymbol(",");
  }
  // RisingWave's EXPLAIN (VERBOSE, TRACE) statement.
  if (parser.atSymbol("(") && modeWords.includes(parser.peek(1).word)) {
    parser.advance();
    do modes.push(parser.advance().word);
    while (parser.takeSymbol(",") !== null && parser.token.kind === "word");
    parser.expectSymbol(")", "behind the modes of EXPLAIN");
  }
  parser.takeWords("PLAN", "FOR");
  const { token } = parser;
  const names = token.kind === "quoted" || (token.kind === "word" && !isReserved(token.word));
  const ends = parser.peek(1).kind === "end" || parser.peek(1).text === ";";
  if (names && ends) return { kind: "explain", modes, statement: null, name: parser.takeName() };
  if (token.kind === "end" || parser.atSymbol(";")) {
    parser.expected("a query after EXPLAIN", `Write EXPLAIN SELECT …, not ${describe(token)}.`);
    return { kind: "explain", modes, statement: null, name: null };
  }
  return { kind: "explain", modes, statement: parser.nested(() => statement(parser)), name: null };
}
