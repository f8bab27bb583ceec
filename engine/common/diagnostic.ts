import type { SourceRange } from "./source-range.ts";

export type Severity = "error" | "warning" | "info";

/** What is wrong with a query, where, and what to do: a value that crosses threads, never an exception. */
export interface Diagnostic {
  /** Stable and upper case. Syntax errors begin with `SYNTAX`, what is not supported yet with `UNSUPPORTED`. */
  readonly code: string;
  readonly severity: Severity;
  readonly range: SourceRange;
  /** One sentence that says what is wrong. */
  readonly message: string;
  /** One sentence that says what to do, or null. */
  readonly hint: string | null;
  /** A replacement of the range that certainly mends it, or null. */
  readonly fix: string | null;
}

/** @returns Whether any of them prevents the query from running. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
