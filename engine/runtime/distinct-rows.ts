import { readValue } from "../data/column.ts";
import type { Schema } from "../data/schema.ts";
import type { OutputBatch } from "./output-batch.ts";

/** The different rows of a result so far. NULL equals NULL, -0 equals 0, and NaN equals NaN. */
export class DistinctRows {
  readonly #output: Schema;
  readonly #seen = new Set<string>();

  /** @param output the columns that are compared: the first ones of each batch. */
  constructor(output: Schema) {
    this.#output = output;
  }

  /** @returns Whether the row is the first one with its values; from now on it is known. */
  isNew({ columns }: OutputBatch, row: number): boolean {
    let name = "";
    this.#output.forEach(({ type }, index) => {
      const value = readValue(columns[index]!, type, row);
      const text = String(value);
      name += value === null ? "-" : `${text.length}:${text}`;
    });
    const { size } = this.#seen;
    return this.#seen.add(name).size > size;
  }
}
