import type { BooleanColumn, Column } from "../data/column.ts";
import { BOOLEAN } from "../data/data-type.ts";
import type { CompiledExpression } from "./compile-expression.ts";
import { andColumns, orColumns } from "./logic-loops.ts";
import type { RowTaker } from "../data/take-rows.ts";
import { PickedRows } from "./picked-rows.ts";
import type { RowEvaluation } from "./row-evaluation.ts";
import { Scratch } from "./scratch.ts";

/**
 * AND and OR of two conditions. The right one is evaluated for the rows that the left one leaves open: `d <> 0 AND n / d > 1`
 * warns of no division by 0.
 */
export function compileConnective(
  name: "and" | "or",
  left: CompiledExpression,
  right: RowEvaluation,
): CompiledExpression {
  const combine = name === "and" ? andColumns : orColumns;
  const deciding = name === "and" ? 0 : 1;
  const scratch = new Scratch();
  const takers: RowTaker[] = [];
  return {
    type: BOOLEAN,
    constant: null,
    evaluate(columns, length, warnings) {
      const first = left.evaluate(columns, length, warnings) as BooleanColumn;
      const list = (): Int32Array => openRows(first, deciding, scratch.codes(length));
      const count = (): number => countOpen(first, deciding, length);
      const open = new PickedRows(columns, count, list, takers);
      const second: Column = right.at(open, length, warnings);
      return combine(scratch.bytes(length), first, second);
    },
  };
}

/** @returns How many rows the condition does not decide. */
function countOpen({ values, validity }: BooleanColumn, deciding: number, length: number): number {
  let deciders = 0;
  if (validity === null) for (let row = 0; row < length; row++) deciders += values[row] ^ deciding ^ 1;
  else for (let row = 0; row < length; row++) deciders += (values[row] ^ deciding ^ 1) & validity[row];
  return length - deciders;
}

/** @returns The rows that the condition does not decide, first in `rows`. */
function openRows({ values, validity }: BooleanColumn, deciding: number, rows: Int32Array): Int32Array {
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    const decides = Number(values[row] === deciding) & (validity === null ? 1 : validity[row]);
    rows[count] = row;
    count += 1 - decides;
  }
  return rows;
}
