/**
 * Chance that is the same everywhere: xoshiro128**, in 32-bit integers only, seeded by splitmix32. Nothing in it or
 * built on it may use Math.sin, Math.log, Math.pow and their like, whose last digits differ between engines.
 */
export class SeededRandom {
  readonly #state: Uint32Array = new Uint32Array(4);

  /** @param seed any whole number; its low 32 bits count. */
  constructor(seed: number) {
    let mixed = seed | 0;
    for (let word = 0; word < 4; word++) {
      mixed = (mixed + 0x9e3779b9) | 0;
      let bits = mixed ^ (mixed >>> 16);
      bits = Math.imul(bits, 0x21f0aaad);
      bits ^= bits >>> 15;
      bits = Math.imul(bits, 0x735a2d97);
      this.#state[word] = bits ^ (bits >>> 15);
    }
  }

  /** A whole number, 0 … 2^32 - 1, all equally likely. */
  uint32(): number {
    const state = this.#state;
    const [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    state[2] = c ^ a;
    state[3] = d ^ b;
    state[1] = b ^ state[2]!;
    state[0] = a ^ state[3]!;
    state[2] = state[2]! ^ (b << 9);
    state[3] = rotate(state[3]!, 11);
    return result;
  }

  /** 0 <= x < 1, in steps of 2^-32. */
  unit(): number {
    return this.uint32() / 2 ** 32;
  }

  /** A whole number, from … to, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  /** Mean 0, deviation 1, like a bell: the sum of twelve uniform numbers. */
  bell(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.unit();
    return sum;
  }

  /** An index of `weights`, as likely as its weight; the weights add up to 1. */
  pick(weights: readonly number[]): number {
    let rest = this.unit();
    for (let index = 0; index < weights.length - 1; index++) {
      rest -= weights[index]!;
      if (rest < 0) return index;
    }
    return weights.length - 1;
  }
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}
