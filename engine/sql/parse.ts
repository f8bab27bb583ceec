import type { Diagnostic } from "../common/diagnostic.ts";
import type { Annotation } from "./ast.ts";
import { lex } from "./lexer.ts";
import { parseExpression, parseOperand } from "./parse-expression.ts";
import { parseOverSpecification } from "./parse-over.ts";
import { parseQuery } from "./parse-query.ts";
import { parseStatement } from "./parse-statement.ts";
import { Parser, rangeOf } from "./parser.ts";
import type { Script, Statement } from "./statement-ast.ts";
import { greatestHeight, tooHigh } from "./tree-height.ts";

/** More than this of one severity nobody reads. */
export const mostDiagnostics = 100;

export interface ParsedScript {
  readonly script: Script;
  /** In the order of the text. Empty: every form in the text can be bound. */
  readonly diagnostics: readonly Diagnostic[];
  /** How often a token was looked at: linear in the length of the text. */
  readonly steps: number;
}

/**
 * Parses a text of any content and length: never throws, and takes time linear in its length. Wrong forms are reported
 * as `SYNTAX_…`; the tree holds what could be read beside them. What is right and cannot be run is said by the binder.
 */
export function parse(text: string): ParsedScript {
  const { tokens, annotations, diagnostics: lexical } = lex(text);
  const parser = new Parser(tokens, {
    query: parseQuery,
    expression: parseExpression,
    operand: parseOperand,
    overSpecification: parseOverSpecification,
  });
  const statements: Statement[] = [];
  let taken = 0;
  const takeAnnotations = (offset: number): readonly Annotation[] => {
    const first = taken;
    while (taken < annotations.length && annotations[taken]!.range.end <= offset) taken += 1;
    return annotations.slice(first, taken);
  };
  while (parser.token.kind !== "end") {
    if (parser.takeSymbol(";") !== null) continue;
    const before = takeAnnotations(parser.token.start);
    const statement = parseStatement(parser, before);
    reportMisplaced(parser, takeAnnotations(parser.token.start));
    const deep = statement === null ? null : tooHigh(statement);
    if (deep !== null)
      parser.error(
        "SYNTAX_TOO_DEEP",
        deep,
        `More than about ${greatestHeight} operators hang on each other here.`,
        "Take the expression apart, or write IN (…) for a long list.",
      );
    else if (statement !== null) statements.push(statement);
  }
  reportMisplaced(parser, takeAnnotations(text.length));
  if (statements.length === 0 && lexical.length + parser.diagnostics.length === 0)
    parser.error("SYNTAX_EMPTY", rangeOf(parser.token), "There is no query.", "Write SELECT … FROM stream.");
  const diagnostics = readable([...lexical, ...parser.diagnostics]);
  const script = { range: { start: 0, end: text.length }, statements };
  return { script, diagnostics, steps: parser.steps };
}

/** In the order of the text, and no more than can be read; warnings never crowd out errors. */
function readable(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = { error: 0, warning: 0, info: 0 };
  return diagnostics
    .toSorted((a, b) => a.range.start - b.range.start)
    .filter(({ severity }) => (counts[severity] += 1) <= mostDiagnostics);
}

function reportMisplaced(parser: Parser, annotations: readonly Annotation[]): void {
  for (const { range, key } of annotations)
    parser.report({
      code: "SYNTAX_ANNOTATION",
      severity: "warning",
      range,
      message: `The annotation @${key} stands before no statement, so it is only a comment.`,
      hint: "Write it above the SELECT.",
      fix: null,
    });
}
