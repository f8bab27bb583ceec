import type { ColumnReference } from "./expression-ast.ts";
import type { Parser } from "./parser.ts";

/** Parses `column` or `stream.column` where nothing else may stand; null when reported. @param what "the time column". */
export function parseColumnReference(parser: Parser, what: string): ColumnReference | null {
  const first = parser.expectName(what);
  if (first === null) return null;
  const second = parser.takeSymbol(".") === null ? null : parser.expectName("a column name after the point");
  const range = parser.since(first.range.start);
  return second === null
    ? { kind: "column", range, qualifier: null, name: first }
    : { kind: "column", range, qualifier: first, name: second };
}
