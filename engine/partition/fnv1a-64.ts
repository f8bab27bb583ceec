/**
 * FNV-1a, 64 bits, over bytes, in two unsigned 32-bit halves: BigInt would cost a microsecond a key.
 * The constants are the algorithm's own: offset basis cbf29ce484222325, prime 100000001b3.
 */
export class Fnv1a64 {
  high = 0xcbf29ce4;
  low = 0x84222325;

  reset(): void {
    this.high = 0xcbf29ce4;
    this.low = 0x84222325;
  }

  update(bytes: Uint8Array): void {
    for (const byte of bytes) this.updateByte(byte);
  }

  updateByte(byte: number): void {
    const low = (this.low ^ byte) >>> 0;
    // prime = 2^40 + 0x1b3, so h * prime = (h << 40) + h * 0x1b3
    const product = low * 0x1b3;
    this.low = product >>> 0;
    const carry = Math.floor(product / 2 ** 32);
    this.high = (Math.imul(this.high, 0x1b3) + carry + (low << 8)) >>> 0;
  }

  /** The finaliser of MurmurHash3 (fmix64): spreads every input bit over the low bits that `modulo` looks at. */
  mix(): void {
    this.#xorShift33();
    this.#multiply(0xff51afd7, 0xed558ccd);
    this.#xorShift33();
    this.#multiply(0xc4ceb9fe, 0x1a85ec53);
    this.#xorShift33();
  }

  /** @param divisor 1 … 2^20. */
  modulo(divisor: number): number {
    return ((((this.high % divisor) * (2 ** 32 % divisor)) % divisor) + (this.low % divisor)) % divisor;
  }

  /** Sixteen hexadecimal digits. */
  toString(): string {
    return this.high.toString(16).padStart(8, "0") + this.low.toString(16).padStart(8, "0");
  }

  #xorShift33(): void {
    this.low = (this.low ^ (this.high >>> 1)) >>> 0;
  }

  #multiply(high: number, low: number): void {
    const [a0, a1] = [this.low & 0xffff, this.low >>> 16];
    const [b0, b1] = [low & 0xffff, low >>> 16];
    const bottom = a0 * b0;
    const middle = a1 * b0 + Math.floor(bottom / 65536);
    const cross = a0 * b1 + (middle & 0xffff);
    const carry = a1 * b1 + Math.floor(middle / 65536) + Math.floor(cross / 65536);
    const upper = (Math.imul(this.high, low) + Math.imul(this.low, high) + (carry % 2 ** 32)) >>> 0;
    this.low = (((cross & 0xffff) << 16) | (bottom & 0xffff)) >>> 0;
    this.high = upper;
  }
}
