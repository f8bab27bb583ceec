import { growNumbers } from "./slot-array.ts";

const SAFE = Number.MAX_SAFE_INTEGER;

/**
 * Sums of integers of any size, one a slot: BIGINTs, or unscaled DECIMALs of one scale. `values` holds a sum while it is
 * exact in a double. It is NaN where the slot is empty or its sum beyond 2^53, so that a loop over `values` need only ask
 * whether what it gets is within 2^53, and otherwise call `add`.
 */
export class ExactSums {
  values: Float64Array;
  readonly #wide = new Map<number, bigint>();

  constructor(capacity: number) {
    this.values = new Float64Array(capacity).fill(NaN);
  }

  reserve(capacity: number): void {
    this.values = growNumbers(this.values, capacity, NaN);
  }

  reset(slot: number): void {
    this.values[slot] = NaN;
    this.#wide.delete(slot);
  }

  /** Adds a number that is exact in a double to an empty sum, or to one that it carries to where doubles are not. */
  addNumber(slot: number, value: number): void {
    if (Number.isNaN(this.values[slot]) && !this.#wide.has(slot)) this.values[slot] = value;
    else this.add(slot, BigInt(value));
  }

  /** Adds in bigints, whatever the state; a sum that comes back within 2^53 is a double again. */
  add(slot: number, value: bigint): void {
    const sum = (this.at(slot) ?? 0n) + value;
    const nearest = Number(sum);
    if (nearest <= SAFE && nearest >= -SAFE) {
      this.values[slot] = nearest;
      this.#wide.delete(slot);
    } else {
      this.values[slot] = NaN;
      this.#wide.set(slot, sum);
    }
  }

  /** Adds the sum of `from` to that of `into`, and empties `from`. */
  merge(into: number, from: number): void {
    const sum = this.at(from);
    if (sum !== null) this.add(into, sum);
    this.reset(from);
  }

  /** Adds the sum of `source` to that of `into`, and leaves `source` as it is. */
  fold(into: number, source: number): void {
    const value = this.values[source];
    const next = this.values[into] + value;
    if (next <= SAFE && next >= -SAFE) this.values[into] = next;
    else if (!Number.isNaN(value)) this.addNumber(into, value);
    else if (this.#wide.has(source)) this.add(into, this.#wide.get(source)!);
  }

  /** @returns The sum, or null when the slot is empty. */
  at(slot: number): bigint | null {
    const value = this.values[slot];
    return Number.isNaN(value) ? (this.#wide.get(slot) ?? null) : BigInt(value);
  }
}
