import { typeName } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import { type FunctionDocument, documentOf } from "./function-document.ts";
import { coalesceKernel, nullIfKernel } from "./conditional-kernels.ts";
import { overRows } from "./repeat-row.ts";
import type { Resolution, ScalarFunction } from "./scalar-function.ts";
import { commonType, countProblem } from "./type-rules.ts";

/** COALESCE: the first value that is not NULL. NULLIF: NULL where both are equal, else the first. */
export const conditionalFunctions: readonly ScalarFunction[] = [
  coalesce(
    "coalesce",
    Infinity,
    documentOf(
      "COALESCE(a, b, …) → common type",
      "The first argument that is not NULL; NULL where all are.",
      "COALESCE(NULL, 'a', 'b')",
      "a",
    ),
  ),
  coalesce(
    "ifnull",
    2,
    documentOf(
      "IFNULL(a, b) → common type",
      "The first argument, or the second where it is NULL.",
      "IFNULL(NULL, 5)",
      "5",
      {
        aliases: ["NVL"],
      },
    ),
  ),
  {
    name: "nullif",
    document: documentOf(
      "NULLIF(a, b) → common type",
      "NULL where both are equal, else the first.",
      "NULLIF('n/a', 'n/a')",
      "NULL",
    ),
    resolve: (types) => resolveCommon("NULLIF", types, 2, 2),
    compile: (operands) => overRows(operands, nullIfKernel(operands)),
  },
];

function coalesce(name: "coalesce" | "ifnull", most: number, document: FunctionDocument): ScalarFunction {
  return {
    name,
    document,
    resolve: (types) => resolveCommon(name.toUpperCase(), types, name === "ifnull" ? 2 : 1, most),
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
