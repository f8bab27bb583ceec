import type { SettingName } from "../words/kept-sentence.ts";
import { type SqlToken, sqlTokens } from "./sql-tokens.ts";

const KEYS: Record<SettingName, string> = {
  lateness: "watermark.allowed_lateness",
  bound: "watermark.max_out_of_orderness",
};

/** A piece of the text and what is to stand in its place; offsets, [start, end). */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Writes a setting into the text of a query: where it stands already (an option of WITH, or a window's GRACE PERIOD),
 * else as a new option of WITH. Comments, strings and all other text stay as they are.
 * @param ms whole, at least 0. @returns The new text; null where the change is not safe: quotes that never end, several
 * queries, a setting that is written twice, or options that contradict it.
 */
export function withSetting(sql: string, name: SettingName, ms: number): string | null {
  const tokens = onlyStatement(sqlTokens(sql));
  if (tokens === null) return null;
  const options = findOptions(tokens);
  if (options === null) return null;
  const edit = editFor(sql, tokens, options, name, ms);
  return edit && sql.slice(0, edit.start) + edit.text + sql.slice(edit.end);
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

interface Options {
  /** Index of the closing parenthesis of WITH; null: the query has none. */
  readonly close: number | null;
  readonly entries: readonly { readonly key: string; readonly value: SqlToken }[];
}

/** The options of WITH; null where they cannot be read, or stand in several places. */
function findOptions(tokens: readonly SqlToken[]): Options | null {
  const starts = tokens.flatMap((token, at) =>
    isWord(token, "WITH") && isSymbol(tokens[at + 1], "(") ? [at + 2] : [],
  );
  if (starts.length === 0) return { close: null, entries: [] };
  if (starts.length > 1) return null;
  const entries: { key: string; value: SqlToken }[] = [];
  let at = starts[0];
  if (isSymbol(tokens[at], ")")) return { close: at, entries };
  for (;;) {
    const [key, equals, value, after] = tokens.slice(at, at + 4);
    if (!isText(key) || !isSymbol(equals, "=") || !isText(value)) return null;
    entries.push({ key: key.text.trim().toLowerCase(), value });
    if (isSymbol(after, ")")) return { close: at + 3, entries };
    if (!isSymbol(after, ",")) return null;
    at += 4;
  }
}

function editFor(
  sql: string,
  tokens: readonly SqlToken[],
  options: Options,
  name: SettingName,
  ms: number,
): Edit | null {
  const written = options.entries.filter(({ key }) => key === KEYS[name]);
  const graces = name === "lateness" ? gracePeriods(tokens) : [];
  const places = written.length + graces.length;
  if (places > 1) return null;
  // An ascending watermark has no bound to set.
  const strategy = options.entries.find(({ key }) => key === "watermark.strategy")?.value.text.toLowerCase();
  if (name === "bound" && strategy?.startsWith("ascending")) return null;
  if (written.length === 1) return { ...rangeOf(written[0].value), text: `'${optionText(ms)}'` };
  if (graces.length === 1) return graceEdit(tokens, graces[0], ms);
  return addOption(sql, tokens, options, `'${KEYS[name]}' = '${optionText(ms)}'`);
}

/** Index of the first token behind each GRACE PERIOD. */
function gracePeriods(tokens: readonly SqlToken[]): readonly number[] {
  return tokens.flatMap((token, at) =>
    isWord(token, "GRACE") && isWord(tokens[at + 1], "PERIOD") ? [at + 2] : [],
  );
}

/** In the way that the query writes it: `5s`, `5 SECONDS` or `INTERVAL '5' SECOND`. */
function graceEdit(tokens: readonly SqlToken[], from: number, ms: number): Edit | null {
  let end = from;
  while (end < tokens.length && !isSymbol(tokens[end], ",") && !isSymbol(tokens[end], ")")) end++;
  const [first, second] = tokens.slice(from, end);
  const last = tokens[end - 1];
  if (!first || !last || end === tokens.length) return null;
  const range = { start: first.start, end: last.end };
  if (isWord(first, "INTERVAL")) return { ...range, text: `INTERVAL '${ms / 1000}' SECOND` };
  if (first.kind !== "number") return null;
  if (second?.kind === "word")
    return { ...range, text: ms % 1000 === 0 ? `${ms / 1000} SECONDS` : `${ms} MILLISECONDS` };
  return { ...range, text: `${ms / 1000}s` };
}

/** As the last option, in the way that the one before it stands; without WITH as a clause of its own. */
function addOption(
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

/** As an option of WITH has it: `6.5s`, `1h`, `1d 2h 0.1s`. */
function optionText(ms: number): string {
  const parts = [
    [Math.floor(ms / 86_400_000), "d"],
    [Math.floor(ms / 3_600_000) % 24, "h"],
    [Math.floor(ms / 60_000) % 60, "m"],
    [(ms % 60_000) / 1000, "s"],
  ].flatMap(([amount, unit]) => (amount === 0 ? [] : [`${amount}${unit}`]));
  return parts.length === 0 ? "0s" : parts.join(" ");
}

function rangeOf({ start, end }: SqlToken): { readonly start: number; readonly end: number } {
  return { start, end };
}

function isWord(token: SqlToken | undefined, word: string): boolean {
  return token?.kind === "word" && token.text === word;
}

function isSymbol(token: SqlToken | undefined, symbol: string): boolean {
  return token?.kind === "symbol" && token.text === symbol;
}

function isText(token: SqlToken | undefined): token is SqlToken {
  return token?.kind === "string" || token?.kind === "quoted";
}
