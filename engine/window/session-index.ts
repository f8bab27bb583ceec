import { NONE } from "./group-slots.ts";

/** The sessions of one group by the time of their first record, where they are too many to be looked through one by one. */
export class SessionIndex {
  #slots: Int32Array = new Int32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The earliest; there must be one. */
  get first(): number {
    return this.#slots[0]!;
  }

  /** @param start of each slot, ms. @returns The latest session that does not start after a time, or NONE. */
  find(time: number, start: Float64Array): number {
    const behind = this.#firstAfter(time, start);
    return behind === 0 ? NONE : this.#slots[behind - 1]!;
  }

  /** Puts a slot behind those that do not start after it. */
  insert(slot: number, start: Float64Array): void {
    const at = this.#firstAfter(start[slot]!, start);
    if (this.#length === this.#slots.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#slots);
      this.#slots = longer;
    }
    this.#slots.copyWithin(at + 1, at, this.#length++);
    this.#slots[at] = slot;
  }

  remove(slot: number, start: Float64Array): void {
    let at = this.#firstAfter(start[slot]!, start) - 1;
    while (this.#slots[at] !== slot) at--;
    this.#slots.copyWithin(at, at + 1, this.#length--);
  }

  #firstAfter(time: number, start: Float64Array): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (start[this.#slots[middle]!]! <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
