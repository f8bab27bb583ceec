import { BOOLEAN } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import type { Resolution, ScalarFunction } from "./scalar-function.ts";
import { countProblem } from "./type-rules.ts";

/** IS NULL and IS NOT NULL: of any type, never NULL themselves. */
export const nullTests: readonly ScalarFunction[] = [
  { name: "is null", resolve: (types) => resolveTest("IS NULL", types) },
  { name: "is not null", resolve: (types) => resolveTest("IS NOT NULL", types) },
];

function resolveTest(name: string, types: readonly (DataType | null)[]): Resolution {
  const wrong = countProblem(name, types.length, 1, 1);
  return wrong ?? { type: BOOLEAN, parameters: [types[0] ?? BOOLEAN] };
}
