import type { SettingName } from "../words/kept-sentence.ts";
import type { SqlToken } from "./sql-tokens.ts";
import { addOption, applyEdit, type Edit, isSymbol, isWord, type Options, readQuery } from "./with-clause.ts";

const KEYS: Record<SettingName, string> = {
  lateness: "watermark.allowed_lateness",
  bound: "watermark.max_out_of_orderness",
};

/**
 * Writes a setting into the text of a query: where it stands already (an option of WITH, or a window's GRACE PERIOD),
 * else as a new option of WITH. Comments, strings and all other text stay as they are.
 * @param ms whole, at least 0. @returns The new text; null where the change is not safe: quotes that never end, several
 * queries, a setting that is written twice, or options that contradict it.
 */
export function withSetting(sql: string, name: SettingName, ms: number): string | null {
  const query = readQuery(sql);
  const edit = query && editFor(sql, query.tokens, query.options, name, ms);
  return edit && applyEdit(sql, edit);
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
  // Only a watermark that stays behind the newest time has a bound to set.
  const strategy = options.entries.find(({ key }) => key === "watermark.strategy")?.value.text.toLowerCase();
  if (name === "bound" && strategy !== undefined && strategy !== "bounded_out_of_orderness") return null;
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
