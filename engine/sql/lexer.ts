import type { Diagnostic } from "../common/diagnostic.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { Annotation } from "./ast.ts";
import { readAnnotation } from "./annotation.ts";
import type { Token, TokenKind } from "./token.ts";

export interface LexedText {
  /** Ends with one token of kind "end". */
  readonly tokens: readonly Token[];
  /** In the order of the text, wherever they stand. */
  readonly annotations: readonly Annotation[];
  readonly diagnostics: readonly Diagnostic[];
}

const blank = /[\s\u00a0\ufeff]+/y;
const word = /[\p{L}_][\p{L}\p{N}\p{M}_$]*/uy;
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const symbol = /\|\||<>|!=|<=|>=|==|=>|->>|->|::|:=|[(),;.*+\-/%=<>[\]{}?:^&|~]/y;
/** What no token begins with; runs of it are one error. Blanks, letters, digits, quotes and symbols end it. */
const stray = /[^\s\u00a0\ufeff\p{L}\p{N}_'"`(),;.*+\-/%=<>[\]{}?:^&|~]+/uy;

/** A string or name between quotes as word processors write them. */
const curly = /[‘’]([^‘’'\n]*)[‘’]|[“”]([^“”"\n]*)[“”]/uy;

/**
 * Cuts a text into tokens, in time linear in its length. Comments and blanks vanish; what is no token becomes a
 * diagnostic and vanishes too, so that the parser goes on as if it were not there.
 */
export function lex(text: string): LexedText {
  const tokens: Token[] = [];
  const annotations: Annotation[] = [];
  const diagnostics: Diagnostic[] = [];
  let at = 0;
  /** Where the hint begins that is being read; null: none. */
  let hint: number | null = null;

  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
  };
  const push = (kind: TokenKind, length: number, content: string): void => {
    const upper = kind === "word" ? content.toUpperCase() : "";
    tokens.push({ kind, start: at, end: at + length, text: content, word: upper });
    at += length;
  };
  const report = (
    code: string,
    range: SourceRange,
    message: string,
    hint: string,
    fix: string | null = null,
  ): void => {
    diagnostics.push({ code, severity: "error", range, message, hint, fix });
  };

  const lexQuoted = (quote: string): void => {
    const kind = quote === "'" ? "string" : "quoted";
    const end = closingQuote(text, at);
    if (end !== null) {
      push(kind, end - at, text.slice(at + 1, end - 1).replaceAll(quote + quote, quote));
      return;
    }
    // Nobody knows where it was meant to end; the rest of the line is the best guess.
    const line = lineFrom(text, at).trimEnd();
    report(
      "SYNTAX_UNCLOSED_QUOTE",
      { start: at, end: at + line.length },
      `This ${kind === "string" ? "string" : "quoted name"} is never closed.`,
      `Write ${quote} where it ends; a ${quote} inside is written twice.`,
    );
    push(kind, line.length, line.slice(1));
  };

  const lexCurly = (written: string): void => {
    const [quote, kind] = /^[‘’]/.test(written) ? (["'", "string"] as const) : (['"', "quoted"] as const);
    const content = written.slice(1, -1);
    const straight = quote + content + quote;
    const range = { start: at, end: at + written.length };
    report("SYNTAX_CHARACTER", range, "Curly quotes mean nothing in SQL.", `Write ${straight}.`, straight);
    push(kind, written.length, content);
  };

  const lexNumber = (digits: string): void => {
    at += digits.length;
    const unit = match(word);
    at -= digits.length;
    if (unit !== null) push("duration", digits.length + unit.length, digits + unit);
    else
      push(
        /[eE]/.test(digits) ? "float" : digits.includes(".") ? "decimal" : "integer",
        digits.length,
        digits,
      );
  };

  const lexLineComment = (): void => {
    const comment = lineFrom(text, at);
    const read = readAnnotation(comment, at);
    if (read?.annotation) annotations.push(read.annotation);
    if (read?.diagnostic) diagnostics.push(read.diagnostic);
    at += comment.length;
  };

  const lexBlockComment = (): void => {
    const end = text.indexOf("*/", at + 2);
    if (end < 0) reportUnclosed(at);
    at = end < 0 ? text.length : end + 2;
  };

  const reportUnclosed = (start: number): void => {
    const range = { start, end: start + 2 };
    report("SYNTAX_UNCLOSED_COMMENT", range, "This comment is never closed.", "Write */ where it ends.");
  };

  /** A hint changes what a query means, so it does not vanish as a comment does. */
  const openHint = (): void => {
    hint ??= at;
    push("symbol", 3, "/*+");
  };

  const closeHint = (): void => {
    hint = null;
    push("symbol", 2, "*/");
  };

  while (at < text.length) {
    const first = text[at]!;
    const space = match(blank);
    let quoted: string | null;
    if (space !== null) at += space.length;
    else if (first === "'" || first === '"' || first === "`") lexQuoted(first);
    else if ((quoted = match(curly)) !== null) lexCurly(quoted);
    else if (hint !== null && text.startsWith("*/", at)) closeHint();
    else if (text.startsWith("--", at)) lexLineComment();
    else if (text.startsWith("/*+", at)) openHint();
    else if (text.startsWith("/*", at)) lexBlockComment();
    else {
      const name = match(word);
      const digits = name === null ? match(number) : null;
      const sign = name === null && digits === null ? match(symbol) : null;
      if (name !== null) push("word", name.length, name);
      else if (digits !== null) lexNumber(digits);
      else if (sign !== null) push("symbol", sign.length, sign);
      else {
        const rubbish = match(stray) ?? String.fromCodePoint(text.codePointAt(at)!);
        const range = { start: at, end: at + rubbish.length };
        report("SYNTAX_CHARACTER", range, `${shown(rubbish)} means nothing in SQL.`, strayHint(rubbish));
        at += rubbish.length;
      }
    }
  }
  if (hint !== null) reportUnclosed(hint);
  push("end", 0, "");
  return { tokens, annotations, diagnostics };
}

/** The offset behind the quote that closes the one at `start`, where a doubled quote closes nothing; null: none. */
function closingQuote(text: string, start: number): number | null {
  const quote = text[start]!;
  let at = text.indexOf(quote, start + 1);
  while (at >= 0 && text[at + 1] === quote) at = text.indexOf(quote, at + 2);
  return at < 0 ? null : at + 1;
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end);
}

function shown(rubbish: string): string {
  const code = rubbish.codePointAt(0)!;
  const visible = /^[\p{P}\p{S}]+$/u.test(rubbish) && rubbish.length <= 20;
  return visible ? `\`${rubbish}\`` : `The character U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

function strayHint(rubbish: string): string {
  return /[‘’‚‛“”„‟]/.test(rubbish)
    ? "Use straight quotes: ' around strings, \" around names."
    : "Remove it, or put the name that holds it in double quotes.";
}
