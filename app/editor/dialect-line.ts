import type { Dialect } from "../../engine/client/types.ts";

const line = /^[ \t]*--[ \t]*@dialect[ \t]*:.*(\n|$)/im;

/**
 * The text with its dialect fixed by an annotation above its first statement, or with that annotation taken away.
 * It holds for the query wherever that stands, unless one of its own stands above the query.
 * The choice stands in the text, so links, drafts and undo have it without knowing of it.
 * @param dialect null: it is to be told by the forms of the query again.
 */
export function withDialect(sql: string, dialect: Dialect | null): string {
  if (dialect === null) return sql.replace(line, "");
  const wanted = `-- @dialect: ${dialect}`;
  if (line.test(sql)) return sql.replace(line, `${wanted}$1`);
  return `${wanted}\n${sql}`;
}
