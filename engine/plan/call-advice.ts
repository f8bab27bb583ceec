import { typeName } from "../data/data-type.ts";
import type { ScalarFunction } from "../expression/scalar-function.ts";
import type { SourceRange } from "../common/source-range.ts";
import type { BindingContext } from "./binding-context.ts";
import type { Bound } from "./bound.ts";
import { comparisonAdvice } from "./comparison-advice.ts";
import type { Advice } from "./diagnostic-list.ts";

const arithmetic: ReadonlySet<string> = new Set(["+", "-", "*", "/", "%", "negate"]);

/** What the operators take that a sentence about CAST would not say. */
const operatorHints: ReadonlyMap<string, string> = new Map([
  ["like", "LIKE compares a text with a pattern: text LIKE 'a%'; CAST(value AS STRING) makes a text."],
  ["ilike", "ILIKE compares a text with a pattern: text ILIKE 'a%'; CAST(value AS STRING) makes a text."],
  [
    "similar to",
    "SIMILAR TO compares a text with a pattern: text SIMILAR TO 'a|b'; CAST(value AS STRING) makes a text.",
  ],
  ["||", "CAST(value AS STRING) makes a text."],
]);

/** What a function says of itself by its own name, under the name that was typed for it. */
export function asTyped(sentence: string, own: string, typed: string): string {
  const upper = own.toUpperCase();
  return sentence.startsWith(`${upper} `) ? typed.toUpperCase() + sentence.slice(upper.length) : sentence;
}

/** How a function is written, under the name that was typed. @param signature as its document has it. */
export function formHint(signature: string, typed: string): string {
  return `The form is ${typed.toUpperCase()}${signature.slice(signature.indexOf("("))}.`;
}

/**
 * What to do about a call whose arguments do not fit.
 * @param typed the function's name as it was typed. @param range of the whole call.
 */
export function callAdvice(
  called: ScalarFunction,
  typed: string,
  values: readonly Bound[],
  range: SourceRange,
  context: BindingContext,
): Advice {
  if (called.document) return { hint: formHint(called.document.signature, typed) };
  const advice = comparisonAdvice(called.name, values, range, context);
  if (advice !== null) return advice;
  const text = values.find(({ type }) => type?.kind === "STRING");
  if (text !== undefined && arithmetic.has(called.name)) {
    const shown = context.sql.slice(text.range.start, text.range.end);
    if (called.name === "+" && values.every(({ type }) => type?.kind === "STRING"))
      return { hint: `Texts are joined by ||: ${shown} || text.` };
    const number = values.find(({ type }) => type !== null && type.kind !== "STRING")?.type;
    return {
      hint: `A text becomes a number by CAST(${shown} AS ${number ? typeName(number) : "DOUBLE"}).`,
    };
  }
  return { hint: operatorHints.get(called.name) ?? "CAST one of them, so that their types fit." };
}
