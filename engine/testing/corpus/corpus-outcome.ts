import type { Diagnostic } from "../../common/diagnostic.ts";
import { compileQuery } from "../../plan/compile-query.ts";
import type { PresetName } from "../../spec/semantics-rules.ts";
import { corpusStreams } from "./corpus-streams.ts";

/** What compiling a text of the corpus gives. */
export interface CorpusOutcome {
  /** `runs`, or the code of the first error of syntax, else of the first error. */
  readonly result: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compiles a text over the streams of the corpus under an engine's rules. */
export function outcomeOf(sql: string, preset: PresetName): CorpusOutcome {
  const { plan, diagnostics } = compileQuery(sql, corpusStreams, { preset });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const first = errors.find(({ code }) => code.startsWith("SYNTAX_")) ?? errors[0];
  return { result: first?.code ?? (plan === null ? "no plan" : "runs"), diagnostics };
}

/** The text with every fix that its diagnostics offer put in place. */
export function fixedText(sql: string, { diagnostics }: CorpusOutcome): string {
  return diagnostics.reduceRight(
    (text, { range, fix }) =>
      fix === null ? text : text.slice(0, range.start) + fix + text.slice(range.end),
    sql,
  );
}
