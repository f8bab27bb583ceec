import { addOption, applyEdit, readQuery } from "./with-clause.ts";

/**
 * Writes an option into the WITH of a query, or takes it out. All other text stays as it is.
 * @param key as we spell it. @param value null: the option goes, and a WITH that holds no other with it.
 * @returns The new text; null where the change is not safe: quotes that never end, several queries, options that cannot
 * be read, or one that is written twice.
 */
export function withOption(sql: string, key: string, value: string | null): string | null {
  const query = readQuery(sql);
  if (query === null) return null;
  const { tokens, options } = query;
  const { entries, clause } = options;
  const at = entries.findIndex((entry) => entry.key === key);
  const written = entries[at];
  if (entries.filter((entry) => entry.key === key).length > 1) return null;
  if (value !== null) {
    const text = value.replaceAll("'", "''");
    if (!written) return applyEdit(sql, addOption(sql, tokens, options, `'${key}' = '${text}'`));
    return applyEdit(sql, { start: written.value.start, end: written.value.end, text: `'${text}'` });
  }
  if (!written || clause === null) return sql;
  const before = entries[at - 1];
  const next = entries[at + 1];
  if (before) return applyEdit(sql, { start: before.value.end, end: written.value.end, text: "" });
  if (next) return applyEdit(sql, { start: written.start, end: next.start, text: "" });
  const start = sql.slice(0, clause.start).trimEnd().length;
  return applyEdit(sql, { start, end: clause.end, text: "" });
}

/** The value of an option as it is written; null where it is not there, or where the text cannot be read. */
export function optionIn(sql: string, key: string): string | null {
  return readQuery(sql)?.options.entries.find((entry) => entry.key === key)?.value.text ?? null;
}
