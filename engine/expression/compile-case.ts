import type { BooleanColumn } from "../data/column.ts";
import type { DataType } from "../data/data-type.ts";
import type { CompiledExpression } from "./compile-expression.ts";
import { isValid } from "./kernel.ts";
import { PickedRows } from "./picked-rows.ts";
import type { RowEvaluation } from "./row-evaluation.ts";
import { Scratch } from "./scratch.ts";
import { type Choice, createSelector } from "./select-rows.ts";

export interface CaseBranch {
  readonly when: RowEvaluation;
  readonly result: RowEvaluation;
}

/**
 * CASE: the value of the first branch whose condition is true, else `otherwise`, else NULL. Conditions and results are
 * evaluated for the rows that get to them: CASE WHEN d <> 0 THEN n / d END warns of no division by 0.
 */
export function compileCase(
  branches: readonly CaseBranch[],
  otherwise: RowEvaluation | null,
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
      const of = (branch: number): PickedRows => {
        const rows = rowsOf(choice, branch);
        return new PickedRows(columns, rows, rows.length);
      };
      branches.forEach(({ when }, index) => {
        const condition = when.at(of(-1), length, warnings) as BooleanColumn;
        const { values, validity } = condition;
        for (let i = 0; i < length; i++)
          if (choice[i] === -1 && values[i] === 1 && isValid(validity, i)) choice[i] = index;
      });
      if (otherwise) for (let i = 0; i < length; i++) if (choice[i] === -1) choice[i] = branches.length;
      const values = results.map((result, index) => result.at(of(index), length, warnings));
      return select(choice, values, length);
    },
  };
}

/** @returns The rows that chose a branch. */
function rowsOf(choice: Choice, branch: number): Int32Array {
  const rows = new Int32Array(choice.length);
  let count = 0;
  for (let row = 0; row < choice.length; row++) {
    rows[count] = row;
    count += Number(choice[row] === branch);
  }
  return rows.subarray(0, count);
}
