import type { Column } from "../data/column.ts";
import { type DataType, typeName } from "../data/data-type.ts";
import { rowText } from "./value-text.ts";
import { type WarningCounts, warn } from "./warning-counts.ts";

/** Counts the rows of a batch whose cast failed, and keeps the first for the example. */
export class CastFailures {
  #count = 0;
  #first = 0;

  add(row: number): void {
    if (this.#count++ === 0) this.#first = row;
  }

  report(column: Column, from: DataType, to: DataType, warnings: WarningCounts): void {
    if (this.#count === 0) return;
    const text = rowText(column, from, this.#first);
    const shown = from.kind === "STRING" ? `'${text}'` : text;
    warn(warnings, "CAST_FAILED", this.#count, `${shown} as ${typeName(to)}`);
  }
}
