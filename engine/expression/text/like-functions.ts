import { BOOLEAN, type Value } from "../../data/data-type.ts";
import { compileRegex } from "../regex/regex.ts";
import type { ScalarFunction } from "../scalar-function.ts";
import { LikePattern } from "./like-pattern.ts";
import { RegexCache } from "./regex-cache.ts";
import { similarPattern } from "./similar-pattern.ts";
import { textFunction } from "./text-function.ts";

/** `text LIKE pattern`, ILIKE, which does not mind letter case, and SIMILAR TO; a third argument is the escape character. */
export const likeFunctions: readonly ScalarFunction[] = [
  likeFunction("like", (text) => text),
  likeFunction("ilike", (text) => text.toLowerCase()),
  textFunction({
    name: "similar to",
    takes: ["text", "text"],
    may: ["text"],
    gives: BOOLEAN,
    create: () => {
      const cache = new RegexCache();
      return (text, pattern, escape = "\\") =>
        cache.with(similarPattern(pattern, escape), "s", text, (regex) => regex.test(text));
    },
    literalProblem: ([, pattern, escape = "\\"]) => {
      const problem =
        typeof pattern === "string" ? compileRegex(similarPattern(pattern, String(escape)), "s") : null;
      return (
        escapeProblem(escape) ?? (typeof problem === "string" ? { argument: 1, sentence: problem } : null)
      );
    },
  }),
];

function likeFunction(name: string, fold: (text: string) => string): ScalarFunction {
  return textFunction({
    name,
    takes: ["text", "text"],
    may: ["text"],
    gives: BOOLEAN,
    create: () => matcher(fold),
    literalProblem: ([, , escape]) => escapeProblem(escape),
  });
}

/** Keeps the latest pattern: nearly always there is one only. */
function matcher(
  fold: (text: string) => string,
): (text: string, pattern: string, escape?: string) => boolean {
  let known: { readonly pattern: string; readonly escape: string; readonly made: LikePattern } | null = null;
  return (text, pattern, escape = "") => {
    if (known === null || known.pattern !== pattern || known.escape !== escape)
      known = { pattern, escape, made: new LikePattern(fold(pattern), escape === "" ? null : fold(escape)) };
    return known.made.matches(fold(text));
  };
}

function escapeProblem(
  escape: Value | undefined,
): { readonly argument: number; readonly sentence: string } | null {
  return typeof escape === "string" && Array.from(escape).length > 1
    ? { argument: 2, sentence: `ESCAPE takes one character, not '${escape}'.` }
    : null;
}
