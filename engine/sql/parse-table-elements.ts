import type { Identifier } from "./ast.ts";
import { parseTypeName } from "./parse-type-name.ts";
import { capital, describe, isSymbol, rangeOf, type Parser } from "./parser.ts";
import type { ColumnDefinition, TableElements, WatermarkDefinition } from "./statement-ast.ts";
import type { Token } from "./token.ts";

type Draft<T> = { -readonly [Field in keyof T]: T[Field] };

/** Parses from `(`: `(name type …, WATERMARK FOR …, PRIMARY KEY (…))`. What cannot be read is reported and left out. */
export function parseTableElements(parser: Parser): TableElements {
  const opened = rangeOf(parser.advance());
  const columns: ColumnDefinition[] = [];
  const watermarks: WatermarkDefinition[] = [];
  let primaryKey: TableElements["primaryKey"] = null;
  let star: TableElements["star"] = null;

  const parseElement = (): void => {
    const { start } = parser.token;
    if (parser.takeWords("WATERMARK", "FOR") !== null) {
      const watermark = parseWatermark(parser, start);
      if (watermark !== null) watermarks.push(watermark);
    } else if (atPrimaryKey(parser)) {
      const key = parsePrimaryKey(parser);
      if (primaryKey !== null && key !== null)
        parser.error(
          "SYNTAX_DUPLICATE_CLAUSE",
          key.range,
          "There is one PRIMARY KEY.",
          "Remove one of them.",
        );
      primaryKey ??= key;
    } else if (parser.atSymbol("*")) star = rangeOf(parser.advance());
    else {
      const column = parseColumn(parser);
      if (column !== null) columns.push(column);
    }
  };

  if (!parser.atSymbol(")"))
    do {
      parseElement();
      if (!endsElement(parser)) reportRest(parser);
    } while (parser.takeSymbol(",") !== null);
  parser.closeParenthesis(opened);
  return { range: parser.since(opened.start), columns, watermarks, primaryKey, star };
}

/** Parses `(a, b)`. @param place Before the list: "after PRIMARY KEY". */
export function parseNames(parser: Parser, place: string): readonly Identifier[] {
  const opened = rangeOf(parser.token);
  const names: Identifier[] = [];
  if (!parser.expectSymbol("(", place)) return names;
  do {
    const name = parser.expectName("the name of a column");
    if (name !== null) names.push(name);
    else parser.skipTo((token) => isSymbol(token, ","));
  } while (parser.takeSymbol(",") !== null);
  parser.closeParenthesis(opened);
  return names;
}

function parseColumn(parser: Parser): ColumnDefinition | null {
  const name = parser.expectName("the name of a column");
  if (name === null) return null;
  const column: Draft<ColumnDefinition> = {
    range: name.range,
    name,
    type: null,
    notNull: false,
    key: null,
    metadata: null,
    computed: null,
    defaultValue: null,
    comment: null,
  };
  if (!endsElement(parser) && !parser.atWords("AS")) {
    column.type = parseTypeName(parser);
    if (column.type === null) {
      parser.skipTo((token) => isSymbol(token, ","));
      return null;
    }
  }
  while (!endsElement(parser) && parseAttribute(parser, column));
  column.range = parser.since(name.range.start);
  return column;
}

/** Parses one thing said behind a column's type. @returns Whether there was one. */
function parseAttribute(parser: Parser, column: Draft<ColumnDefinition>): boolean {
  const { start } = parser.token;
  if (parser.takeWords("NOT", "NULL") !== null) column.notNull = true;
  else if (parser.takeWords("NULL") !== null) column.notNull = false;
  else if (parser.takeWords("PRIMARY", "KEY") !== null) {
    column.key = "primary-key";
    parser.takeWords("NOT", "ENFORCED");
  } else if (parser.takeWords("KEY") !== null) column.key = "key";
  else if (parser.takeWords("METADATA") !== null) {
    const from = parser.takeWords("FROM") === null ? null : takeText(parser, "the key of the metadata");
    const virtual = parser.takeWords("VIRTUAL") !== null;
    column.metadata = { range: parser.since(start), from, virtual };
  } else if (parser.takeWords("HEADERS") !== null)
    column.metadata = { range: parser.since(start), from: "headers", virtual: false };
  else if (parser.atWords("HEADER") && isSymbol(parser.peek(1), "(")) {
    parser.advance();
    const opened = rangeOf(parser.advance());
    const from = takeText(parser, "the name of the header");
    parser.closeParenthesis(opened);
    column.metadata = { range: parser.since(start), from, virtual: false };
  } else if (parser.takeWords("GENERATED", "ALWAYS", "AS") !== null || parser.takeWords("AS") !== null) {
    column.computed = parser.expression();
    parser.takeWords("STORED");
  } else if (parser.takeWords("DEFAULT") !== null) column.defaultValue = parser.expression();
  else if (parser.takeWords("COMMENT") !== null) column.comment = takeText(parser, "the comment");
  else return false;
  return true;
}

/** Parses behind WATERMARK FOR, which begins at `start`. */
export function parseWatermark(parser: Parser, start: number): WatermarkDefinition | null {
  const column = parser.expectName("the column of the event time after WATERMARK FOR");
  if (column === null) return null;
  const expression = parser.takeWords("AS") === null ? null : parser.expression();
  return { range: parser.since(start), column, expression };
}

function atPrimaryKey(parser: Parser): boolean {
  if (parser.atWords("PRIMARY", "KEY")) return true;
  return parser.atWords("CONSTRAINT") && parser.peek(2).word === "PRIMARY";
}

/** Parses from PRIMARY KEY or CONSTRAINT. */
export function parsePrimaryKey(parser: Parser): TableElements["primaryKey"] {
  const { start } = parser.token;
  if (parser.takeWords("CONSTRAINT") !== null) parser.advance();
  parser.takeWords("PRIMARY", "KEY");
  const columns = parseNames(parser, "after PRIMARY KEY");
  parser.takeWords("NOT", "ENFORCED");
  return { range: parser.since(start), columns };
}

function endsElement(parser: Parser): boolean {
  return parser.atSymbol(",") || parser.atSymbol(")") || parser.atSymbol(";") || parser.token.kind === "end";
}

/** Reports what stands behind an element; two names in a row begin the next column, before which a comma is missing. */
function reportRest(parser: Parser): void {
  const { token, previous } = parser;
  const comma = isName(token) && isName(parser.peek(1)) && previous.kind !== "symbol";
  parser.errorAtToken(
    "SYNTAX_UNEXPECTED",
    rangeOf(token),
    `${capital(describe(token))} does not fit in the definition of a column.`,
    comma
      ? "A comma is missing before it."
      : "Behind name and type stand NOT NULL, KEY, PRIMARY KEY, METADATA, AS or COMMENT.",
    comma ? `, ${token.kind === "quoted" ? `"${token.text}"` : token.text}` : null,
  );
  parser.skipTo((next) => isSymbol(next, ","));
}

function isName({ kind }: Token): boolean {
  return kind === "word" || kind === "quoted";
}

/** The text of a string, or null after reporting that none stands here. */
export function takeText(parser: Parser, what: string): string | null {
  if (parser.token.kind === "string") return parser.advance().text;
  parser.expected(`${what} in single quotes`, "Write it in single quotes.");
  return null;
}
