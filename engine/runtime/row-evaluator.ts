import type { Column } from "../data/column.ts";
import { copyColumn } from "../data/copy-column.ts";
import { takeRows } from "../data/take-rows.ts";
import { type CompiledExpression, compileExpression } from "../expression/compile-expression.ts";
import type { Expression } from "../expression/expression.ts";
import { collectColumns } from "../expression/used-columns.ts";
import { type WarningCounts, mergeWarnings } from "../expression/warning-counts.ts";
import { ColumnScatter } from "./column-scatter.ts";

interface Part {
  readonly compiled: CompiledExpression;
  /** Columns that it reads; for a plain column only that one. */
  readonly used: readonly number[];
  readonly isColumn: boolean;
  readonly scatter: ColumnScatter;
}

/**
 * Evaluates expressions for some rows of a batch, so that what goes wrong with a value is counted for those rows alone,
 * whatever batches and threads there are. Where most rows are wanted, all are computed, which costs less than picking.
 */
export class RowEvaluator {
  readonly #parts: readonly Part[];

  constructor(expressions: readonly Expression[]) {
    this.#parts = expressions.map((expression) => {
      const used = new Set<number>();
      collectColumns(expression, used);
      return {
        compiled: compileExpression(expression),
        used: [...used],
        isColumn: expression.kind === "column",
        scatter: new ColumnScatter(expression.type),
      };
    });
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
    if (2 * count > length) return this.whole(columns, length, () => rows.subarray(0, count), warnings);
    const picked = new Picked(columns, rows, count);
    return this.#parts.map((part) =>
      part.isColumn
        ? columns[part.used[0]!]!
        : part.scatter.to(evaluatePicked(part, picked, warnings), rows, count, length),
    );
  }

  /** The same as columns of `count` rows, one for each wanted row, that stay as they are. */
  dense(columns: readonly Column[], rows: Int32Array, count: number, warnings: WarningCounts): Column[] {
    const picked = new Picked(columns, rows, count);
    return this.#parts.map((part) => copyColumn(evaluatePicked(part, picked, warnings), count));
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
    return this.#parts.map((part) => {
      const found: WarningCounts = new Map();
      const column = part.compiled.evaluate(columns, length, found);
      if (found.size === 0) return column;
      // Rare: the rows that count are computed once more, alone, which writes over the result.
      const kept = copyColumn(column, length);
      const rows = wanted();
      evaluatePicked(part, new Picked(columns, rows, rows.length), warnings);
      return kept;
    });
  }
}

function evaluatePicked({ compiled, used }: Part, picked: Picked, warnings: WarningCounts): Column {
  const found: WarningCounts = new Map();
  const column = compiled.evaluate(picked.columns(used), picked.count, found);
  mergeWarnings(warnings, found, (row) => picked.rows[row]!);
  return column;
}

/** The wanted rows of the columns, each taken once and only when some expression reads it. */
class Picked {
  readonly rows: Int32Array;
  readonly count: number;
  readonly #from: readonly Column[];
  readonly #taken: Column[] = [];

  constructor(from: readonly Column[], rows: Int32Array, count: number) {
    this.#from = from;
    this.rows = rows;
    this.count = count;
  }

  columns(used: readonly number[]): readonly Column[] {
    for (const index of used) this.#taken[index] ??= takeRows(this.#from[index]!, this.rows, this.count);
    return this.#taken;
  }
}
