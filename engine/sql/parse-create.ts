import type { SourceRange } from "../common/source-range.ts";
import type { Property } from "./ast.ts";
import { parseDefinitionOptions, parseOptionList } from "./parse-definition-options.ts";
import {
  parseNames,
  parsePrimaryKey,
  parseTableElements,
  parseWatermark,
  takeText,
} from "./parse-table-elements.ts";
import { describe, rangeOf, type Parser } from "./parser.ts";
import type {
  CreatedObject,
  CreateStatement,
  FormatClause,
  IncludedColumn,
  StatementBody,
} from "./statement-ast.ts";

type Body = StatementBody<CreateStatement>;
type Draft = { -readonly [Field in keyof Body]: Body[Field] } & {
  readonly includes: IncludedColumn[];
  readonly properties: Property[];
};

/** The kind of thing that is created or dropped here, with the words taken; null and nothing taken for any other. */
export function takeObject(parser: Parser): CreatedObject | null {
  const words: readonly (readonly [CreatedObject, ...(readonly string[])])[] = [
    ["stream", "SOURCE", "STREAM"],
    ["table", "SOURCE", "TABLE"],
    ["materialized view", "MATERIALIZED", "VIEW"],
    ["table", "MATERIALIZED", "TABLE"],
    ["stream", "STREAM"],
    ["table", "TABLE"],
    ["view", "VIEW"],
    ["source", "SOURCE"],
    ["sink", "SINK"],
  ];
  // `CREATE SOURCE CONNECTOR` makes no stream.
  if (parser.peek(1).word === "CONNECTOR") return null;
  return words.find(([, ...spelling]) => parser.takeWords(...spelling) !== null)?.[0] ?? null;
}

/** Parses behind CREATE; null and nothing taken but OR REPLACE and TEMPORARY when it creates no stream, table or view. */
export function parseCreate(parser: Parser): Body | null {
  const orReplace = parser.takeWords("OR", "REPLACE") !== null;
  if (parser.takeWords("TEMPORARY") === null) parser.takeWords("TEMP");
  const object = takeObject(parser);
  if (object === null) return null;
  const draft: Draft = {
    kind: "create",
    object,
    orReplace,
    ifNotExists: parser.takeWords("IF", "NOT", "EXISTS") !== null,
    name: null,
    elements: null,
    appendOnly: null,
    includes: [],
    format: null,
    partitionedBy: [],
    comment: null,
    properties: [],
    like: null,
    from: null,
    query: null,
  };
  draft.name = parser.expectName(`the name of the ${object}`);
  reportLate(parser, draft);
  while (parser.token.kind !== "end" && !parser.atSymbol(";") && parseClause(parser, draft));
  reportMissing(parser, draft);
  return draft;
}

/** Parses one clause behind the name. @returns Whether there was one. */
function parseClause(parser: Parser, draft: Draft): boolean {
  const { start } = parser.token;
  if (parser.atSymbol("(")) {
    const elements = parseTableElements(parser);
    if (draft.elements !== null) reportTwice(parser, elements.range, "list of columns");
    else if (draft.query !== null || draft.properties.length > 0) reportColumnsLate(parser, elements.range);
    draft.elements ??= elements;
  } else if (parser.atWords("WITH")) {
    const properties = parseDefinitionOptions(parser);
    for (const property of properties) draft.properties.push(property);
  } else if (parser.atWords("AS")) {
    const words = rangeOf(parser.advance());
    const query = parser.query();
    if (draft.query !== null) reportTwice(parser, words, "query");
    draft.query ??= query;
  } else if (parser.takeWords("APPEND", "ONLY") !== null) draft.appendOnly = parser.since(start);
  else if (parser.atWords("INCLUDE")) parseIncludes(parser, draft.includes);
  else if (parser.atWords("FORMAT")) draft.format = parseFormat(parser);
  else if (
    parser.takeWords("PARTITIONED", "BY") !== null ||
    parser.takeWords("PARTITION", "BY") !== null ||
    parser.takeWords("DISTRIBUTED", "BY") !== null
  )
    draft.partitionedBy = parser.atSymbol("(")
      ? parseNames(parser, "after PARTITIONED BY")
      : [parser.expectName("the name of a column after PARTITION BY")].filter((name) => name !== null);
  else if (parser.takeWords("COMMENT") !== null) {
    parser.takeSymbol("=");
    draft.comment = takeText(parser, "the comment");
  } else if (parser.takeWords("LIKE") !== null) {
    draft.like = parser.expectName("the name of a table after LIKE");
    if (parser.atSymbol("(")) skipParentheses(parser);
  } else if (draft.object === "sink" && parser.takeWords("FROM") !== null)
    draft.from = parser.expectName("a name after FROM");
  else return reportMisplaced(parser, draft);
  return true;
}

/** INCLUDE KEY AS k, TIMESTAMP AS ts; each may also have an INCLUDE of its own. */
function parseIncludes(parser: Parser, includes: IncludedColumn[]): void {
  parser.advance();
  do {
    const what = parser.expectName("KEY, TIMESTAMP, PARTITION, OFFSET or HEADER after INCLUDE");
    if (what === null) return;
    if (parser.token.kind === "string") parser.advance();
    const name = parser.takeWords("AS") === null ? null : parser.expectName("a name after AS");
    includes.push({ range: parser.since(what.range.start), what: what.text.toUpperCase(), name });
  } while (parser.takeSymbol(",") !== null);
}

function parseFormat(parser: Parser): FormatClause | null {
  const { start } = parser.advance();
  const format = parser.expectName("PLAIN, UPSERT or DEBEZIUM after FORMAT");
  if (format === null) return null;
  const encode = parser.takeWords("ENCODE") === null ? null : parser.expectName("a format after ENCODE");
  const properties = parser.atSymbol("(") ? parseOptionList(parser, rangeOf(parser.advance())) : [];
  return {
    range: parser.since(start),
    format: format.text.toUpperCase(),
    encode: encode?.text.toUpperCase() ?? null,
    properties,
  };
}

function skipParentheses(parser: Parser): void {
  const opened = rangeOf(parser.advance());
  parser.skipTo(() => false);
  parser.closeParenthesis(opened);
}

/** Words that belong before the name. */
function reportLate(parser: Parser, draft: Draft): void {
  const { start } = parser.token;
  const late = parser.takeWords("IF", "NOT", "EXISTS") ?? parser.takeWords("OR", "REPLACE");
  if (late === null) return;
  const exists = parser.previous.word === "EXISTS";
  const words = exists ? "IF NOT EXISTS" : "OR REPLACE";
  parser.error(
    "SYNTAX_CLAUSE_ORDER",
    parser.since(start),
    `${words} stands behind the name; it belongs before it.`,
    exists
      ? `Write CREATE ${draft.object.toUpperCase()} IF NOT EXISTS name.`
      : `Write CREATE OR REPLACE ${draft.object.toUpperCase()} name.`,
  );
}

/** Says where a clause belongs that does not stand here. @returns Whether the rest can be read on. */
function reportMisplaced(parser: Parser, draft: Draft): boolean {
  const { token } = parser;
  const { start } = token;
  if (parser.takeWords("WATERMARK", "FOR") !== null) {
    parseWatermark(parser, start);
    reportOutside(parser, draft, rangeOf(token), "WATERMARK FOR");
    return true;
  }
  if (parser.atWords("PRIMARY", "KEY")) {
    parsePrimaryKey(parser);
    reportOutside(parser, draft, rangeOf(token), "PRIMARY KEY");
    return true;
  }
  if (token.word === "EMIT") {
    parser.errorAtToken(
      "SYNTAX_CLAUSE_ORDER",
      rangeOf(token),
      "EMIT belongs to a query.",
      "Write it at the end of AS SELECT ….",
    );
    parser.advance();
    parser.skipTo(({ word }) => word === "WITH" || word === "AS");
    return true;
  }
  if (token.word !== "SELECT" || draft.query !== null) return false;
  parser.errorAtToken(
    "SYNTAX_EXPECTED",
    rangeOf(token),
    "AS is missing before the query.",
    "Write AS SELECT ….",
    "AS SELECT",
  );
  draft.query = parser.query();
  return true;
}

function reportOutside(parser: Parser, draft: Draft, range: SourceRange, words: string): void {
  parser.error(
    "SYNTAX_CLAUSE_ORDER",
    range,
    `${words} stands behind the list of columns; it belongs into its parentheses.`,
    `Write CREATE ${draft.object.toUpperCase()} name (…, ${words} …).`,
  );
}

function reportColumnsLate(parser: Parser, range: SourceRange): void {
  parser.error(
    "SYNTAX_CLAUSE_ORDER",
    range,
    "The list of columns stands behind WITH or AS; it belongs directly behind the name.",
    "The order is CREATE STREAM name (columns) WITH (…) AS SELECT ….",
  );
}

function reportTwice(parser: Parser, range: SourceRange, what: string): void {
  parser.error("SYNTAX_DUPLICATE_CLAUSE", range, `A CREATE has only one ${what}.`, "Remove one of them.");
}

/** A definition says something: columns, options or a query; its columns have types, unless a query gives them. */
function reportMissing(parser: Parser, draft: Draft): void {
  const { name, elements, query } = draft;
  if (name === null) return;
  const empty =
    elements === null &&
    query === null &&
    draft.properties.length === 0 &&
    draft.like === null &&
    draft.from === null;
  if (empty)
    parser.errorAtToken(
      "SYNTAX_EXPECTED",
      parser.here,
      `The ${draft.object} ${name.text} has no columns: ${describe(parser.token)} follows its name.`,
      "Write (name type, …), or AS SELECT ….",
    );
  if (query !== null || elements === null) return;
  for (const column of elements.columns)
    if (column.type === null && column.computed === null && column.metadata === null)
      parser.error(
        "SYNTAX_COLUMN_TYPE",
        column.range,
        `The column ${column.name.text} has no type.`,
        `Write ${column.name.text} STRING, or another type.`,
      );
}
