import { BOOLEAN } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import { testNull } from "./logic-loops.ts";
import { overRows } from "./repeat-row.ts";
import type { Resolution, ScalarFunction } from "./scalar-function.ts";
import { countProblem } from "./type-rules.ts";

/** IS NULL and IS NOT NULL: of any type, never NULL themselves. */
export const nullTests: readonly ScalarFunction[] = [
  {
    name: "is null",
    resolve: (types) => resolveTest("IS NULL", types),
    compile: (operands) => overRows(operands, ([a], length) => testNull(a, 1, length)),
  },
  {
    name: "is not null",
    resolve: (types) => resolveTest("IS NOT NULL", types),
    compile: (operands) => overRows(operands, ([a], length) => testNull(a, 0, length)),
  },
];

function resolveTest(name: string, types: readonly (DataType | null)[]): Resolution {
  const wrong = countProblem(name, types.length, 1, 1);
  return wrong ?? { type: BOOLEAN, parameters: [types[0] ?? BOOLEAN] };
}
