import type { Accumulator, AggregateInput } from "../aggregate/accumulator.ts";
import type { Column } from "../data/column.ts";
import type { ColumnBuffer } from "../data/column-buffer.ts";
import type { DataType } from "../data/data-type.ts";
import { CellStore } from "../operator/over/cell-store.ts";

/** The records of groups as an aggregate: its result is the number of a list that is taken away with it. */
export class RecordLists implements Accumulator {
  readonly #store: CellStore;
  /** By slot, in order of arrival. */
  readonly #lists: number[][] = [];
  #taken: (readonly number[])[] = [];
  #cells: Int32Array = new Int32Array(0);

  /** @param types of the columns that are kept of a record. */
  constructor(types: readonly DataType[]) {
    this.#store = new CellStore(types, 1, true);
  }

  /** The values of a column by cell. */
  column(index: number): Column {
    return this.#store.column(index);
  }

  /** @param number a result. @returns The cells of its records, in order of arrival. */
  list(number: number): readonly number[] {
    return this.#taken[number]!;
  }

  /** Forgets the records of all lists that were taken. */
  forget(): void {
    for (const list of this.#taken) for (const cell of list) this.#store.giveUp(cell);
    this.#taken = [];
    this.#store.recycle();
  }

  reserve(capacity: number): void {
    while (this.#lists.length < capacity) this.#lists.push([]);
  }

  reset(slot: number): void {
    for (const cell of this.#lists[slot]!) this.#store.giveUp(cell);
    this.#lists[slot] = [];
  }

  add(
    { base, columns }: AggregateInput,
    rows: Int32Array,
    slots: Int32Array,
    from: number,
    to: number,
  ): void {
    if (this.#cells.length < to) this.#cells = new Int32Array(rows.length);
    const cells = this.#cells;
    this.#store.take(cells, from, to - from);
    this.#store.put(columns, rows, cells, from, to);
    for (let i = from; i < to; i++) {
      this.#store.seq[cells[i]!] = base + rows[i]!;
      this.#lists[slots[i]!]!.push(cells[i]!);
    }
  }

  addEach(
    input: AggregateInput,
    rows: Int32Array,
    slots: Int32Array,
    from: number,
    to: number,
    out: ColumnBuffer,
    at: number,
  ): void {
    for (let i = from; i < to; i++) {
      this.add(input, rows, slots, i, i + 1);
      this.read(slots, i, i + 1, out, at + i - from);
    }
  }

  read(slots: Int32Array, from: number, to: number, out: ColumnBuffer, at: number): void {
    if (out.kind !== "number") return;
    for (let i = from; i < to; i++) {
      out.values[at + i - from] = this.#taken.push(this.#lists[slots[i]!]!) - 1;
      this.#lists[slots[i]!] = [];
    }
  }

  merge(into: number, from: number): void {
    const { seq } = this.#store;
    this.#lists[into] = [...this.#lists[into]!, ...this.#lists[from]!].sort((a, b) => seq[a]! - seq[b]!);
    this.#lists[from] = [];
  }
}
