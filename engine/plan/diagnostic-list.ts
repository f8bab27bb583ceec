import type { Diagnostic, Severity } from "../common/diagnostic.ts";
import type { SourceRange } from "../common/source-range.ts";

/** More of one kind than anybody reads are not collected. */
const mostOfOneSeverity = 100;

/** What to do about a problem: a sentence, and a replacement that certainly mends it. */
export interface Advice {
  readonly hint: string;
  readonly fix?: string | null;
}

/** Prepared words for something that is not run yet. */
export interface Refusal {
  /** Begins with `UNSUPPORTED`. */
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** The diagnostics of one compilation. Reporting answers null, so that a binder can `return list.error(…)`. */
export class DiagnosticList {
  readonly #items: Diagnostic[];

  /** @param parsed what the parser has already reported. */
  constructor(parsed: readonly Diagnostic[] = []) {
    this.#items = [...parsed];
  }

  /** Whether there is an error. */
  get failed(): boolean {
    return this.#items.some(({ severity }) => severity === "error");
  }

  error(code: string, range: SourceRange, message: string, advice: Advice): null {
    return this.#add("error", code, range, message, advice);
  }

  warning(code: string, range: SourceRange, message: string, advice?: Advice): null {
    return this.#add("warning", code, range, message, advice);
  }

  info(code: string, range: SourceRange, message: string, advice?: Advice): null {
    return this.#add("info", code, range, message, advice);
  }

  /**
   * Refuses what is not run yet, with a code that begins with `UNSUPPORTED`; says nothing where the parser has
   * already refused something in the same place.
   */
  unsupported(code: string, range: SourceRange, message: string, advice: Advice): null {
    const said = this.#items.some(
      (item) =>
        item.severity === "error" &&
        item.code.startsWith("UNSUPPORTED") &&
        item.range.start < range.end &&
        item.range.end > range.start,
    );
    return said ? null : this.#add("error", code, range, message, advice);
  }

  /** Refuses as `unsupported` does, in prepared words. */
  refuse({ code, message, hint }: Refusal, range: SourceRange): null {
    return this.unsupported(code, range, message, { hint });
  }

  /** @returns All of them in the order of the text, each once. */
  inOrder(): readonly Diagnostic[] {
    const seen = new Set<string>();
    return this.#items
      .filter(({ code, range, message }) => {
        const key = `${code} ${range.start} ${range.end} ${message}`;
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      })
      .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  }

  #add(severity: Severity, code: string, range: SourceRange, message: string, advice?: Advice): null {
    if (this.#items.filter((item) => item.severity === severity).length >= mostOfOneSeverity) return null;
    const { hint = null, fix = null } = advice ?? {};
    this.#items.push({ code, severity, range, message, hint, fix });
    return null;
  }
}
