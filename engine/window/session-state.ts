import { moreSlots } from "../aggregate/slot-array.ts";
import { type GroupSlots, NONE } from "./group-slots.ts";
import { SessionIndex } from "./session-index.ts";

/** Sessions of a group that are looked through one by one, the newest first. */
const LOOKED_THROUGH = 32;

/**
 * Sessions by slot: their bounds, and of each group its sessions in order of time, linked from the newest on, for most
 * records belong there. Slots of sessions that are gone are given out again.
 */
export class SessionState implements GroupSlots {
  #capacity = 1024;
  #used = 0;
  #free: number = NONE;
  #live = 0;
  /** By group: the slot of its newest session + 1, or 0. */
  #newest: Int32Array = new Int32Array(1024);
  /** Of groups with many sessions. */
  readonly #indexes = new Map<number, SessionIndex>();
  /** The earliest session of the group that was looked through last which starts after that time, or NONE. */
  foundNewer: number = NONE;
  key: Int32Array = new Int32Array(1024);
  /** Times of the first and the last record, ms. */
  start: Float64Array = new Float64Array(1024);
  last: Float64Array = new Float64Array(1024);
  /** Lowest contributing seq. */
  first: Float64Array = new Float64Array(1024);
  /** What the changelog shows of it; see visibility.ts. */
  shown: Uint8Array = new Uint8Array(1024);
  /** 1 once it has closed; 0 again when a record reopens it. */
  closed: Uint8Array = new Uint8Array(1024);
  /** The next older and the next newer session of the same group. */
  older: Int32Array = new Int32Array(1024);
  newer: Int32Array = new Int32Array(1024);
  /** Each session is a window of its own, whose number is that of its slot. */
  window: Float64Array = Float64Array.from({ length: 1024 }, (_, slot) => slot);

  get capacity(): number {
    return this.#capacity;
  }

  /** Sessions that are kept. */
  get size(): number {
    return this.#live;
  }

  /** The latest session of a group that does not start after a time, or NONE; `foundNewer` is the one behind it. */
  find(key: number, time: number): number {
    const { start, older } = this;
    let newer = NONE;
    let slot = key < this.#newest.length ? this.#newest[key]! - 1 : NONE;
    for (let looked = 0; slot !== NONE && start[slot]! > time; looked++) {
      if (looked === LOOKED_THROUGH) return this.#findByIndex(key, time);
      newer = slot;
      slot = older[slot]!;
    }
    this.foundNewer = newer;
    return slot;
  }

  /**
   * Makes the session of one record, between two neighbours of its group. Its slot may hold an older session's state:
   * reset what hangs on it.
   * @param time ms.
   */
  add(key: number, time: number, seq: number, older: number, newer: number): number {
    const slot = this.#take();
    this.key[slot] = key;
    this.start[slot] = time;
    this.last[slot] = time;
    this.first[slot] = seq;
    this.closed[slot] = 0;
    this.older[slot] = older;
    this.newer[slot] = newer;
    if (older !== NONE) this.newer[older] = slot;
    if (newer !== NONE) this.older[newer] = slot;
    else this.#setNewest(key, slot);
    if (this.#indexes.size > 0) this.#indexes.get(key)?.insert(slot, this.start);
    return slot;
  }

  remove(slot: number): void {
    const older = this.older[slot]!;
    const newer = this.newer[slot]!;
    if (this.#indexes.size > 0) this.#removeFromIndex(slot);
    if (older !== NONE) this.newer[older] = newer;
    if (newer !== NONE) this.older[newer] = older;
    else this.#setNewest(this.key[slot]!, older);
    this.older[slot] = this.#free;
    this.#free = slot;
    this.#live--;
  }

  #setNewest(key: number, slot: number): void {
    if (key >= this.#newest.length) this.#newest = copied(new Int32Array(2 * key), this.#newest);
    this.#newest[key] = slot + 1;
  }

  #findByIndex(key: number, time: number): number {
    let index = this.#indexes.get(key);
    if (!index) {
      index = new SessionIndex(this.#newest[key]! - 1, this.older);
      this.#indexes.set(key, index);
    }
    const found = index.find(time, this.start);
    this.foundNewer = found === NONE ? index.first : this.newer[found]!;
    return found;
  }

  #removeFromIndex(slot: number): void {
    const key = this.key[slot]!;
    const index = this.#indexes.get(key);
    index?.remove(slot, this.start);
    if (index && index.length < LOOKED_THROUGH) this.#indexes.delete(key);
  }

  #take(): number {
    this.#live++;
    if (this.#free !== NONE) {
      const slot = this.#free;
      this.#free = this.older[slot]!;
      return slot;
    }
    if (this.#used === this.#capacity) this.#grow();
    return this.#used++;
  }

  #grow(): void {
    const capacity = moreSlots(this.#capacity);
    this.key = copied(new Int32Array(capacity), this.key);
    this.start = copied(new Float64Array(capacity), this.start);
    this.last = copied(new Float64Array(capacity), this.last);
    this.first = copied(new Float64Array(capacity), this.first);
    this.shown = copied(new Uint8Array(capacity), this.shown);
    this.closed = copied(new Uint8Array(capacity), this.closed);
    this.older = copied(new Int32Array(capacity), this.older);
    this.newer = copied(new Int32Array(capacity), this.newer);
    this.window = Float64Array.from({ length: capacity }, (_, slot) => slot);
    this.#capacity = capacity;
  }
}

function copied<T extends Int32Array | Float64Array | Uint8Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
