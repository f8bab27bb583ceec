import { parseJavaPattern } from "../../data/java-time-pattern.ts";
import { strftimeText } from "../../data/strftime.ts";
import type { LiteralProblem } from "../scalar-function.ts";
import { type PatternLanguage, type PatternUse, patternOf } from "./pattern-cache.ts";

/** Looks at a pattern, the second argument, before any row is read; one in the other language is told from its letters. */
export function patternProblem(language: PatternLanguage, use: PatternUse): LiteralProblem {
  return ([, text]) => {
    const sentence = typeof text === "string" ? sentenceOf(text, language, use) : null;
    return sentence === null ? null : { argument: 1, sentence };
  };
}

function sentenceOf(text: string, language: PatternLanguage, use: PatternUse): string | null {
  if (language === "java" && /%[-_0.:1-9]*[A-Za-z]/.test(text))
    return "This pattern takes Java's letters, not those behind a %: write it like 'yyyy-MM-dd HH:mm:ss'.";
  if (language === "strftime" && !text.includes("%") && /[A-Za-z]/.test(text)) {
    const meant = parseJavaPattern(text);
    const better = "problem" in meant ? "%Y-%m-%d %H:%M:%S" : strftimeText(meant);
    return `'${text}' has no % and would only stand for itself: write it like '${better}'.`;
  }
  const pattern = patternOf(text, language, use);
  return "problem" in pattern ? pattern.problem : null;
}
