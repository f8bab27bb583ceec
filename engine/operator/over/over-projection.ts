import type { Column } from "../../data/column.ts";
import { type CompiledExpression, compileExpression } from "../../expression/compile-expression.ts";
import type { Expression } from "../../expression/expression.ts";
import { type WarningCounts, mergeWarnings } from "../../expression/warning-counts.ts";
import type { Changelog } from "../changelog.ts";

/** The SELECT list of a query with OVER: over the stream's columns, then the functions' results. */
export class OverProjection {
  readonly #projection: readonly CompiledExpression[];
  /** Columns of the stream in the order in which the operator carries them. */
  readonly #carried: readonly number[];
  readonly #from: number;
  /** By seq. */
  readonly #warnings: WarningCounts;

  /** @param from index of the first function's result. */
  constructor(
    projection: readonly Expression[],
    carried: readonly number[],
    from: number,
    warnings: WarningCounts,
  ) {
    this.#projection = projection.map((expression) => compileExpression(expression));
    this.#carried = carried;
    this.#from = from;
    this.#warnings = warnings;
  }

  /** @returns The output columns; they may share arrays with the changelog. */
  project(rows: Changelog, carried: readonly Column[]): Column[] {
    const scope: Column[] = [];
    this.#carried.forEach((index, at) => (scope[index] = carried[at]!));
    rows.aggregates.forEach((buffer, index) => (scope[this.#from + index] = buffer.view(rows.length)));
    return this.#projection.map((expression) => {
      const found: WarningCounts = new Map();
      const column = expression.evaluate(scope, rows.length, found);
      mergeWarnings(this.#warnings, found, (row) => rows.first[row]!);
      return column;
    });
  }
}
