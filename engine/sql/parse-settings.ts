import { parseOption, takeOptionKey } from "./parse-definition-options.ts";
import type { Parser } from "./parser.ts";
import type { ResetStatement, SetStatement, StatementBody } from "./statement-ast.ts";

/** Parses behind SET: `'key' = 'value'`, `key = value`, `key TO value`, or nothing. */
export function parseSet(parser: Parser): StatementBody<SetStatement> {
  parser.takeWords("SESSION");
  const bare = parser.token.kind === "end" || parser.atSymbol(";");
  return { kind: "set", property: bare ? null : parseOption(parser, true) };
}

/** Parses behind RESET or UNSET: a key, ALL, or nothing. */
export function parseReset(parser: Parser): StatementBody<ResetStatement> {
  const all = parser.token.kind === "end" || parser.atSymbol(";") || parser.takeWords("ALL") !== null;
  return { kind: "reset", key: all ? null : takeOptionKey(parser) };
}
