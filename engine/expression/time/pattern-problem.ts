import { parseJavaPattern } from "../../data/java-time-pattern.ts";
import { strftimeText } from "../../data/strftime.ts";
import type { LiteralProblem } from "../scalar-function.ts";
import { type PatternLanguage, type PatternUse, patternOf } from "./pattern-cache.ts";

const examples = {
  java: "Java's letters, such as 'yyyy-MM-dd HH:mm:ss'",
  postgres: "PostgreSQL's letters, such as 'YYYY-MM-DD HH24:MI:SS'",
};

/** Looks at a pattern, the second argument, before any row is read; one in the other language is told from its letters. */
export function patternProblem(language: PatternLanguage, use: PatternUse): LiteralProblem {
  return ([, text]) => {
    if (typeof text !== "string") return null;
    if (language !== "strftime" && /%[-_0.:1-9]*[A-Za-z]/.test(text))
      return problem(`This pattern takes ${examples[language]}, not those behind a %.`);
    if (language === "strftime" && !text.includes("%") && /[A-Za-z]/.test(text))
      return problem(`'${text}' has no % and would only stand for itself.`, inStrftime(text));
    const pattern = patternOf(text, language, use);
    return "problem" in pattern ? problem(pattern.problem) : null;
  };
}

function problem(sentence: string, instead?: string): ReturnType<LiteralProblem> {
  return instead === undefined ? { argument: 1, sentence } : { argument: 1, sentence, instead };
}

/** What a pattern of Java's letters is in strftime; undefined where it is none. */
function inStrftime(text: string): string | undefined {
  const meant = parseJavaPattern(text);
  return "problem" in meant ? undefined : strftimeText(meant);
}
