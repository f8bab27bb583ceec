/**
 * @returns How many slots to make when there are too few: three eighths more, so that only so much is ever held in vain,
 * and a slot is copied a few times at most.
 */
export function moreSlots(slots: number): number {
  return Math.ceil(slots * 1.375);
}

/** @returns An array of at least `capacity` entries that begins with the old ones; new entries are `empty`. */
export function growNumbers(old: Float64Array, capacity: number, empty: number): Float64Array {
  if (capacity <= old.length) return old;
  const grown = new Float64Array(Math.max(capacity, moreSlots(old.length))).fill(empty, old.length);
  grown.set(old);
  return grown;
}

/** @returns An array of at least `capacity` entries that begins with the old ones; new entries are 0. */
export function growFlags(old: Uint8Array, capacity: number): Uint8Array {
  if (capacity <= old.length) return old;
  const grown = new Uint8Array(Math.max(capacity, moreSlots(old.length)));
  grown.set(old);
  return grown;
}
