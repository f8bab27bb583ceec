import { firstAtLeast } from "./first-at-least.ts";

/** A piece of time, ms, [start, end). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Pieces of time, ascending by start, that are found by time however many they are. */
export class SpanList<Item extends Span> {
  readonly #items: Item[] = [];
  readonly #starts: number[] = [];
  /** ms: of all so far. */
  #longest = 0;

  add(item: Item): void {
    const at = firstAtLeast(this.#starts, item.start);
    this.#items.splice(at, 0, item);
    this.#starts.splice(at, 0, item.start);
    this.#longest = Math.max(this.#longest, item.end - item.start);
  }

  /** Takes out one that is in the list; before its bounds change. */
  remove(item: Item): void {
    let at = firstAtLeast(this.#starts, item.start);
    while (this.#items[at] !== item) at++;
    this.#items.splice(at, 1);
    this.#starts.splice(at, 1);
  }

  /** Those that touch [from, to), latest start first. @param see returns whether it has seen enough. */
  visit(from: number, to: number, see: (item: Item) => boolean): void {
    for (let i = firstAtLeast(this.#starts, to) - 1; i >= 0; i--) {
      if (this.#starts[i]! + this.#longest <= from) return;
      const item = this.#items[i]!;
      if (item.end > from && see(item)) return;
    }
  }
}
