/** Strings by code: append-only, codes from 0 in order of first sight. Columns of one stream column share one. */
export class Dictionary {
  readonly #strings: string[] = [];
  readonly #codes = new Map<string, number>();

  constructor(strings: readonly string[] = []) {
    for (const string of strings) this.add(string);
  }

  get size(): number {
    return this.#strings.length;
  }

  /** @returns The code of the string, a new one when it was never seen. */
  add(string: string): number {
    let code = this.#codes.get(string);
    if (code === undefined) {
      code = this.#strings.length;
      this.#strings.push(string);
      this.#codes.set(string, code);
    }
    return code;
  }

  /** @returns The code, or -1 when the string was never added. */
  find(string: string): number {
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
}
