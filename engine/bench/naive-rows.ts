import type { Drained } from "./windowpane-subject.ts";

/** A row as an object. */
export interface NaiveRow {
  readonly key: string;
  /** ms. */
  readonly windowStart: number;
  readonly windowEnd: number;
  readonly values: readonly number[];
}

/** Rows before they are read. */
const MOST = 8_192;

/** Takes rows out and reads each, as it is done with those of the engine: no row is made for nobody. */
export class NaiveRows {
  #rows: NaiveRow[] = [];
  #count = 0;
  #checksum = 0;

  push(row: NaiveRow): void {
    this.#rows.push(row);
    if (this.#rows.length >= MOST) this.#read();
  }

  end(): Drained {
    this.#read();
    return { rows: this.#count, checksum: this.#checksum };
  }

  #read(): void {
    let sum = 0;
    for (const { key, windowStart, windowEnd, values } of this.#rows) {
      sum += key.length + windowStart + windowEnd;
      for (const value of values) sum += value;
    }
    this.#checksum += sum;
    this.#count += this.#rows.length;
    this.#rows = [];
  }
}
