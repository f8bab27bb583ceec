import type { Values } from "./ast.ts";
import type { Expression } from "./expression-ast.ts";
import { rangeOf, type Parser } from "./parser.ts";

/** Parses from the word VALUES: `VALUES (a, b), (c, d)`; one value a row may stand without parentheses. */
export function parseValues(parser: Parser): Values {
  const { start } = parser.advance();
  const rows: Values["rows"][number][] = [];
  do {
    const opened = rangeOf(parser.token);
    if (parser.takeSymbol("(") === null) {
      const value = parser.expression();
      rows.push({ range: value.range, values: [value] });
      continue;
    }
    const values: Expression[] = [];
    do values.push(parser.expression());
    while (parser.takeSymbol(",") !== null);
    parser.closeParenthesis(opened);
    rows.push({ range: parser.since(opened.start), values });
  } while (parser.takeSymbol(",") !== null);
  return { kind: "values", range: parser.since(start), rows };
}
