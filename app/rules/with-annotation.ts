/**
 * The text with `-- @key: value` above its first statement, or with that line taken away. The choice stands in the text,
 * so links, drafts and undo have it without knowing of it.
 * @param key letters and underscores. @param value null: the line goes.
 */
export function withAnnotation(sql: string, key: string, value: string | null): string {
  const line = lineOf(key);
  if (value === null) return sql.replace(line, "");
  const wanted = `-- @${key}: ${value}`;
  if (line.test(sql)) return sql.replace(line, (_, __, end: string) => `${wanted}${end}`);
  return `${wanted}\n${sql}`;
}

/** The value of an annotation as it is written; null where it is not there. */
export function annotationIn(sql: string, key: string): string | null {
  return lineOf(key).exec(sql)?.[1]?.trim() ?? null;
}

function lineOf(key: string): RegExp {
  return new RegExp(`^[ \\t]*--[ \\t]*@${key}[ \\t]*:(.*)(\\n|$)`, "im");
}
