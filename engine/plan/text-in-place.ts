import type { Expression } from "../sql/expression-ast.ts";

/** An expression as it is written, in parentheses where it could not stand in the place of a name without them. */
export function textInPlace({ kind, range }: Expression, sql: string): string {
  const text = sql.slice(range.start, range.end);
  return kind === "column" || kind === "call" ? text : `(${text})`;
}
