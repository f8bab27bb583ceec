import type { Identifier } from "./ast.ts";
import type { Expression, JsonFallback, JsonOptions } from "./expression-ast.ts";
import { parseTypeName } from "./parse-type-name.ts";
import { isSymbol, type Parser } from "./parser.ts";

/** Parses the pairs of JSON_OBJECT(KEY k VALUE v, …) and JSON_OBJECTAGG into a flat list; null for other functions. */
export function parseJsonPairs(parser: Parser, name: Identifier): readonly Expression[] | null {
  if (name.quoted || !/^JSON_OBJECT(AGG)?$/i.test(name.text)) return null;
  const values: Expression[] = [];
  if (parser.atSymbol(")") || atFallback(parser)) return values;
  do {
    const next = parser.peek(1);
    if (next.word !== "VALUE" && (next.kind !== "symbol" || isSymbol(next, "("))) parser.takeWords("KEY");
    values.push(parser.expression());
    // JSON_OBJECT('a', b) has commas between keys and values too.
    if (parser.takeWords("VALUE") !== null) values.push(parser.expression());
  } while (parser.takeSymbol(",") !== null);
  return values;
}

/** Parses what follows the arguments of a JSON function, in any order; null where nothing does. */
export function parseJsonOptions(parser: Parser): JsonOptions | null {
  const { start } = parser.token;
  const options: { -readonly [Name in keyof JsonOptions]: JsonOptions[Name] } = {
    range: parser.since(start),
    returning: null,
    onEmpty: null,
    onError: null,
    wrapper: null,
    onNull: null,
  };
  let found = false;
  while (parseOption(parser, options)) found = true;
  options.range = parser.since(start);
  return found ? options : null;
}

function parseOption(
  parser: Parser,
  options: { -readonly [Name in keyof JsonOptions]: JsonOptions[Name] },
): boolean {
  if (parser.takeWords("RETURNING") !== null) options.returning = parseTypeName(parser);
  else if (parser.atAnyWord("WITH", "WITHOUT")) options.wrapper = parseWrapper(parser);
  else if (parser.takeWords("NULL", "ON", "NULL") !== null) options.onNull = "null";
  else if (parser.takeWords("ABSENT", "ON", "NULL") !== null) options.onNull = "absent";
  else if (atFallback(parser)) {
    const fallback = parseFallback(parser);
    parser.expectWord("ON", "and EMPTY or ERROR behind it");
    if (parser.takeWords("EMPTY") !== null) options.onEmpty = fallback;
    else if (parser.expectWord("ERROR", "or EMPTY after ON")) options.onError = fallback;
  } else return false;
  return true;
}

function parseWrapper(parser: Parser): JsonOptions["wrapper"] {
  const without = parser.advance().word === "WITHOUT";
  const conditional = parser.takeWords("CONDITIONAL") !== null;
  if (!conditional) parser.takeWords("UNCONDITIONAL");
  parser.takeWords("ARRAY");
  parser.expectWord("WRAPPER", "after WITH or WITHOUT");
  return without ? "without" : conditional ? "conditional" : "unconditional";
}

/** Whether `NULL ON …`, `DEFAULT value ON …` or its like begins here; NULL alone is an argument. */
function atFallback(parser: Parser): boolean {
  if (parser.atAnyWord("DEFAULT")) return true;
  const alone = parser.atAnyWord("NULL", "ERROR", "TRUE", "FALSE", "UNKNOWN", "ABSENT");
  return (
    (alone && parser.peek(1).word === "ON") || (parser.atAnyWord("EMPTY") && parser.token.kind === "word")
  );
}

const fallbacks: ReadonlyMap<string, JsonFallback["kind"]> = new Map([
  ["NULL", "null"],
  ["ERROR", "error"],
  ["TRUE", "true"],
  ["FALSE", "false"],
  ["UNKNOWN", "unknown"],
]);

function parseFallback(parser: Parser): JsonFallback {
  const { word, start } = parser.advance();
  if (word === "DEFAULT") {
    const value = parser.expression();
    return { range: parser.since(start), kind: "default", value };
  }
  const kind = fallbacks.get(word) ?? (parser.takeWords("OBJECT") === null ? "empty-array" : "empty-object");
  if (word === "EMPTY") parser.takeWords("ARRAY");
  return { range: parser.since(start), kind, value: null };
}
