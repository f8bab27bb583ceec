/** 2^12 registers: the estimate is off by 1.6% on average. */
const INDEX_BITS = 12;
const REGISTERS = 2 ** INDEX_BITS;
/** Up to so many different hashes are kept as they are: 4 kB of registers for each small group would be a waste. */
export const COUNTED_EXACTLY = 256;
const RANK_BITS = 53 - INDEX_BITS;

/**
 * How many different values there are, in 4 kB at most: HyperLogLog over 53-bit hashes. Exact while there are few. The
 * state depends on the set of values alone, never on their order or on what was merged with what.
 */
export class HyperLogLog {
  #few: Set<number> | null = new Set();
  #registers: Uint8Array = new Uint8Array(0);

  add(hash: number): void {
    if (this.#few === null) return this.#mark(hash);
    this.#few.add(hash);
    if (this.#few.size <= COUNTED_EXACTLY) return;
    this.#registers = new Uint8Array(REGISTERS);
    for (const known of this.#few) this.#mark(known);
    this.#few = null;
  }

  addAll(other: HyperLogLog): void {
    if (other.#few !== null) for (const hash of other.#few) this.add(hash);
    else if (this.#few !== null) {
      const few = this.#few;
      this.#few = null;
      this.#registers = other.#registers.slice();
      for (const hash of few) this.#mark(hash);
    } else
      for (let i = 0; i < REGISTERS; i++)
        this.#registers[i] = Math.max(this.#registers[i], other.#registers[i]);
  }

  /** A whole number. */
  estimate(): number {
    if (this.#few !== null) return this.#few.size;
    let inverse = 0;
    let empty = 0;
    for (const rank of this.#registers) {
      inverse += 2 ** -rank;
      if (rank === 0) empty++;
    }
    const bias = 0.7213 / (1 + 1.079 / REGISTERS);
    const raw = (bias * REGISTERS * REGISTERS) / inverse;
    const sparse = raw <= 2.5 * REGISTERS && empty > 0;
    return Math.round(sparse ? REGISTERS * Math.log(REGISTERS / empty) : raw);
  }

  /** The register is named by the hash's highest bits; it keeps the most zeros that the others began with, and one. */
  #mark(hash: number): void {
    const index = Math.floor(hash / 2 ** RANK_BITS);
    const rest = hash % 2 ** RANK_BITS;
    const rank = rest === 0 ? RANK_BITS + 1 : RANK_BITS - Math.floor(Math.log2(rest));
    if (rank > this.#registers[index]) this.#registers[index] = rank;
  }
}
