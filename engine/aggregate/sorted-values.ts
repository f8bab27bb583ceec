import type { Value } from "../data/data-type.ts";
import type { Comparator } from "./comparable.ts";

/** Above this many values that wait, sorting all is quicker than putting each in its place. */
const FEW = 16;

/** Values of one slot in order. What is added waits until somebody looks, so that a window that is read once sorts once. */
export class SortedValues {
  readonly #compare: Comparator;
  readonly #waiting: Value[] = [];
  #sorted: Value[] = [];

  constructor(compare: Comparator) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#sorted.length + this.#waiting.length;
  }

  add(value: Value): void {
    this.#waiting.push(value);
  }

  addAll(other: SortedValues): void {
    for (const value of other.inOrder()) this.#waiting.push(value);
  }

  /** Takes one value back that was added. */
  remove(value: Value): void {
    const sorted = this.#settle();
    sorted.splice(this.#placeOf(value) - 1, 1);
  }

  /** @returns All of them, ascending; valid until the next change. */
  inOrder(): readonly Value[] {
    return this.#settle();
  }

  #settle(): Value[] {
    const waiting = this.#waiting;
    if (waiting.length > FEW) this.#sorted = [...this.#sorted, ...waiting].sort(this.#compare);
    else for (const value of waiting) this.#sorted.splice(this.#placeOf(value), 0, value);
    waiting.length = 0;
    return this.#sorted;
  }

  /** @returns The place behind all that are not greater. */
  #placeOf(value: Value): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(this.#sorted[middle], value) > 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
