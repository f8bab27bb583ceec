import type { Hint, Identifier, Property, StreamReference } from "./ast.ts";
import type { Expression } from "./expression-ast.ts";
import { parseNamed, unnamed } from "./parse-alias.ts";
import { parseHints } from "./parse-hint.ts";
import { parseProperties } from "./parse-properties.ts";
import { isSymbol, rangeOf, type Parser } from "./parser.ts";

/** Parses a stream's name or quoted address with all that may follow it in FROM; null when reported. */
export function parseStreamReference(parser: Parser): StreamReference | null {
  const found = parseStreamName(parser);
  if (found === null) return null;
  let { hints, properties } = found;
  let asOf: Expression | null = null;
  const takeSuffixes = (): void => {
    if (parser.takeWords("FOR", "SYSTEM_TIME", "AS", "OF") !== null) asOf = parser.expression();
    hints = [...hints, ...parseHints(parser)];
    if (atSourceOptions(parser)) properties = [...properties, ...parseProperties(parser)];
  };
  takeSuffixes();
  const named = parseNamed(parser);
  takeSuffixes();
  return { ...found, ...named, hints, properties, asOf, range: parser.since(found.range.start) };
}

/** Parses `name`, `catalog.database.name` or `'address'`, and hints behind it; null when reported. */
export function parseStreamName(parser: Parser): StreamReference | null {
  const { token } = parser;
  const address = token.kind === "string";
  const first = address
    ? { range: rangeOf(parser.advance()), text: token.text, quoted: true }
    : parser.expectName("a stream's name after FROM");
  if (first === null) return null;
  const names: [Identifier, ...Identifier[]] = [first];
  while (parser.takeSymbol(".") !== null) {
    const next = parser.expectName("a name after the point");
    if (next === null) break;
    names.push(next);
  }
  const name = names.pop()!;
  const hints: readonly Hint[] = parseHints(parser);
  const properties: readonly Property[] = [];
  const range = parser.since(first.range.start);
  return { kind: "stream", range, name, path: names, address, hints, properties, asOf: null, ...unnamed };
}

/** `WITH ('key' = …`; whether they are the query's is known at its end. */
function atSourceOptions(parser: Parser): boolean {
  return parser.atWords("WITH") && isSymbol(parser.peek(1), "(");
}
