import type { TypeName } from "./expression-ast.ts";
import { type Parser } from "./parser.ts";

/** Parses `DOUBLE PRECISION`, `DECIMAL(10, 2)`, `ARRAY<STRING>`, `MAP(STRING, BIGINT)`; null when reported. */
export function parseTypeName(parser: Parser): TypeName | null {
  const first = parser.expectName("the name of a type");
  if (first === null) return null;
  const { start } = first.range;
  let name = first.text.toUpperCase();
  if (name === "DOUBLE" && parser.takeWords("PRECISION") !== null) name = "DOUBLE PRECISION";
  if (name === "CHARACTER" && parser.takeWords("VARYING") !== null) name = "CHARACTER VARYING";
  const parameters: number[] = [];
  const elements: TypeName[] = [];
  const close = parser.atSymbol("(") ? ")" : parser.atSymbol("<") ? ">" : null;
  if (close !== null) {
    parser.advance();
    do {
      if (parser.token.kind === "integer") parameters.push(Number(parser.advance().text));
      else {
        const element = parser.nested(() => parseTypeName(parser));
        if (element === null) return null;
        elements.push(element);
      }
    } while (parser.takeSymbol(",") !== null);
    if (!parser.expectSymbol(close, `at the end of the type ${name}`)) return null;
  }
  for (const zone of ["WITHOUT", "WITH"]) {
    if (parser.takeWords(zone, "LOCAL", "TIME", "ZONE") !== null) name += ` ${zone} LOCAL TIME ZONE`;
    else if (parser.takeWords(zone, "TIME", "ZONE") !== null) name += ` ${zone} TIME ZONE`;
  }
  return { range: parser.since(start), name, parameters, elements, fields: [] };
}
