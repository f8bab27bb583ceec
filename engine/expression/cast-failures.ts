import type { Column } from "../data/column.ts";
import { type DataType, typeName } from "../data/data-type.ts";
import { rowText } from "./value-text.ts";
import { type WarningCounts, warn } from "./warning-counts.ts";

/** The rows of a batch whose cast failed; the first is the example. */
export class CastFailures {
  readonly #rows: number[] = [];

  add(row: number): void {
    this.#rows.push(row);
  }

  report(column: Column, from: DataType, to: DataType, warnings: WarningCounts): void {
    if (this.#rows.length === 0) return;
    const text = rowText(column, from, this.#rows[0]);
    const shown = from.kind === "STRING" ? `'${text}'` : text;
    warn(warnings, "CAST_FAILED", this.#rows, `${shown} as ${typeName(to)}`);
  }
}
