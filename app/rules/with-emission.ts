import { applyEdit, isSymbol, isWord, readQuery } from "../story/with-clause.ts";

/** Words of the clause that a choice writes. */
export type Emission = "CHANGES" | "FINAL";

/**
 * The text with its EMIT clause saying this, or without one.
 * @param emission null: the clause goes. @returns null where the change is not safe: quotes that never end, several queries, an EMIT
 * of another kind, or several.
 */
export function withEmission(sql: string, emission: Emission | null): string | null {
  const query = readQuery(sql);
  if (query === null) return null;
  const { tokens, options } = query;
  const at = clausesIn(sql);
  if (at === null) return null;
  if (at.length === 1) {
    const [first, word] = [tokens[at[0]!]!, tokens[at[0]! + 1]!];
    if (emission !== null) return applyEdit(sql, { start: word.start, end: word.end, text: emission });
    const start = sql.slice(0, first.start).trimEnd().length;
    return applyEdit(sql, { start, end: word.end, text: "" });
  }
  if (emission === null) return sql;
  const end =
    options.clause === null ? tokens.at(-1)!.end : sql.slice(0, options.clause.start).trimEnd().length;
  return applyEdit(sql, { start: end, end, text: `\nEMIT ${emission}` });
}

/** What the clause says; null: there is none, it is of another kind, or the text cannot be read. */
export function emissionIn(sql: string): Emission | null {
  const at = clausesIn(sql);
  const word = at?.length === 1 ? readQuery(sql)?.tokens[at[0]! + 1]?.text : undefined;
  return word === "CHANGES" || word === "FINAL" ? word : null;
}

/** Indexes of the EMIT of each clause; null where it cannot be read, or says something else. */
function clausesIn(sql: string): readonly number[] | null {
  const query = readQuery(sql);
  if (query === null) return null;
  const { tokens } = query;
  const all = tokens.flatMap((token, index) => (isWord(token, "EMIT") ? [index] : []));
  const plain = all.every((index) => {
    const behind = tokens[index + 2];
    return (
      (isWord(tokens[index + 1], "CHANGES") || isWord(tokens[index + 1], "FINAL")) &&
      (behind === undefined || isWord(behind, "WITH") || isSymbol(behind, ";"))
    );
  });
  return plain && all.length <= 1 ? all : null;
}
