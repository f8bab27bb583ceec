import type { Column } from "../data/column.ts";
import { compileExpression } from "../expression/compile-expression.ts";
import type { Expression } from "../expression/expression.ts";
import type { RowTaker } from "../data/take-rows.ts";
import { PickedRows } from "../expression/picked-rows.ts";
import { RowEvaluation } from "../expression/row-evaluation.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";

/**
 * Evaluates expressions for some rows of a batch: what goes wrong with a value is counted for those rows alone, whatever
 * batches and threads there are.
 */
export class RowEvaluator {
  readonly #parts: readonly RowEvaluation[];
  readonly #takers: RowTaker[] = [];

  constructor(expressions: readonly Expression[]) {
    this.#parts = expressions.map(
      (expression) => new RowEvaluation(expression, compileExpression(expression)),
    );
  }

  /**
   * @param columns of `length` rows. @param rows the wanted ones, ascending, `count` of them.
   * @returns One column an expression, right at the wanted rows; valid until the next call.
   */
  at(
    columns: readonly Column[],
    length: number,
    rows: Int32Array,
    count: number,
    warnings: WarningCounts,
  ): Column[] {
    const picked = new PickedRows(
      columns,
      () => count,
      () => rows,
      this.#takers,
    );
    return this.#parts.map((part) => part.at(picked, length, warnings));
  }

  /** The same as columns of `count` rows, one for each wanted row, that stay as they are. */
  dense(columns: readonly Column[], rows: Int32Array, count: number, warnings: WarningCounts): Column[] {
    const picked = new PickedRows(
      columns,
      () => count,
      () => rows,
      this.#takers,
    );
    return this.#parts.map((part) => part.dense(picked, warnings));
  }

  /**
   * Every row.
   * @param wanted the rows that count where something went wrong, ascending; asked for only then.
   */
  whole(
    columns: readonly Column[],
    length: number,
    wanted: () => Int32Array,
    warnings: WarningCounts,
  ): Column[] {
    const picked = (): PickedRows => {
      const rows = wanted();
      return new PickedRows(
        columns,
        () => rows.length,
        () => rows,
      );
    };
    return this.#parts.map((part) => part.whole(columns, length, picked, warnings));
  }
}
