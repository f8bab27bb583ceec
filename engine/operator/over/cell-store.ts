import type { Column } from "../../data/column.ts";
import type { DataType } from "../../data/data-type.ts";
import { CellColumn } from "./cell-column.ts";

/** The records that buffers hold, in columns: a record is a cell, and a cell that nobody needs is given out again. */
export class CellStore {
  /** Seq of each cell's record, and its event and arrival time, ms; only where `keepsTimes`. */
  seq: Float64Array = new Float64Array(0);
  time: Float64Array = new Float64Array(0);
  arrival: Float64Array = new Float64Array(0);
  readonly keepsTimes: boolean;
  /** In how many windows each cell still is; nothing is counted where there is one window. */
  #uses: Uint8Array = new Uint8Array(0);
  readonly #windows: number;
  readonly #columns: readonly (CellColumn | null)[];
  readonly #free: number[] = [];
  /** Given up since `recycle`: what was computed of them may not be read yet. */
  readonly #givenUp: number[] = [];
  #end = 0;
  #capacity = 0;

  /** @param types one a column; null: it is not kept. @param windows that each have to give a cell up. */
  constructor(types: readonly (DataType | null)[], windows: number, keepsTimes: boolean) {
    this.#windows = windows;
    this.keepsTimes = keepsTimes;
    this.#columns = types.map((type) => type && new CellColumn(type));
  }

  /** The values of a column that is kept, by cell; right until the next `take`. */
  column(index: number): Column {
    return this.#columns[index]!.column;
  }

  /** Cells that can be told apart. */
  get capacity(): number {
    return this.#capacity;
  }

  /** Cells for `count` records, to `cells[from …)`. */
  take(cells: Int32Array, from: number, count: number): void {
    for (let i = from; i < from + count; i++) cells[i] = this.#free.pop() ?? this.#end++;
    if (this.#end > this.#capacity) this.#grow();
    if (this.#windows === 1) return;
    for (let i = from; i < from + count; i++) this.#uses[cells[i]!] = this.#windows;
  }

  /** Copies rows of the columns to cells. */
  put(columns: readonly Column[], rows: Int32Array, cells: Int32Array, from: number, to: number): void {
    this.#columns.forEach((column, index) => column?.put(columns[index]!, rows, cells, from, to));
  }

  giveUp(cell: number): void {
    if (this.#windows === 1 || --this.#uses[cell]! === 0) this.#givenUp.push(cell);
  }

  /** Lets the cells that were given up be given out again. */
  recycle(): void {
    for (const cell of this.#givenUp) this.#free.push(cell);
    this.#givenUp.length = 0;
  }

  #grow(): void {
    this.#capacity = Math.max(1_024, 2 * this.#end);
    if (this.keepsTimes) {
      this.seq = grow(this.seq, this.#capacity);
      this.time = grow(this.time, this.#capacity);
      this.arrival = grow(this.arrival, this.#capacity);
    }
    const uses = new Uint8Array(this.#capacity);
    uses.set(this.#uses);
    this.#uses = uses;
    for (const column of this.#columns) column?.reserve(this.#capacity);
  }
}

function grow(values: Float64Array, capacity: number): Float64Array {
  const grown = new Float64Array(capacity);
  grown.set(values);
  return grown;
}
