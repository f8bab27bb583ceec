import type { Identifier } from "./ast.ts";
import type { Expression, RowConstructor } from "./expression-ast.ts";
import { beginsClause } from "./keyword.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";

type Field = RowConstructor["fields"][number];

/** Parses ARRAY[…], MAP[…], ROW(…) and STRUCT(…), each with either kind of parentheses; the word is next. */
export function parseConstructor(parser: Parser): Expression {
  const word = parser.advance();
  const bracket = parser.atSymbol("[");
  const opened = rangeOf(parser.advance());
  const fields: Field[] = [];
  if (!parser.atSymbol(bracket ? "]" : ")"))
    do fields.push(word.word === "MAP" ? parseEntryPart(parser, fields) : parseField(parser));
    while (parser.takeSymbol(",") !== null);
  if (bracket) closeBracket(parser);
  else parser.closeParenthesis(opened);
  const range = parser.since(word.start);
  if (word.word === "ARRAY") return { kind: "array", range, elements: fields.map(({ value }) => value) };
  if (word.word !== "MAP") return { kind: "row", range, fields };
  const values = fields.map(({ value }) => value);
  if (values.length % 2 === 1)
    parser.error(
      "SYNTAX_EXPRESSION",
      values.at(-1)!.range,
      "The last key of this MAP has no value.",
      "Write MAP[key, value, key, value].",
    );
  const entries = values.flatMap((key, index) =>
    index % 2 === 0 && index + 1 < values.length ? [{ key, value: values[index + 1]! }] : [],
  );
  return { kind: "map", range, entries };
}

/** `value`, `name := value` or `value AS name`. */
function parseField(parser: Parser): Field {
  const next = parser.peek(1);
  if (isSymbol(next, ":=") && (parser.token.kind === "word" || parser.token.kind === "quoted")) {
    const name = parser.takeName();
    parser.advance();
    return { name, value: parser.expression() };
  }
  const value = parser.expression();
  const name: Identifier | null =
    parser.takeWords("AS") === null ? null : parser.expectName("the name of a field after AS");
  return { name, value };
}

/** A key or a value of MAP; `key := value` adds the key at once. */
function parseEntryPart(parser: Parser, fields: Field[]): Field {
  const value = parser.expression();
  if (parser.takeSymbol(":=") === null) return { name: null, value };
  fields.push({ name: null, value });
  return { name: null, value: parser.expression() };
}

/** Takes the bracket that closes one; what stands before it is reported and skipped. */
export function closeBracket(parser: Parser): void {
  if (parser.takeSymbol("]") !== null) return;
  parser.expected("`]`", "Write `]` where the list ends.");
  parser.skipTo((token) => isSymbol(token, "]") || beginsClause(token.word));
  parser.takeSymbol("]");
}
