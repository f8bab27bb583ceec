import { parseJavaPattern } from "../../data/java-time-pattern.ts";
import { parsePostgresPattern } from "../../data/postgres-time-pattern.ts";
import { parseStrftime } from "../../data/strftime.ts";
import { type PatternProblem, type TimePattern, readingProblem } from "../../data/time-pattern.ts";

/** Whose letters a pattern is written in: `%Y-%m-%d`, `yyyy-MM-dd` or `YYYY-MM-DD`. */
export type PatternLanguage = "strftime" | "java" | "postgres";

const parsers: Readonly<Record<PatternLanguage, (text: string) => TimePattern | PatternProblem>> = {
  strftime: parseStrftime,
  java: parseJavaPattern,
  postgres: parsePostgresPattern,
};

/** What a pattern is for. */
export type PatternUse = "write" | "read";

/** @returns The pattern, or one sentence why it is none or why no time can be read by it. */
export function patternOf(
  text: string,
  language: PatternLanguage,
  use: PatternUse,
): TimePattern | PatternProblem {
  const pattern = parsers[language](text);
  if ("problem" in pattern || use === "write") return pattern;
  const problem = readingProblem(pattern);
  return problem === null ? pattern : { problem };
}

/** Patterns by their text, each read once. */
export class PatternCache {
  readonly #language: PatternLanguage;
  readonly #use: PatternUse;
  readonly #known = new Map<string, TimePattern | null>();

  constructor(language: PatternLanguage, use: PatternUse) {
    this.#language = language;
    this.#use = use;
  }

  /** @returns null where the text is no pattern. */
  of(text: string): TimePattern | null {
    let pattern = this.#known.get(text);
    if (pattern === undefined) {
      const read = patternOf(text, this.#language, this.#use);
      pattern = "problem" in read ? null : read;
      this.#known.set(text, pattern);
    }
    return pattern;
  }
}
