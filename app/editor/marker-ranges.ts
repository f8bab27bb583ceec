import type { Diagnostic, SourceRange } from "../../engine/client/types.ts";

/** What this needs of a text model: offsets are UTF-16, as in JavaScript strings. */
export interface TextPositions {
  getPositionAt(offset: number): { readonly lineNumber: number; readonly column: number };
  getValueLength(): number;
}

/** Lines and columns from 1, as editors count. */
export interface MarkerRange {
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

/**
 * The exact range of a diagnostic; an empty one is widened by one character so that it can be seen: forwards, or
 * backwards at the end of the text. A range of another text is clipped to this one.
 */
export function markerRange(model: TextPositions, range: SourceRange): MarkerRange {
  const length = model.getValueLength();
  let start = Math.max(0, Math.min(range.start, length));
  let end = Math.max(start, Math.min(range.end, length));
  if (start === end) {
    if (end < length) end++;
    else if (start > 0) start--;
  }
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(end);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

/** @returns The line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** The text with a diagnostic's sure fix applied; null when it has none. */
export function applyFix(text: string, { fix, range }: Diagnostic): string | null {
  return fix === null ? null : text.slice(0, range.start) + fix + text.slice(range.end);
}

/** What is shown of a diagnostic where there is room for both: the sentence, then the hint. */
export function fullMessage({ message, hint }: Diagnostic): string {
  return hint === null ? message : `${message} ${hint}`;
}
