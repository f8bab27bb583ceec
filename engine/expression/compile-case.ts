import type { BooleanColumn } from "../data/column.ts";
import type { DataType } from "../data/data-type.ts";
import type { CompiledExpression } from "./compile-expression.ts";
import type { RowTaker } from "../data/take-rows.ts";
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
  const chosen = new Scratch();
  const listed = new Scratch();
  const takers: RowTaker[] = [];
  return {
    type,
    constant: null,
    evaluate(columns, length, warnings) {
      const choice = chosen.codes(length).fill(-1);
      const of = (branch: number, count: number): PickedRows =>
        new PickedRows(
          columns,
          () => count,
          () => rowsOf(choice, branch, listed.codes(length)),
          takers,
        );
      let open = length;
      const counts = branches.map(({ when }, index) => {
        const condition = when.at(of(-1, open), length, warnings) as BooleanColumn;
        const count = choose(choice, condition, index);
        open -= count;
        return count;
      });
      if (otherwise) {
        const last = branches.length;
        for (let i = 0; i < length; i++) choice[i] += Number(choice[i] === -1) * (last + 1);
        counts.push(open);
      }
      const values = results.map((result, index) => result.at(of(index, counts[index]), length, warnings));
      return select(choice, values, length);
    },
  };
}

/** Rows that are still open and whose condition is true choose a branch: without a branch in the loop. @returns How many. */
function choose(choice: Choice, { values, validity }: BooleanColumn, branch: number): number {
  let count = 0;
  for (let row = 0; row < choice.length; row++) {
    const isTrue = validity === null ? values[row] : values[row] & validity[row];
    const takes = Number(choice[row] === -1) & isTrue;
    choice[row] += takes * (branch + 1);
    count += takes;
  }
  return count;
}

/** @returns The rows that chose a branch, first in `rows`. */
function rowsOf(choice: Choice, branch: number, rows: Int32Array): Int32Array {
  let count = 0;
  for (let row = 0; row < choice.length; row++) {
    rows[count] = row;
    count += Number(choice[row] === branch);
  }
  return rows;
}
