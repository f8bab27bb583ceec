/** @returns An array of at least `capacity` entries that begins with the old ones; new entries are `empty`. */
export function growNumbers(old: Float64Array, capacity: number, empty: number): Float64Array {
  if (capacity <= old.length) return old;
  const grown = new Float64Array(Math.max(capacity, 2 * old.length)).fill(empty, old.length);
  grown.set(old);
  return grown;
}

/** @returns An array of at least `capacity` entries that begins with the old ones; new entries are 0. */
export function growFlags(old: Uint8Array, capacity: number): Uint8Array {
  if (capacity <= old.length) return old;
  const grown = new Uint8Array(Math.max(capacity, 2 * old.length));
  grown.set(old);
  return grown;
}
