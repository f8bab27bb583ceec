import { hexOf, paddedBlocks } from "./digest-blocks.ts";

const primes = firstPrimes(64);
/** The first 32 bits of the fractions of the primes' cube roots. */
const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const start = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

/** The SHA-256 digest (FIPS 180-4) of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  const state = start.slice();
  const words = paddedBlocks(text, false);
  const schedule = new Int32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    schedule.set(words.subarray(block, block + 16));
    for (let i = 16; i < 64; i++) {
      const near = schedule[i - 2];
      const far = schedule[i - 15];
      const a = rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3);
      const b = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
      schedule[i] = schedule[i - 16] + a + schedule[i - 7] + b;
    }
    mix(state, schedule);
  }
  return hexOf(state, false);
}

function mix(state: Int32Array, schedule: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const high = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + high + ((e & f) ^ (~e & g)) + constants[i] + schedule[i]) | 0;
    const low = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] += word));
}

function rotate(word: number, count: number): number {
  return (word >>> count) | (word << (32 - count));
}

function fraction(root: number): number {
  return Math.floor((root % 1) * 2 ** 32);
}

function firstPrimes(count: number): readonly number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}
