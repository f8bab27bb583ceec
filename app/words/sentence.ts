import type { TermName } from "./term-name.ts";

/** A sentence in pieces: text, bold facts, links to records, and terms that explain themselves. */
export type Sentence = readonly SentencePart[];
export type SentencePart =
  | string
  | { readonly bold: string }
  | { readonly record: number }
  /** @property text as the sentence has the term, where that is not its name. */
  | { readonly term: TermName; readonly text?: string };

/** The sentence as plain text: for tooltips and screen readers. */
export function plainText(sentence: Sentence): string {
  return sentence.map(partText).join("");
}

function partText(part: SentencePart): string {
  if (typeof part === "string") return part;
  if ("bold" in part) return part.bold;
  return "record" in part ? `#${part.record}` : (part.text ?? part.term);
}

/** "a", "a and b", "a, b and c": the last pieces joined as people do. */
export function listed(parts: readonly SentencePart[]): Sentence {
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [index === parts.length - 1 ? " and " : ", ", part];
  });
}

/** "order" as a sentence begins with it. */
export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** "a" or "an", as the noun wants it. */
export function article(noun: string): "a" | "an" {
  return /^[aeiou]/i.test(noun) ? "an" : "a";
}
