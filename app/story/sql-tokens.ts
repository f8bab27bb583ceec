/** A piece of SQL that means something. */
export interface SqlToken {
  readonly kind: "word" | "string" | "quoted" | "number" | "symbol";
  /** Offsets in the text, [start, end). */
  readonly start: number;
  readonly end: number;
  /** Of a string or quoted name what stands between the quotes; else as written, words in upper case. */
  readonly text: string;
}

const blank = /[\s\u00a0\ufeff]+/y;
const comment = /--[^\n]*|\/\*[\s\S]*?\*\//y;
const string = /'[^']*(?:''[^']*)*'/y;
const quoted = /"[^"]*(?:""[^"]*)*"|`[^`]*(?:``[^`]*)*`/y;
const word = /[\p{L}_][\p{L}\p{N}\p{M}_$]*/uy;
const number = /(?:\d+(?:\.\d*)?|\.\d+)[\p{L}\p{N}_]*/uy;

/** A comment of one line; offsets, [start, end), without the line's end. */
export interface LineComment {
  readonly start: number;
  readonly end: number;
  /** Tokens before it. */
  readonly at: number;
}

interface Cut {
  readonly tokens: readonly SqlToken[];
  readonly comments: readonly LineComment[];
  /** Whether all quotes and comments are closed; else what stands before the one that is not is cut. */
  readonly whole: boolean;
}

/**
 * Cuts SQL into tokens; blanks and comments are left out. It knows only as much as a safe change of the text needs.
 * @returns null where a quote or a comment is never closed.
 */
export function sqlTokens(sql: string): readonly SqlToken[] | null {
  const { tokens, whole } = cut(sql);
  return whole ? tokens : null;
}

/** The comments of one line before the first token of a statement, where annotations stand; as far as quotes are closed. */
export function commentsBeforeStatements(sql: string): readonly LineComment[] {
  const { tokens, comments } = cut(sql);
  return comments.filter(({ at }) => at === 0 || isSemicolon(tokens[at - 1]));
}

function isSemicolon({ kind, text }: SqlToken): boolean {
  return kind === "symbol" && text === ";";
}

function cut(sql: string): Cut {
  const tokens: SqlToken[] = [];
  const comments: LineComment[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(sql)?.[0] ?? null;
  };
  while (at < sql.length) {
    const skipped = match(blank) ?? match(comment);
    if (skipped !== null) {
      if (skipped.startsWith("--")) comments.push({ start: at, end: at + skipped.length, at: tokens.length });
      at += skipped.length;
      continue;
    }
    const token = tokenAt(match, sql[at]);
    if (token === null || sql.startsWith("/*", at)) return { tokens, comments, whole: false };
    tokens.push({ ...token, start: at, end: at + token.length });
    at += token.length;
  }
  return { tokens, comments, whole: true };
}

function tokenAt(
  match: (pattern: RegExp) => string | null,
  first: string,
): { readonly kind: SqlToken["kind"]; readonly length: number; readonly text: string } | null {
  const text = match(string) ?? match(quoted);
  if (text !== null) {
    const quote = text[0];
    const kind = quote === "'" ? "string" : "quoted";
    return { kind, length: text.length, text: text.slice(1, -1).replaceAll(quote + quote, quote) };
  }
  if (first === "'" || first === '"' || first === "`") return null;
  const name = match(word);
  if (name !== null) return { kind: "word", length: name.length, text: name.toUpperCase() };
  const digits = match(number);
  if (digits !== null) return { kind: "number", length: digits.length, text: digits };
  return { kind: "symbol", length: 1, text: first };
}
