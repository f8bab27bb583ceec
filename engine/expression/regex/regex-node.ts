import type { CharacterClass } from "./character-class.ts";

/** A regular expression as parsed. */
export type RegexNode =
  | { readonly kind: "character"; readonly codePoint: number }
  | { readonly kind: "class"; readonly class: CharacterClass }
  | { readonly kind: "assertion"; readonly assertion: Assertion }
  | { readonly kind: "sequence"; readonly parts: readonly RegexNode[] }
  /** Earlier options are preferred. */
  | { readonly kind: "choice"; readonly options: readonly RegexNode[] }
  | {
      readonly kind: "repeat";
      readonly body: RegexNode;
      readonly least: number;
      /** Infinity: any number. */
      readonly most: number;
      /** Prefers fewer. */
      readonly lazy: boolean;
    }
  /** A group that captures; its number from 1. */
  | { readonly kind: "capture"; readonly body: RegexNode; readonly group: number };

export type Assertion =
  "text-start" | "text-end" | "line-start" | "line-end" | "word-boundary" | "no-word-boundary";

/** What is wrong with a pattern, in a sentence. Never leaves this folder as an exception. */
export class PatternProblem {
  readonly sentence: string;

  constructor(sentence: string) {
    this.sentence = sentence;
  }
}
