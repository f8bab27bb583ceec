import type { Diagnostic } from "../common/diagnostic.ts";
import type { Annotation } from "./ast.ts";

/** Reads a line comment (from its `--`) that stands at an offset of the text; null when it is an ordinary comment. */
export function readAnnotation(
  comment: string,
  offset: number,
): { readonly annotation: Annotation | null; readonly diagnostic: Diagnostic | null } | null {
  const head = /^--\s*@/.exec(comment);
  if (head === null) return null;
  const start = offset + head[0].length - 1;
  const end = offset + comment.trimEnd().length;
  const key = /^[\p{L}_][\p{L}\p{N}_.-]*/u.exec(comment.slice(head[0].length))?.[0] ?? "";
  const keyEnd = start + 1 + key.length;
  const rest = /^\s*:\s*/.exec(comment.slice(keyEnd - offset));
  if (key === "" || rest === null) {
    const diagnostic: Diagnostic = {
      code: "SYNTAX_ANNOTATION",
      severity: "warning",
      range: { start, end },
      message: "This annotation has no colon behind its key, so it is only a comment.",
      hint: "Write `-- @key: value`.",
      fix: null,
    };
    return { annotation: null, diagnostic };
  }
  const valueStart = Math.min(keyEnd + rest[0].length, end);
  const annotation: Annotation = {
    range: { start, end },
    key,
    keyRange: { start: start + 1, end: keyEnd },
    value: comment.slice(valueStart - offset, end - offset),
    valueRange: { start: valueStart, end },
  };
  return { annotation, diagnostic: null };
}
