import type { Column } from "../data/column.ts";
import { BOOLEAN } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import type { Kernel } from "./kernel.ts";
import { andColumns, notColumn, orColumns } from "./logic-loops.ts";
import { overRows } from "./repeat-row.ts";
import { Scratch } from "./scratch.ts";
import type { Resolution, ScalarFunction } from "./scalar-function.ts";
import { argumentProblem, countProblem } from "./type-rules.ts";

/** AND, OR and NOT in three-valued logic: NULL is "unknown". */
export const logicFunctions: readonly ScalarFunction[] = [
  {
    name: "and",
    resolve: (types) => resolveLogic("AND", types, 2),
    compile: (operands) => overRows(operands, intoScratch(andColumns)),
  },
  {
    name: "or",
    resolve: (types) => resolveLogic("OR", types, 2),
    compile: (operands) => overRows(operands, intoScratch(orColumns)),
  },
  {
    name: "not",
    resolve: (types) => resolveLogic("NOT", types, 1),
    compile: (operands) => overRows(operands, intoScratch(notColumn)),
  },
];

function intoScratch(compute: (out: Uint8Array, ...columns: Column[]) => Column): Kernel {
  const scratch = new Scratch();
  return (columns, length) => compute(scratch.bytes(length), ...columns);
}

function resolveLogic(name: string, types: readonly (DataType | null)[], count: number): Resolution {
  const wrong = countProblem(name, types.length, count, count);
  if (wrong) return wrong;
  for (const type of types)
    if (type !== null && type.kind !== "BOOLEAN") return argumentProblem(name, "conditions", type);
  return { type: BOOLEAN, parameters: types.map(() => BOOLEAN) };
}
