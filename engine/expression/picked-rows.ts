import type { Column } from "../data/column.ts";
import { RowTaker } from "../data/take-rows.ts";

/** Some rows of a batch: of each column they are taken once, and only when an expression reads it. */
export class PickedRows {
  /** All rows of the batch. */
  readonly columns: readonly Column[];
  readonly #ask: () => number;
  readonly #list: () => Int32Array;
  readonly #takers: RowTaker[];
  readonly #taken: Column[] = [];
  #count = -1;
  #rows: Int32Array | null = null;

  /**
   * @param count how many are picked; asked for only where it matters.
   * @param list the picked rows, ascending, at least `count`; asked for only where they are needed one by one.
   * @param takers what rows of each column are taken with, kept by who picks again and again. Columns that are taken are
   * then valid until it picks again.
   */
  constructor(
    columns: readonly Column[],
    count: () => number,
    list: () => Int32Array,
    takers: RowTaker[] = [],
  ) {
    this.columns = columns;
    this.#ask = count;
    this.#list = list;
    this.#takers = takers;
  }

  get count(): number {
    if (this.#count < 0) this.#count = this.#ask();
    return this.#count;
  }

  /** The picked rows, ascending; entries from `count` on mean nothing. */
  get rows(): Int32Array {
    return (this.#rows ??= this.#list());
  }

  /** @param used indexes of columns. @returns A scope in which those have the picked rows alone. */
  take(used: readonly number[]): readonly Column[] {
    for (const index of used) {
      const taker = (this.#takers[index] ??= new RowTaker());
      this.#taken[index] ??= taker.take(this.columns[index], this.rows, this.count);
    }
    return this.#taken;
  }
}
