import type { SqlToken } from "../story/sql-tokens.ts";
import { applyEdit, isSymbol, isWord, readQuery } from "../story/with-clause.ts";

/** An EMIT clause of a whole query. */
interface Clause {
  /** Offsets, [start, end). */
  readonly start: number;
  readonly end: number;
  /** What stands behind EMIT: "EVERY 3 ROWS". */
  readonly text: string;
  /** Whether it is a whole clause, with nothing but WITH behind it. */
  readonly last: boolean;
}

const unit = "(?:ROW|MILLISECOND|SECOND|MINUTE|HOUR|DAY)S?|MS|S|M|H|D";
const form = new RegExp(
  `^(?:CHANGES|FINAL|ON WINDOW CLOSE|EVERY (?:INTERVAL )?(?:[\\d.]+[a-z]*|'[^']*')(?: (?:${unit})\\b)?)(?= |$)`,
);

/**
 * The text with its EMIT clause saying this, or without one.
 * @param emission what stands behind EMIT; null: the clause goes. @returns null where the change is not safe: quotes that
 * never end, several queries, several clauses, anything but WITH behind the clause.
 */
export function withEmission(sql: string, emission: string | null): string | null {
  const query = readQuery(sql);
  const clauses = query && clausesIn(query.tokens);
  if (!query || !clauses || clauses.length > 1) return null;
  const [clause] = clauses;
  if (clause && !clause.last) return null;
  if (clause) {
    if (emission !== null) return applyEdit(sql, { ...clause, text: `EMIT ${emission}` });
    return applyEdit(sql, { start: sql.slice(0, clause.start).trimEnd().length, end: clause.end, text: "" });
  }
  if (emission === null) return sql;
  const { options, tokens } = query;
  const end =
    options.clause === null ? tokens.at(-1)!.end : sql.slice(0, options.clause.start).trimEnd().length;
  return applyEdit(sql, { start: end, end, text: `\nEMIT ${emission}` });
}

/** What stands behind EMIT, words in upper case; null: there is no clause, or the text cannot be read. */
export function emissionIn(sql: string): string | null {
  const query = readQuery(sql);
  return (query && clausesIn(query.tokens)[0]?.text) ?? null;
}

/** Those outside all parentheses: OVER has clauses of its own. */
function clausesIn(tokens: readonly SqlToken[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let depth = 0;
  tokens.forEach((token, at) => {
    if (isSymbol(token, "(")) depth++;
    if (isSymbol(token, ")")) depth--;
    if (depth > 0 || !isWord(token, "EMIT")) return;
    const next = tokens.findIndex((other, index) => index > at && isWord(other, "WITH"));
    const words = tokens.slice(at + 1, next < 0 ? tokens.length : next);
    const all = words.map((word) => (word.kind === "string" ? `'${word.text}'` : word.text)).join(" ");
    const text = form.exec(all)?.[0] ?? "";
    clauses.push({ start: token.start, end: (words.at(-1) ?? token).end, text, last: text === all });
  });
  return clauses;
}
