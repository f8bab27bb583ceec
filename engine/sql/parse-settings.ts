import { parseOption, takeOptionKey, takeOptionValue } from "./parse-definition-options.ts";
import type { Parser } from "./parser.ts";
import type { ResetStatement, SetStatement, ShowStatement, StatementBody } from "./statement-ast.ts";

/** Parses behind SET: `'key' = 'value'`, `key = value`, `key TO value`, `TIME ZONE 'UTC'`, or nothing. */
export function parseSet(parser: Parser): StatementBody<SetStatement> | StatementBody<ShowStatement> {
  if (parser.token.kind === "end" || parser.atSymbol(";")) return { kind: "show", what: "SETTINGS" };
  parser.takeWords("SESSION");
  const zone = parser.takeWords("TIME", "ZONE");
  if (zone === null) return { kind: "set", property: parseOption(parser, true) };
  if (parser.takeWords("TO") === null) parser.takeSymbol("=");
  const value = takeOptionValue(parser);
  if (value === null) return { kind: "set", property: null };
  const range = parser.since(zone.start);
  const property = { range, key: "time zone", keyRange: zone, value: value.text, valueRange: value.range };
  return { kind: "set", property };
}

/** Parses behind RESET or UNSET: a key, ALL, or nothing. */
export function parseReset(parser: Parser): StatementBody<ResetStatement> {
  const all = parser.token.kind === "end" || parser.atSymbol(";") || parser.takeWords("ALL") !== null;
  return { kind: "reset", key: all ? null : takeOptionKey(parser) };
}
