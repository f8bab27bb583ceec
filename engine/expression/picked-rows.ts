import type { Column } from "../data/column.ts";
import { takeRows } from "../data/take-rows.ts";

/** Some rows of a batch: of each column they are taken once, and only when an expression reads it. */
export class PickedRows {
  /** All rows of the batch. */
  readonly columns: readonly Column[];
  /** The picked ones, ascending, `count` of them. */
  readonly rows: Int32Array;
  readonly count: number;
  readonly #taken: Column[] = [];

  constructor(columns: readonly Column[], rows: Int32Array, count: number) {
    this.columns = columns;
    this.rows = rows;
    this.count = count;
  }

  /** @param used indexes of columns. @returns A scope in which those have the picked rows alone. */
  take(used: readonly number[]): readonly Column[] {
    for (const index of used) this.#taken[index] ??= takeRows(this.columns[index], this.rows, this.count);
    return this.#taken;
  }
}
