import { moreSlots } from "../aggregate/slot-array.ts";
import type { GroupSlots } from "./group-slots.ts";

/** A window that has at least one group: its groups' slots in order of their first contribution. */
export interface WindowEntry {
  readonly window: number;
  head: number;
  tail: number;
  groups: number;
}

/**
 * Which slot holds the state of each (group, window): a compact open-addressing hash table over insertion-ordered
 * slots, and the windows that have any. Slots of an expired window are given out again. Costs depend on what is alive,
 * never on how much time lies between windows.
 */
export class WindowState implements GroupSlots {
  #buckets: Int32Array = new Int32Array(2048);
  #mask = 2047;
  #capacity = 1024;
  #used = 0;
  #free = -1;
  #live = 0;
  readonly #windows = new Map<number, WindowEntry>();
  #lastEntry: WindowEntry | null = null;
  /** What `sortByFirst` merges from. */
  #left: Int32Array = new Int32Array(0);
  /** Of each slot: its group, its window, the next slot of the same window (or free list), lowest contributing seq. */
  key: Int32Array = new Int32Array(1024);
  window: Float64Array = new Float64Array(1024);
  next: Int32Array = new Int32Array(1024);
  first: Float64Array = new Float64Array(1024);
  /** Of each slot: what the changelog shows of it; see visibility.ts. */
  shown: Uint8Array = new Uint8Array(1024);

  /** Slots that exist; accumulators must have as many. */
  get capacity(): number {
    return this.#capacity;
  }

  /** Groups alive over all windows. */
  get size(): number {
    return this.#live;
  }

  /** @returns The slot, or -1 when the group has none in that window. */
  find(key: number, window: number): number {
    const buckets = this.#buckets;
    const mask = this.#mask;
    for (let at = hash(key, window) & mask; ; at = (at + 1) & mask) {
      const slot = buckets[at]! - 1;
      if (slot < 0) return -1;
      if (this.key[slot] === key && this.window[slot] === window) return slot;
    }
  }

  entry(window: number): WindowEntry | undefined {
    return this.#windows.get(window);
  }

  /** Makes the slot of a group that `find` did not find. It may hold an older group's state: reset what hangs on it. */
  add(key: number, window: number, seq: number): number {
    const slot = this.#take();
    this.key[slot] = key;
    this.window[slot] = window;
    this.first[slot] = seq;
    this.next[slot] = -1;
    this.#insert(slot);
    this.#link(slot, window);
    return slot;
  }

  /** @returns Whether the window of the slot last added was made by it. */
  get isNewWindow(): boolean {
    return this.#lastEntry!.groups === 1;
  }

  /** Ends a window and frees its slots. */
  remove(window: number): void {
    const entry = this.#windows.get(window);
    if (!entry) return;
    for (let slot = entry.head; slot >= 0;) {
      const next = this.next[slot]!;
      this.#erase(slot);
      this.next[slot] = this.#free;
      this.#free = slot;
      this.#live--;
      slot = next;
    }
    this.#windows.delete(window);
    if (this.#lastEntry === entry) this.#lastEntry = null;
  }

  /** Slots of a window, in order of first contribution, into `out`, which must hold `entry.groups`. */
  slots(entry: WindowEntry, out: Int32Array): void {
    let count = 0;
    for (let slot = entry.head; slot >= 0; slot = this.next[slot]!) out[count++] = slot;
  }

  /** Sorts the first `count` of these slots by their lowest contributing seq: by merging, what is sorted stays where it is. */
  sortByFirst(slots: Int32Array, count: number): void {
    const { first } = this;
    if (this.#left.length < count) this.#left = new Int32Array(2 * count);
    const left = this.#left;
    for (let width = 1; width < count; width *= 2)
      for (let low = 0; low + width < count; low += 2 * width) {
        const middle = low + width;
        if (first[slots[middle - 1]!]! < first[slots[middle]!]!) continue;
        const high = Math.min(middle + width, count);
        for (let i = 0; i < width; i++) left[i] = slots[low + i]!;
        let from = 0;
        let right = middle;
        for (let at = low; from < width; at++)
          slots[at] =
            right < high && first[slots[right]!]! < first[left[from]!]! ? slots[right++]! : left[from++]!;
      }
  }

  #take(): number {
    this.#live++;
    if (this.#free >= 0) {
      const slot = this.#free;
      this.#free = this.next[slot]!;
      return slot;
    }
    if (this.#used === this.#capacity) this.#grow();
    return this.#used++;
  }

  #link(slot: number, window: number): void {
    let entry = this.#lastEntry?.window === window ? this.#lastEntry : this.#windows.get(window);
    if (!entry) {
      entry = { window, head: slot, tail: slot, groups: 0 };
      this.#windows.set(window, entry);
    } else {
      this.next[entry.tail] = slot;
      entry.tail = slot;
    }
    entry.groups++;
    this.#lastEntry = entry;
  }

  #insert(slot: number): void {
    const mask = this.#mask;
    let at = hash(this.key[slot]!, this.window[slot]!) & mask;
    while (this.#buckets[at] !== 0) at = (at + 1) & mask;
    this.#buckets[at] = slot + 1;
  }

  /** Deletion by shifting back: no tombstones, so the table never decays however many windows pass. */
  #erase(slot: number): void {
    const buckets = this.#buckets;
    const mask = this.#mask;
    let hole = hash(this.key[slot]!, this.window[slot]!) & mask;
    while (buckets[hole] !== slot + 1) hole = (hole + 1) & mask;
    for (let at = (hole + 1) & mask; buckets[at] !== 0; at = (at + 1) & mask) {
      const other = buckets[at]! - 1;
      const home = hash(this.key[other]!, this.window[other]!) & mask;
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        buckets[hole] = other + 1;
        hole = at;
      }
    }
    buckets[hole] = 0;
  }

  /** Slots grow by less than the buckets do, which are at least twice as many. */
  #grow(): void {
    const capacity = moreSlots(this.#capacity);
    this.key = copied(new Int32Array(capacity), this.key);
    this.window = copied(new Float64Array(capacity), this.window);
    this.next = copied(new Int32Array(capacity), this.next);
    this.first = copied(new Float64Array(capacity), this.first);
    this.shown = copied(new Uint8Array(capacity), this.shown);
    this.#capacity = capacity;
    if (2 * capacity <= this.#buckets.length) return;
    this.#buckets = new Int32Array(2 * this.#buckets.length);
    this.#mask = this.#buckets.length - 1;
    for (let slot = 0; slot < this.#used; slot++) this.#insert(slot);
  }
}

function copied<T extends Int32Array | Float64Array | Uint8Array>(target: T, source: T): T {
  target.set(source);
  return target;
}

function hash(key: number, window: number): number {
  const mixed = Math.imul(key, 0x9e3779b1) ^ Math.imul(window | 0, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
