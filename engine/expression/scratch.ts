/**
 * Arrays that a kernel writes its results to, the same ones for every batch: fresh ones are cold in every cache, which costs
 * more than the arithmetic. A kernel's result is therefore valid until it runs again.
 */
export class Scratch {
  #numbers: Float64Array = new Float64Array(0);
  #bytes: Uint8Array = new Uint8Array(0);
  #codes: Int32Array = new Int32Array(0);

  /** @returns `length` numbers of any value. */
  numbers(length: number): Float64Array {
    if (this.#numbers.length !== length)
      this.#numbers =
        8 * length <= this.#numbers.buffer.byteLength
          ? new Float64Array(this.#numbers.buffer, 0, length)
          : new Float64Array(length);
    return this.#numbers;
  }

  /** @returns `length` bytes of any value. */
  bytes(length: number): Uint8Array {
    if (this.#bytes.length !== length)
      this.#bytes =
        length <= this.#bytes.buffer.byteLength
          ? new Uint8Array(this.#bytes.buffer, 0, length)
          : new Uint8Array(length);
    return this.#bytes;
  }

  /** @returns `length` codes of any value. */
  codes(length: number): Int32Array {
    if (this.#codes.length !== length)
      this.#codes =
        4 * length <= this.#codes.buffer.byteLength
          ? new Int32Array(this.#codes.buffer, 0, length)
          : new Int32Array(length);
    return this.#codes;
  }
}
