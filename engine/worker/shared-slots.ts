import type { Place, WireArray } from "./column-wire.ts";

/** A batch's place in shared memory, used again when every worker has answered. */
export class SharedSlot {
  #buffer: SharedArrayBuffer = new SharedArrayBuffer(1 << 16);
  #used = 0;

  /** Empties the slot and makes room for `bytes`. */
  begin(bytes: number): void {
    this.#used = 0;
    if (this.#buffer.byteLength < bytes) this.#buffer = new SharedArrayBuffer(2 * bytes);
  }

  readonly place: Place = (array, length) => {
    const target = viewOn(array, this.#buffer, this.#used, length);
    target.set(array.subarray(0, length) as never);
    this.#used += roundUp(target.byteLength);
    return target as typeof array;
  };
}

/** Bytes that an array takes in a slot. */
export function slotBytes(array: WireArray, length: number): number {
  return roundUp(length * array.BYTES_PER_ELEMENT);
}

function roundUp(bytes: number): number {
  return (bytes + 7) & ~7;
}

function viewOn(array: WireArray, buffer: SharedArrayBuffer, offset: number, length: number): WireArray {
  if (array instanceof Float64Array) return new Float64Array(buffer, offset, length) as unknown as WireArray;
  if (array instanceof Int32Array) return new Int32Array(buffer, offset, length) as unknown as WireArray;
  if (array instanceof Uint8Array) return new Uint8Array(buffer, offset, length) as unknown as WireArray;
  return new BigInt64Array(buffer, offset, length) as unknown as WireArray;
}
