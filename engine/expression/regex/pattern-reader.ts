import { PatternProblem } from "./regex-node.ts";

/** Reads a pattern character by character (code points). */
export class PatternReader {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(pattern: string) {
    this.#characters = Array.from(pattern);
  }

  get done(): boolean {
    return this.#at >= this.#characters.length;
  }

  /** The character `ahead` places further on; "" behind the end. */
  peek(ahead: number = 0): string {
    return this.#characters[this.#at + ahead] ?? "";
  }

  next(): string {
    return this.#characters[this.#at++] ?? "";
  }

  /** Takes the text when it stands here. */
  take(text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.peek(i) !== text[i]) return false;
    this.#at += text.length;
    return true;
  }

  /** Takes characters as long as they fit. */
  takeWhile(fits: RegExp, most: number): string {
    let taken = "";
    while (taken.length < most && !this.done && fits.test(this.peek())) taken += this.next();
    return taken;
  }

  /** @param sentence without its end: ` at character 3 of the pattern.` is added. */
  fail(sentence: string): never {
    throw new PatternProblem(`${sentence}, at character ${this.#at} of the pattern.`);
  }
}
