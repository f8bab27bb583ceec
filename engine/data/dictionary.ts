/** Strings by code: append-only, codes from 0 in order of first sight. Columns of one stream column share one. */
export class Dictionary {
  readonly #strings: string[] = [];
  readonly #codes = new Map<string, number>();
  /** How many of the strings `#codes` knows: looking up costs much, and some dictionaries are never asked. */
  #indexed = 0;

  constructor(strings: readonly string[] = []) {
    for (const string of strings) this.add(string);
  }

  get size(): number {
    return this.#strings.length;
  }

  /** @returns The code of the string, a new one when it was never seen. */
  add(string: string): number {
    this.#index();
    return this.#codes.get(string) ?? this.append(string);
  }

  /** @param string that was never added, as the caller knows. @returns Its code. */
  append(string: string): number {
    return this.#strings.push(string) - 1;
  }

  /** @returns The code, or -1 when the string was never added. */
  find(string: string): number {
    this.#index();
    return this.#codes.get(string) ?? -1;
  }

  /** @param code 0 … size - 1. */
  get(code: number): string {
    return this.#strings[code]!;
  }

  /** The strings with codes from `from` on: what another thread has not seen yet. */
  since(from: number): string[] {
    return this.#strings.slice(from);
  }

  #index(): void {
    for (; this.#indexed < this.#strings.length; this.#indexed++)
      this.#codes.set(this.#strings[this.#indexed]!, this.#indexed);
  }
}
