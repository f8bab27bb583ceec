import { type NumberColumn, isNull } from "../data/column.ts";
import type { NumberBuffer } from "../data/column-buffer.ts";
import type { DataType } from "../data/data-type.ts";
import { exactAt } from "../expression/exact.ts";
import type { AggregateInput, FoldableAccumulator } from "./accumulator.ts";
import { growNumbers } from "./slot-array.ts";
import { SlotNumbers } from "./slot-numbers.ts";

/** The first or the last number of a slot that is not NULL, by arrival. */
export class KeptNumber extends SlotNumbers implements FoldableAccumulator {
  readonly #type: DataType;
  readonly #last: boolean;
  /** Exact values beyond 2^53 by slot. */
  readonly #wide = new Map<number, bigint>();
  #values: Float64Array;
  /** Seq of the record that the value is of; -1 while there is none. */
  #seqs: Float64Array;

  constructor(type: DataType, last: boolean, capacity: number) {
    super();
    this.#type = type;
    this.#last = last;
    this.#values = new Float64Array(capacity);
    this.#seqs = new Float64Array(capacity).fill(-1);
  }

  reserve(capacity: number): void {
    this.#values = growNumbers(this.#values, capacity, 0);
    this.#seqs = growNumbers(this.#seqs, capacity, -1);
  }

  reset(slot: number): void {
    this.#seqs[slot] = -1;
    this.#wide.delete(slot);
  }

  add(input: AggregateInput, rows: Int32Array, slots: Int32Array, from: number, to: number): void {
    const column = input.columns[0] as NumberColumn;
    const { values } = column;
    const kept = this.#values;
    const seqs = this.#seqs;
    const wide = column.exact !== null || this.#wide.size > 0;
    for (let i = from; i < to; i++) {
      const row = rows[i];
      const slot = slots[i];
      if (isNull(column, row)) continue;
      const seq = input.base + row;
      if (!this.#replaces(seqs[slot], seq)) continue;
      kept[slot] = values[row];
      seqs[slot] = seq;
      if (wide) this.#keepExact(column, row, slot);
    }
  }

  merge(into: number, from: number): void {
    this.#offer(into, from);
    this.reset(from);
  }

  fold(into: Int32Array, sources: Int32Array, from: number, to: number): void {
    for (let i = from; i < to; i++) this.#offer(into[i], sources[i]);
  }

  #offer(into: number, source: number): void {
    const seq = this.#seqs[source];
    if (seq < 0 || !this.#replaces(this.#seqs[into], seq)) return;
    const wide = this.#wide.get(source);
    this.#values[into] = this.#values[source];
    this.#seqs[into] = seq;
    if (wide === undefined) this.#wide.delete(into);
    else this.#wide.set(into, wide);
  }

  /** Records may come out of order where some were taken back and are added anew. */
  #replaces(kept: number, seq: number): boolean {
    return kept < 0 || (this.#last ? seq > kept : seq < kept);
  }

  #keepExact(column: NumberColumn, row: number, slot: number): void {
    if (column.exact !== null && !Number.isSafeInteger(column.values[row]))
      this.#wide.set(slot, exactAt(column, this.#type, row));
    else this.#wide.delete(slot);
  }

  protected write(slot: number, out: NumberBuffer, index: number): void {
    const wide = this.#wide.get(slot);
    if (this.#seqs[slot] < 0) out.setNull(index);
    else if (wide === undefined) out.values[index] = this.#values[slot];
    else out.setExact(index, wide);
  }
}
