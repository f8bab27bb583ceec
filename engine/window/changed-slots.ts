/** Which slots took records since they last printed: what a timer prints. Costs grow with what changed, not with what is there. */
export class ChangedSlots {
  /** Of each slot: whether it changed, and whether it is in the list. */
  #changed: Uint8Array = new Uint8Array(0);
  #listed: Uint8Array = new Uint8Array(0);
  /** Slots that may have changed: one that was given out anew since is in it once. */
  #list: number[] = [];

  reserve(capacity: number): void {
    this.#changed = grown(this.#changed, capacity);
    this.#listed = grown(this.#listed, capacity);
  }

  mark(slot: number): void {
    this.#changed[slot] = 1;
    if (this.#listed[slot] === 1) return;
    this.#listed[slot] = 1;
    this.#list.push(slot);
  }

  /** The slot has printed what it holds, or is given out anew. */
  clear(slot: number): void {
    this.#changed[slot] = 0;
  }

  /** @returns The slots that changed, in no order; none of them counts as changed any more. */
  take(): Int32Array {
    const taken = new Int32Array(this.#list.length);
    let count = 0;
    for (const slot of this.#list) {
      this.#listed[slot] = 0;
      if (this.#changed[slot] === 0) continue;
      this.#changed[slot] = 0;
      taken[count++] = slot;
    }
    this.#list = [];
    return taken.subarray(0, count);
  }
}

function grown(array: Uint8Array, length: number): Uint8Array {
  const longer = new Uint8Array(length);
  longer.set(array);
  return longer;
}
