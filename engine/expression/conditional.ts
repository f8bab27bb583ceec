import { typeName } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import { coalesceKernel, nullIfKernel } from "./conditional-kernels.ts";
import { overRows } from "./repeat-row.ts";
import type { Resolution, ScalarFunction } from "./scalar-function.ts";
import { commonType, countProblem } from "./type-rules.ts";

/** COALESCE: the first value that is not NULL. NULLIF: NULL where both are equal, else the first. */
export const conditionalFunctions: readonly ScalarFunction[] = [
  coalesce("coalesce", 1, Infinity),
  coalesce("ifnull", 2, 2),
  {
    name: "nullif",
    resolve: (types) => resolveCommon("NULLIF", types, 2, 2),
    compile: (operands) => overRows(operands, nullIfKernel(operands)),
  },
];

function coalesce(name: string, least: number, most: number): ScalarFunction {
  return {
    name,
    resolve: (types) => resolveCommon(name.toUpperCase(), types, least, most),
    compile: (operands, type) => overRows(operands, coalesceKernel(type, operands.length)),
  };
}

function resolveCommon(
  name: string,
  types: readonly (DataType | null)[],
  least: number,
  most: number,
): Resolution {
  const wrong = countProblem(name, types.length, least, most);
  if (wrong) return wrong;
  const type = commonType(types);
  if (type) return { type, parameters: types.map(() => type) };
  const names = [...new Set(types.filter((known) => known !== null).map(typeName))];
  return { problem: `${name} needs values of one type, not ${names.join(" and ")}; CAST some of them.` };
}
