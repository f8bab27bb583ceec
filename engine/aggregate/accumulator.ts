import type { Column } from "../data/column.ts";
import type { ColumnBuffer } from "../data/column-buffer.ts";

/**
 * One aggregate over many groups: state in typed arrays, one entry a slot. Slots are given out by the caller.
 * `rows[i]` is the row of `argument` that goes to `slots[i]`; NULL arguments are ignored. Ranges are [from, to).
 * Every method is a loop without allocation on its usual path; additions happen in order of i, so that sums of
 * doubles depend on the order of arrival only.
 */
export interface Accumulator {
  /** Makes slots 0 … capacity - 1 exist. New ones are empty. */
  reserve(capacity: number): void;
  /** Empties the slot. */
  reset(slot: number): void;
  add(argument: Column | null, rows: Int32Array, slots: Int32Array, from: number, to: number): void;
  /** Adds like `add`, and writes slot `slots[i]`'s result after each addition to `out[at + i - from]`. */
  addEach(
    argument: Column | null,
    rows: Int32Array,
    slots: Int32Array,
    from: number,
    to: number,
    out: ColumnBuffer,
    at: number,
  ): void;
  /** Writes the results of `slots[from … to)` to `out` from `at` on. */
  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void;
}
