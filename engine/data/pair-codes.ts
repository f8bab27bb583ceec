/** Dense codes of pairs of whole numbers below 2^31, from 0 in order of first sight: open addressing over typed arrays. */
export class PairCodes {
  #buckets: Int32Array = new Int32Array(64);
  #left: Int32Array = new Int32Array(32);
  #right: Int32Array = new Int32Array(32);
  #size = 0;

  code(left: number, right: number): number {
    const buckets = this.#buckets;
    const mask = buckets.length - 1;
    let at = hash(left, right) & mask;
    for (; buckets[at] !== 0; at = (at + 1) & mask) {
      const code = buckets[at]! - 1;
      if (this.#left[code] === left && this.#right[code] === right) return code;
    }
    return this.#add(left, right, at);
  }

  /** @param at the empty bucket that the pair belongs to. */
  #add(left: number, right: number, at: number): number {
    const code = this.#size++;
    this.#buckets[at] = code + 1;
    this.#left[code] = left;
    this.#right[code] = right;
    if (this.#size === this.#left.length) this.#grow();
    return code;
  }

  #grow(): void {
    const left = new Int32Array(2 * this.#size);
    const right = new Int32Array(2 * this.#size);
    left.set(this.#left);
    right.set(this.#right);
    this.#left = left;
    this.#right = right;
    this.#buckets = new Int32Array(4 * this.#size);
    const mask = this.#buckets.length - 1;
    for (let code = 0; code < this.#size; code++) {
      let at = hash(left[code]!, right[code]!) & mask;
      while (this.#buckets[at] !== 0) at = (at + 1) & mask;
      this.#buckets[at] = code + 1;
    }
  }
}

function hash(left: number, right: number): number {
  const sum = Math.imul(left, 0x9e3779b1) + Math.imul(right, 0x85ebca6b);
  const mixed = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 16);
}
