import type { Property } from "./ast.ts";
import { parseDefinitionOptions } from "./parse-definition-options.ts";
import { describe, isSymbol, rangeOf, type Parser } from "./parser.ts";
import type { Token } from "./token.ts";

/**
 * Parses from the word WITH: `WITH ('key' = 'value', …)`, in RisingWave also `key = value`. Pairs that cannot
 * be read are reported and left out.
 */
export function parseProperties(parser: Parser): readonly Property[] {
  if (parser.dialect === "risingwave") return parseDefinitionOptions(parser);
  parser.advance();
  const opened = rangeOf(parser.token);
  const properties: Property[] = [];
  if (!parser.expectSymbol("(", "after WITH")) return properties;
  if (!parser.atSymbol(")"))
    do {
      const property = parsePair(parser, "WITH");
      if (property !== null) properties.push(property);
      else parser.skipTo((token) => isSymbol(token, ","));
    } while (parser.takeSymbol(",") !== null);
  parser.closeParenthesis(opened);
  return properties;
}

/** Parses `'key' = 'value'`; null when reported. @param owner what holds it, for messages: WITH. */
export function parsePair(parser: Parser, owner: string): Property | null {
  const key = takeText(parser, "key", owner);
  if (key === null) return null;
  if (!parser.expectSymbol("=", `after the key '${key.text}'`)) return null;
  const value = takeText(parser, "value", owner);
  if (value === null) return null;
  return {
    range: parser.since(key.start),
    key: key.text,
    keyRange: rangeOf(key),
    value: value.text,
    valueRange: rangeOf(value),
  };
}

/** A string; one in double quotes cannot mean anything else here. */
function takeText(parser: Parser, what: "key" | "value", owner: string): Token | null {
  const { token } = parser;
  if (token.kind === "string" || token.kind === "quoted") return parser.advance();
  const message = `A ${what} of ${owner} is a string, but ${describe(token)} stands here.`;
  const plain = token.kind !== "symbol" && token.kind !== "end" && !isSymbol(parser.peek(1), ".");
  const fix = plain ? `'${token.text}'` : null;
  parser.errorAtToken("SYNTAX_PROPERTY", parser.here, message, `Write ${owner} ('key' = 'value').`, fix);
  // A bare word or number is what was meant: go on as if it were quoted.
  return plain ? parser.advance() : null;
}
