import type { BooleanColumn, Column } from "../data/column.ts";
import { copyColumn } from "../data/copy-column.ts";
import type { DataType } from "../data/data-type.ts";
import type { CompiledExpression } from "./compile-expression.ts";
import { isValid } from "./kernel.ts";
import { Scratch } from "./scratch.ts";
import { type Choice, createSelector } from "./select-rows.ts";
import { takeRows } from "../data/take-rows.ts";
import { type WarningCounts, mergeWarnings } from "./warning-counts.ts";

export interface CaseBranch {
  readonly when: CompiledExpression;
  readonly result: CompiledExpression;
}

/** CASE: the value of the first branch whose condition is true, else `otherwise`, else NULL. */
export function compileCase(
  branches: readonly CaseBranch[],
  otherwise: CompiledExpression | null,
  type: DataType,
): CompiledExpression {
  const results = branches.map(({ result }) => result);
  if (otherwise) results.push(otherwise);
  const select = createSelector(type, results.length);
  const scratch = new Scratch();
  return {
    type,
    constant: null,
    evaluate(columns, length, warnings) {
      const choice = scratch.codes(length).fill(-1);
      branches.forEach(({ when }, index) => {
        const condition = evaluateWhere(when, choice, -1, columns, length, warnings) as BooleanColumn;
        const { values, validity } = condition;
        for (let i = 0; i < length; i++)
          if (choice[i] === -1 && values[i] === 1 && isValid(validity, i)) choice[i] = index;
      });
      if (otherwise) for (let i = 0; i < length; i++) if (choice[i] === -1) choice[i] = branches.length;
      const values = results.map((result, index) =>
        evaluateWhere(result, choice, index, columns, length, warnings),
      );
      return select(choice, values, length);
    },
  };
}

/**
 * Evaluates all rows, and counts the warnings of those only that chose `branch`: CASE WHEN d <> 0 THEN n / d END warns
 * of no division by 0. Warnings are rare, so the rows that count are then evaluated once more, alone.
 */
function evaluateWhere(
  expression: CompiledExpression,
  choice: Choice,
  branch: number,
  columns: readonly Column[],
  length: number,
  warnings: WarningCounts,
): Column {
  const found: WarningCounts = new Map();
  const result = expression.evaluate(columns, length, found);
  if (found.size === 0) return result;
  const rows = Int32Array.from(choice.keys()).filter((row) => choice[row] === branch);
  if (rows.length === length) {
    mergeWarnings(warnings, found);
    return result;
  }
  // Evaluating again writes over the result.
  const kept = copyColumn(result, length);
  if (rows.length > 0) {
    const chosen: WarningCounts = new Map();
    const taken = columns.map((column) => takeRows(column, rows));
    expression.evaluate(taken, rows.length, chosen);
    mergeWarnings(warnings, chosen, (row) => rows[row]);
  }
  return kept;
}
