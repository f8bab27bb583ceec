import type { Identifier } from "./ast.ts";
import type { TypeName } from "./expression-ast.ts";
import { refuseCalendarUnit, takePrecision } from "./parse-duration.ts";
import { rangeOf, type Parser } from "./parser.ts";

/** Second words that belong to a type's name. */
const secondWords: ReadonlyMap<string, string> = new Map([
  ["DOUBLE", "PRECISION"],
  ["CHARACTER", "VARYING"],
  ["CHAR", "VARYING"],
  ["BINARY", "VARYING"],
]);

/**
 * Parses `DOUBLE PRECISION`, `DECIMAL(10, 2)`, `ARRAY<STRING>`, `MAP(STRING, BIGINT)`, `STRUCT<a BIGINT, b STRING>`,
 * `BIGINT[]`, `BIGINT ARRAY`; null when reported.
 */
export function parseTypeName(parser: Parser): TypeName | null {
  let type = parsePlainType(parser);
  while (type !== null) {
    if (parser.atSymbol("[") && parser.peek(1).text === "]") {
      parser.advance();
      parser.advance();
    } else if (parser.takeWords("ARRAY") === null) break;
    const range = parser.since(type.range.start);
    type = { range, name: "ARRAY", parameters: [], elements: [type], fields: [] };
  }
  return type;
}

function parsePlainType(parser: Parser): TypeName | null {
  const first = parser.expectName("the name of a type");
  if (first === null) return null;
  const { start } = first.range;
  let name = first.text.toUpperCase();
  const second = secondWords.get(name);
  if (second !== undefined && parser.takeWords(second) !== null) name += ` ${second}`;
  if (name === "INTERVAL") takeIntervalFields(parser);
  const inside = parseInside(parser, name);
  if (inside === null) return null;
  for (const zone of ["WITHOUT", "WITH"]) {
    if (parser.takeWords(zone, "LOCAL", "TIME", "ZONE") !== null) name += ` ${zone} LOCAL TIME ZONE`;
    else if (parser.takeWords(zone, "TIME", "ZONE") !== null) name += ` ${zone} TIME ZONE`;
  }
  return { range: parser.since(start), name, ...inside };
}

function parseInside(
  parser: Parser,
  name: string,
): Pick<TypeName, "parameters" | "elements" | "fields"> | null {
  const parameters: number[] = [];
  const elements: TypeName[] = [];
  const fields: Identifier[] = [];
  const close = parser.atSymbol("(") ? ")" : parser.atSymbol("<") ? ">" : null;
  if (close === null) return { parameters, elements, fields };
  parser.advance();
  const named = name === "STRUCT" || name === "ROW";
  do {
    if (parser.token.kind === "integer") parameters.push(Number(parser.advance().text));
    else {
      const field = named && atFieldName(parser) ? parser.expectName("the name of a field") : null;
      if (field !== null) fields.push(field);
      const element = parser.nested(() => parseTypeName(parser));
      if (element === null) return null;
      elements.push(element);
      if (parser.takeWords("NOT", "NULL") === null) parser.takeWords("NULL");
    }
  } while (parser.takeSymbol(",") !== null);
  if (!parser.expectSymbol(close, `at the end of the type ${name}`)) return null;
  return { parameters, elements, fields: fields.length === elements.length ? fields : [] };
}

/** A name with a type behind it. */
function atFieldName(parser: Parser): boolean {
  const next = parser.peek(1);
  const inside = ["NOT", "NULL", "PRECISION", "VARYING", "ARRAY", "WITH", "WITHOUT"];
  // `b ARRAY<STRING>` names a field, `BIGINT ARRAY` is a type.
  if (next.word === "ARRAY" && ["<", "("].includes(parser.peek(2).text)) return true;
  return next.kind === "quoted" || (next.kind === "word" && !inside.includes(next.word));
}

/** INTERVAL DAY(2) TO SECOND(3): every interval is a number of milliseconds. */
function takeIntervalFields(parser: Parser): void {
  if (parser.atAnyWord("YEAR", "MONTH")) refuseCalendarUnit(parser, rangeOf(parser.token));
  takeIntervalField(parser);
  if (parser.takeWords("TO") !== null) takeIntervalField(parser);
}

function takeIntervalField(parser: Parser): void {
  if (!parser.atAnyWord("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND")) return;
  parser.advance();
  takePrecision(parser);
}
