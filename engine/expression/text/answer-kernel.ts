import { type Column, columnKind, type NumberColumn, type StringColumn } from "../../data/column.ts";
import type { DataType } from "../../data/data-type.ts";
import { type Kernel, type Operand, isValid, maskOf } from "../kernel.ts";
import type { Answer } from "./answer.ts";
import { AnswerColumn, AnswerStore } from "./answer-column.ts";

/** An argument that is not NULL: a text, or a whole number as the nearest double. */
export type Cell = string | number;

/** A function of up to four arguments that are not NULL. */
export type Compute = (...cells: Cell[]) => Answer;

/**
 * A function of texts and whole numbers that is NULL where an argument is. Where one text varies and the rest is
 * constant, it is computed once for each different text.
 */
export function answerKernel(operands: readonly Operand[], type: DataType, compute: Compute): Kernel {
  const varying = operands.flatMap((operand, index) => (operand.constant === null ? [index] : []));
  const [only] = varying;
  return varying.length === 1 && columnKind(operands[only].type) === "string"
    ? onceAnEntry(operands, only, type, compute)
    : rowByRow(operands, type, compute);
}

function rowByRow(operands: readonly Operand[], type: DataType, compute: Compute): Kernel {
  const store = new AnswerStore(type);
  const masks = operands.map(maskOf);
  const cells: Cell[] = operands.map(() => 0);
  return (columns, length, warnings) => {
    const out = new AnswerColumn(store, length);
    for (let row = 0; row < length; row++) {
      let known = true;
      for (let i = 0; i < columns.length && known; i++) {
        const at = row & masks[i];
        known = isValid(columns[i].validity, at);
        if (known) cells[i] = cellAt(columns[i], at);
      }
      if (known) out.set(row, compute(cells[0], cells[1], cells[2], cells[3]));
      else out.setNull(row);
    }
    return out.column(warnings);
  };
}

function onceAnEntry(
  operands: readonly Operand[],
  varying: number,
  type: DataType,
  compute: Compute,
): Kernel {
  const store = new AnswerStore(type);
  const constants = operands.map(({ constant }) => constant);
  const allNull = constants.some((constant) => constant !== null && !isValid(constant.validity, 0));
  const cells = constants.map((constant) => (constant === null || allNull ? 0 : cellAt(constant, 0)));
  const ask = (text: string): Answer => {
    cells[varying] = text;
    return compute(cells[0], cells[1], cells[2], cells[3]);
  };
  return (columns, length, warnings) => {
    const { codes, dictionary, validity } = columns[varying] as StringColumn;
    store.turnTo(dictionary);
    if (validity === null && !allNull) {
      const gathered = store.gather(codes, length, ask);
      if (gathered) return gathered;
    }
    const out = new AnswerColumn(store, length);
    for (let row = 0; row < length; row++)
      if (allNull || !isValid(validity, row)) out.setNull(row);
      else out.setEntry(row, codes[row], ask);
    return out.column(warnings);
  };
}

function cellAt(column: Column, row: number): Cell {
  return column.kind === "string"
    ? column.dictionary.get(column.codes[row])
    : (column as NumberColumn).values[row];
}
