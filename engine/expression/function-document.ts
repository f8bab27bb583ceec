import type { Dialect } from "../common/dialect.ts";

/** What a function says of itself: completion, hover and the printers read it, and its example runs as its test. */
export interface FunctionDocument {
  /** Other names that mean exactly the same, upper case: accepted in every dialect. */
  readonly aliases: readonly string[];
  /** How an engine spells it where not by its own name; null: that engine has no such function. */
  readonly spelling: Readonly<Partial<Record<Dialect, string | null>>>;
  /** `SUBSTRING(text, start [, length]) → STRING`. */
  readonly signature: string;
  /** One sentence: what it gives, what NULL and the edges do. */
  readonly sentence: string;
  readonly example: FunctionExample;
}

export interface FunctionExample {
  /** An expression without columns, or for an aggregate one over the column `x` (and `y`): `SUBSTRING('window', 1, 3)`. */
  readonly sql: string;
  /** Rows of x (and y) as SQL literals, for an aggregate only: `["1", "2", "NULL"]` or `["1, 'a'", "2, 'b'"]`. */
  readonly rows?: readonly string[];
  /** The result as CAST to STRING writes it, or NULL. */
  readonly result: string;
}

/** A document in one line, for functions that all engines spell alike or by an alias. */
export function documentOf(
  signature: string,
  sentence: string,
  sql: string,
  result: string,
  more: Partial<Pick<FunctionDocument, "aliases" | "spelling">> = {},
): FunctionDocument {
  return { aliases: [], spelling: {}, ...more, signature, sentence, example: { sql, result } };
}
