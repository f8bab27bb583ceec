import type { Hint, Identifier, Property } from "./ast.ts";
import { parsePair } from "./parse-properties.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";

/** Parses the hints that stand here, if any: `OPTIONS('key' = 'value'), BROADCAST(a)` between the marks of a hint. */
export function parseHints(parser: Parser): readonly Hint[] {
  const hints: Hint[] = [];
  while (parser.takeSymbol("/*+") !== null) {
    if (!parser.atSymbol("*/"))
      do {
        const hint = parseHint(parser);
        if (hint === null) break;
        hints.push(hint);
        // Hints may be separated by blanks alone.
      } while (parser.takeSymbol(",") !== null || parser.token.kind === "word");
    closeHint(parser);
  }
  return hints;
}

function parseHint(parser: Parser): Hint | null {
  const name = parser.expectName("the name of a hint such as OPTIONS");
  if (name === null) return null;
  const properties: Property[] = [];
  const names: Identifier[] = [];
  const opened = rangeOf(parser.token);
  if (parser.takeSymbol("(") !== null) {
    if (!parser.atSymbol(")"))
      do {
        if (isSymbol(parser.peek(1), "=")) {
          const property = parsePair(parser, "OPTIONS");
          if (property !== null) properties.push(property);
        } else if (parser.token.kind === "string") {
          const { text } = parser.token;
          names.push({ range: rangeOf(parser.advance()), text, quoted: true });
        } else {
          const found = parser.expectName("`'key' = 'value'` or a name in the hint");
          if (found === null) parser.skipTo((token) => isSymbol(token, ",") || isSymbol(token, "*/"));
          else names.push(found);
        }
      } while (parser.takeSymbol(",") !== null);
    parser.closeParenthesis(opened);
  }
  return { range: parser.since(name.range.start), name, properties, names };
}

/** What cannot be read in a hint is reported once and skipped: its end is known. */
function closeHint(parser: Parser): void {
  if (!parser.atSymbol("*/")) {
    parser.expected("`,` or the end of the hint", "Write OPTIONS('key' = 'value').");
    while (!parser.atSymbol("*/") && parser.token.kind !== "end") parser.advance();
  }
  parser.takeSymbol("*/");
}
