import type { Column } from "../data/column.ts";
import { copyColumn } from "../data/copy-column.ts";
import { ColumnScatter } from "./column-scatter.ts";
import type { CompiledExpression } from "./compile-expression.ts";
import type { Expression } from "./expression.ts";
import { isCheap } from "./is-cheap.ts";
import { PickedRows } from "./picked-rows.ts";
import { collectColumns } from "./used-columns.ts";
import { type WarningCounts, mergeWarnings } from "./warning-counts.ts";

/** Of the rows of a batch, one in so many must be wanted for all to be computed: taking rows and putting them back costs more. */
const MOSTLY = 4;

/**
 * Evaluates an expression for some rows of a batch, so that what goes wrong with a value is counted for those rows alone.
 * Where many rows are wanted all are computed, which costs less than picking.
 */
export class RowEvaluation {
  readonly #compiled: CompiledExpression;
  readonly #used: readonly number[];
  readonly #isColumn: boolean;
  readonly #isCheap: boolean;
  readonly #scatter: ColumnScatter;

  constructor(expression: Expression, compiled: CompiledExpression) {
    const used = new Set<number>();
    collectColumns(expression, used);
    this.#compiled = compiled;
    this.#used = [...used];
    this.#isColumn = expression.kind === "column";
    this.#isCheap = isCheap(expression) || compiled.constant !== null;
    this.#scatter = new ColumnScatter(expression.type);
  }

  /** @param length of the whole batch. @returns A column of it that is right at the picked rows; valid until the next call. */
  at(picked: PickedRows, length: number, warnings: WarningCounts): Column {
    if (this.#isColumn) return picked.columns[this.#used[0]];
    if (this.#isCheap || MOSTLY * picked.count > length)
      return this.whole(picked.columns, length, () => picked, warnings);
    return this.#scatter.to(this.#evaluate(picked, warnings), picked.rows, picked.count, length);
  }

  /** @returns A column of the picked rows, that stays as it is. */
  dense(picked: PickedRows, warnings: WarningCounts): Column {
    return copyColumn(this.#evaluate(picked, warnings), picked.count);
  }

  /**
   * Every row.
   * @param wanted the rows that count where something went wrong; asked for only then.
   */
  whole(
    columns: readonly Column[],
    length: number,
    wanted: () => PickedRows,
    warnings: WarningCounts,
  ): Column {
    const found: WarningCounts = new Map();
    const column = this.#compiled.evaluate(columns, length, found);
    if (found.size === 0) return column;
    const picked = wanted();
    if (picked.count === length) {
      mergeWarnings(warnings, found);
      return column;
    }
    // Rare: the rows that count are computed once more, alone, which writes over the result.
    const kept = copyColumn(column, length);
    if (picked.count > 0) this.#evaluate(picked, warnings);
    return kept;
  }

  #evaluate(picked: PickedRows, warnings: WarningCounts): Column {
    const found: WarningCounts = new Map();
    const column = this.#compiled.evaluate(picked.take(this.#used), picked.count, found);
    mergeWarnings(warnings, found, (row) => picked.rows[row]);
    return column;
  }
}
