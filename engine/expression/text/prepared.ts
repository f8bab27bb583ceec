/** Entries kept at most. */
const KEPT = 100;

/** What a function makes of a pattern or path, made once: of one that is constant, and of the latest of those that are data. */
export class Prepared<T> {
  readonly #make: (source: string) => T;
  readonly #known = new Map<string, T>();

  constructor(make: (source: string) => T) {
    this.#make = make;
  }

  of(source: string): T {
    const known = this.#known.get(source);
    if (known !== undefined) return known;
    const made = this.#make(source);
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(source, made);
    return made;
  }
}
