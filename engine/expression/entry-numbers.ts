import type { Dictionary } from "../data/dictionary.ts";

/** A number for each entry of a dictionary, computed once: what a function of one text gives on every row that has it. */
export class EntryNumbers {
  readonly #compute: (text: string) => number;
  #dictionary: Dictionary | null = null;
  #known = 0;
  #numbers: Float64Array = new Float64Array(0);

  constructor(compute: (text: string) => number) {
    this.#compute = compute;
  }

  /** @returns The numbers by code, for all codes that the dictionary has now. */
  of(dictionary: Dictionary): Float64Array {
    if (dictionary !== this.#dictionary) {
      this.#dictionary = dictionary;
      this.#known = 0;
    }
    const size = dictionary.size;
    if (size > this.#numbers.length) {
      const grown = new Float64Array(Math.max(size, 2 * this.#numbers.length));
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    for (; this.#known < size; this.#known++)
      this.#numbers[this.#known] = this.#compute(dictionary.get(this.#known));
    return this.#numbers;
  }
}
