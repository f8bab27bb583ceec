import { commentsBeforeStatements, type LineComment } from "../story/sql-tokens.ts";
import { applyEdit, type Edit } from "../story/with-clause.ts";

/**
 * The text with `-- @key: value` above its first statement, or with that line taken away. The choice stands in the text,
 * so links, drafts and undo have it without knowing of it. What only looks like it, inside strings, block comments and
 * statements, stays as it is.
 * @param key letters and underscores. @param value null: the line goes.
 */
export function withAnnotation(sql: string, key: string, value: string | null): string {
  const [first, ...others] = annotationsIn(sql, key);
  if (!first) return value === null ? sql : `-- @${key}: ${value}\n${sql}`;
  const { start, end } = first;
  const edits =
    value === null
      ? [lineOf(sql, first)]
      : [{ start: onlyBlanksBefore(sql, start) ?? start, end, text: `-- @${key}: ${value}` }];
  // From the end on, so that the offsets of those before stay right.
  return [...edits, ...others.map((other) => lineOf(sql, other))].reduceRight(applyEdit, sql);
}

/** The value of an annotation as it is written; null where it is not there. */
export function annotationIn(sql: string, key: string): string | null {
  return annotationsIn(sql, key)[0]?.value ?? null;
}

/** As the language reads them: the comments of one line before a statement. */
function annotationsIn(sql: string, key: string): readonly (LineComment & { readonly value: string })[] {
  const pattern = new RegExp(`^--\\s*@${key}\\s*:(.*)$`, "is");
  return commentsBeforeStatements(sql).flatMap((comment) => {
    const match = pattern.exec(sql.slice(comment.start, comment.end));
    return match ? [{ ...comment, value: match[1].trim() }] : [];
  });
}

/** Takes a comment away; with its line where nothing else stands in that. */
function lineOf(sql: string, { start, end }: LineComment): Edit {
  const begin = onlyBlanksBefore(sql, start);
  return begin === null ? { start, end, text: "" } : { start: begin, end: end + 1, text: "" };
}

/** @returns The offset at which the line begins; null where something stands before an offset in it. */
function onlyBlanksBefore(sql: string, offset: number): number | null {
  const begin = sql.lastIndexOf("\n", offset - 1) + 1;
  return sql.slice(begin, offset).trim() === "" ? begin : null;
}
