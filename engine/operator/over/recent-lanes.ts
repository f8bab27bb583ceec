/** Slots in the order in which they were last touched: a list in which each stands once. */
export class RecentLanes {
  /** By slot: its neighbours, -1 at the ends; a slot that is its own follower is not in the list. */
  #before: Int32Array = new Int32Array(0);
  #behind: Int32Array = new Int32Array(0);
  #newest = -1;
  /** The slot that was not touched for longest; -1: there is none. */
  oldest = -1;

  /** Puts a slot behind all others. */
  touch(slot: number): void {
    if (slot === this.#newest) return;
    if (slot >= this.#behind.length) this.#grow(slot + 1);
    this.remove(slot);
    this.#before[slot] = this.#newest;
    this.#behind[slot] = -1;
    if (this.#newest < 0) this.oldest = slot;
    else this.#behind[this.#newest] = slot;
    this.#newest = slot;
  }

  /** Takes a slot out, where it is in. */
  remove(slot: number): void {
    const behind = this.#behind[slot] ?? slot;
    if (behind === slot) return;
    const before = this.#before[slot]!;
    if (before < 0) this.oldest = behind;
    else this.#behind[before] = behind;
    if (behind < 0) this.#newest = before;
    else this.#before[behind] = before;
    this.#behind[slot] = slot;
  }

  #grow(count: number): void {
    const known = this.#behind.length;
    const capacity = Math.max(64, 2 * count);
    const before = new Int32Array(capacity);
    before.set(this.#before);
    const behind = new Int32Array(capacity);
    behind.set(this.#behind);
    for (let slot = known; slot < capacity; slot++) behind[slot] = slot;
    this.#before = before;
    this.#behind = behind;
  }
}
