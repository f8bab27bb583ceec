/** The arrays of one record header. */
interface Arrays {
  status: Uint8Array;
  arrival: Float64Array;
  key: Int32Array;
}

/**
 * Arrays for record headers, used again in turn: fresh ones for each batch would make the collector walk the whole heap
 * every few megabytes of records.
 */
export class HeaderArrays {
  readonly #ring: Arrays[];
  #turn = 0;

  /** @param size headers in use at once, at least 1: so many calls of `next`, less one, leave an older one's arrays alone. */
  constructor(size: number) {
    this.#ring = Array.from({ length: size }, () => ({
      status: new Uint8Array(0),
      arrival: new Float64Array(0),
      key: new Int32Array(0),
    }));
  }

  /** @returns Arrays of at least `length` entries; status is zero, the others hold what they held. */
  next(length: number): Arrays {
    const arrays = this.#ring[this.#turn]!;
    this.#turn = (this.#turn + 1) % this.#ring.length;
    if (arrays.status.length < length) {
      arrays.status = new Uint8Array(length);
      arrays.arrival = new Float64Array(length);
      arrays.key = new Int32Array(length);
    } else arrays.status.fill(0, 0, length);
    return { ...arrays };
  }
}
