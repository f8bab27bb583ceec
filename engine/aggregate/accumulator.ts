import type { Column } from "../data/column.ts";
import type { ColumnBuffer } from "../data/column-buffer.ts";

/** The arguments of one aggregate for a batch of records. */
export interface AggregateInput {
  /** Seq of row 0: what "first" and "last" go by, also after a merge. */
  readonly base: number;
  /** One column an argument of the call; none of COUNT(*). */
  readonly columns: readonly Column[];
}

/**
 * One aggregate over many groups: state by slot, which the caller gives out. `rows[i]` is the row of the input that goes
 * to `slots[i]`; what an aggregate makes of NULL is its own rule (nearly all ignore it). Ranges are [from, to). For the
 * usual aggregates every method is a loop over typed arrays without allocation; additions happen in order of i, so that
 * sums of doubles depend on the order of arrival only.
 */
export interface Accumulator {
  /** Makes slots 0 … capacity - 1 exist. New ones are empty. */
  reserve(capacity: number): void;
  /** Empties the slot. */
  reset(slot: number): void;
  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void;
  /** Adds like `add`, and writes slot `slots[i]`'s result after each addition to `out[at + i - from]`. */
  addEach(
    input: AggregateInput,
    rows: Int32Array,
    slots: Int32Array,
    from: number,
    to: number,
    out: ColumnBuffer,
    at: number,
  ): void;
  /** Writes the results of `slots[from … to)` to `out` from `at` on. */
  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void;
  /**
   * Slot `into` becomes what it were had it got the records of both slots, in whatever order those arrived; slot `from`
   * is empty then. Sums of doubles are the sum of both sums, which rounding may part from the sum in order of arrival.
   */
  merge(into: number, from: number): void;
}

/**
 * An accumulator whose slots can be put together, as often as one likes, and the result is exactly that of one slot which
 * got all their records in order of arrival.
 */
export interface FoldableAccumulator extends Accumulator {
  /**
   * For i in from … to - 1, in this order: slot `into[i]` holds besides its own what slot `sources[i]` holds, which stays
   * as it is. No slot is in both lists.
   */
  fold(into: Int32Array, sources: Int32Array, from: number, to: number): void;
}

export function isFoldable(accumulator: Accumulator): accumulator is FoldableAccumulator {
  return "fold" in accumulator;
}

/** An accumulator that can take records back, in any order: the slot is then as if they had never been added. */
export interface RetractableAccumulator extends Accumulator {
  /** @param input records that were added to these slots before and not taken back since; same rows, columns and seqs. */
  retract(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void;
}
