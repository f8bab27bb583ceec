import { moreSlots } from "../aggregate/slot-array.ts";
import { NONE } from "./group-slots.ts";

/** The sessions of one group by the time of their first record, where they are too many to be looked through one by one. */
export class SessionIndex {
  #slots: Int32Array;
  /** Where the earliest stands: the oldest go, and nothing has to move for that. */
  #head = 0;
  /** The place behind the latest. */
  #end: number;

  /** @param newest slot of the group. @param older of each slot the next older one, or NONE. */
  constructor(newest: number, older: Int32Array) {
    let count = 0;
    for (let slot = newest; slot !== NONE; slot = older[slot]!) count++;
    this.#slots = new Int32Array(moreSlots(count + 1));
    this.#end = count;
    for (let slot = newest; slot !== NONE; slot = older[slot]!) this.#slots[--count] = slot;
  }

  get length(): number {
    return this.#end - this.#head;
  }

  /** The earliest; there must be one. */
  get first(): number {
    return this.#slots[this.#head]!;
  }

  /** @param start of each slot, ms. @returns The latest session that does not start after a time, or NONE. */
  find(time: number, start: Float64Array): number {
    const behind = this.#firstAfter(time, start);
    return behind === this.#head ? NONE : this.#slots[behind - 1]!;
  }

  /** Puts a slot behind those that do not start after it. */
  insert(slot: number, start: Float64Array): void {
    if (this.#end === this.#slots.length) this.#makeRoom();
    const at = this.#firstAfter(start[slot]!, start);
    this.#slots.copyWithin(at + 1, at, this.#end++);
    this.#slots[at] = slot;
  }

  remove(slot: number, start: Float64Array): void {
    let at = this.#firstAfter(start[slot]!, start) - 1;
    while (this.#slots[at] !== slot) at--;
    if (at === this.#head) this.#head++;
    else this.#slots.copyWithin(at, at + 1, this.#end--);
  }

  /** Moves all to the front where a quarter is free there, else into a longer array. */
  #makeRoom(): void {
    const { length } = this;
    const old = this.#slots;
    if (this.#head < old.length / 4) this.#slots = new Int32Array(moreSlots(length + 1));
    this.#slots.set(old.subarray(this.#head, this.#end));
    this.#head = 0;
    this.#end = length;
  }

  #firstAfter(time: number, start: Float64Array): number {
    let low = this.#head;
    let high = this.#end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (start[this.#slots[middle]!]! <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
