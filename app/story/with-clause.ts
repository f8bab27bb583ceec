import { type SqlToken, sqlTokens } from "./sql-tokens.ts";

/** A piece of the text and what is to stand in its place; offsets, [start, end). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A query cut into tokens, with the options of its WITH. */
export interface OptionedQuery {
  readonly tokens: readonly SqlToken[];
  readonly options: Options;
}

/** @returns null where a change of the text is not safe: quotes that never end, several queries, options that cannot be read. */
export function readQuery(sql: string): OptionedQuery | null {
  const tokens = onlyStatement(sqlTokens(sql));
  const options = tokens && findOptions(tokens);
  return options && { tokens, options };
}

export function applyEdit(sql: string, { start, end, text }: Edit): string {
  return sql.slice(0, start) + text + sql.slice(end);
}

/** The tokens without the semicolon at their end; null where there are none or more than one statement. */
function onlyStatement(tokens: readonly SqlToken[] | null): readonly SqlToken[] | null {
  const end = tokens?.findIndex(({ kind, text }) => kind === "symbol" && text === ";") ?? -1;
  if (tokens === null || tokens.length === 0 || end === 0) return null;
  if (end < 0) return tokens;
  return tokens.slice(end).every(({ kind, text }) => kind === "symbol" && text === ";")
    ? tokens.slice(0, end)
    : null;
}

export interface Options {
  /** Index of the closing parenthesis of WITH; null: the query has none. */
  readonly close: number | null;
  /** From WITH to its closing parenthesis. */
  readonly clause: Omit<Edit, "text"> | null;
  readonly entries: readonly OptionEntry[];
}

export interface OptionEntry {
  /** Trimmed, in lower case. */
  readonly key: string;
  /** Offset of the key. */
  readonly start: number;
  readonly value: SqlToken;
}

/** The options of WITH; null where they cannot be read, or stand in several places. */
function findOptions(tokens: readonly SqlToken[]): Options | null {
  const starts = tokens.flatMap((token, at) =>
    isWord(token, "WITH") && isSymbol(tokens[at + 1], "(") ? [at + 2] : [],
  );
  if (starts.length === 0) return { close: null, clause: null, entries: [] };
  if (starts.length > 1) return null;
  const entries: OptionEntry[] = [];
  const closed = (close: number): Options => ({
    close,
    clause: { start: tokens[starts[0] - 2].start, end: tokens[close].end },
    entries,
  });
  let at = starts[0];
  if (isSymbol(tokens[at], ")")) return closed(at);
  for (;;) {
    const [key, equals, value, after] = tokens.slice(at, at + 4);
    if (!isText(key) || !isSymbol(equals, "=") || !isText(value)) return null;
    entries.push({ key: key.text.trim().toLowerCase(), start: key.start, value });
    if (isSymbol(after, ")")) return closed(at + 3);
    if (!isSymbol(after, ",")) return null;
    at += 4;
  }
}

/** As the last option, in the way that the one before it stands; without WITH as a clause of its own. */
export function addOption(
  sql: string,
  tokens: readonly SqlToken[],
  { close, entries }: Options,
  option: string,
): Edit {
  if (close === null) {
    const { end } = tokens.at(-1)!;
    return { start: end, end, text: `\nWITH (\n  ${option}\n)` };
  }
  const last = entries.at(-1)?.value;
  if (!last) {
    const { end } = tokens[close - 1];
    return { start: end, end, text: option };
  }
  const { end } = last;
  const key = tokens[close - 3];
  const line = sql.slice(sql.lastIndexOf("\n", key.start - 1) + 1, key.start);
  return { start: end, end, text: line.trim() === "" ? `,\n${line}${option}` : `, ${option}` };
}

export function isWord(token: SqlToken | undefined, word: string): boolean {
  return token?.kind === "word" && token.text === word;
}

export function isSymbol(token: SqlToken | undefined, symbol: string): boolean {
  return token?.kind === "symbol" && token.text === symbol;
}

function isText(token: SqlToken | undefined): token is SqlToken {
  return token?.kind === "string" || token?.kind === "quoted";
}
