import type { SourceRange } from "../common/source-range.ts";

/**
 * word: an unquoted name or keyword. quoted: a name in "…" or `…`. duration: digits and a unit without a space (`5m`).
 * end: the one token behind the last character.
 */
export type TokenKind =
  "word" | "quoted" | "integer" | "decimal" | "float" | "duration" | "string" | "symbol" | "end";

/** A token; its range is [start, end). */
export interface Token extends SourceRange {
  readonly kind: TokenKind;
  /** As typed; of strings and quoted names what stands between the quotes, with doubled quotes made single. */
  readonly text: string;
  /** Of words: the text in upper case. Of all others: empty. */
  readonly word: string;
}
