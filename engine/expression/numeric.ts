import { BIGINT, DOUBLE } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import { type WholeFunction, absoluteKernel, roundKernel, wholeKernel } from "./numeric-kernels.ts";
import { overRows } from "./repeat-row.ts";
import type { Resolution, ScalarFunction } from "./scalar-function.ts";
import { argumentProblem, countProblem, decimalOf, isNumeric, wholeDigits } from "./type-rules.ts";

/** ABS, FLOOR, CEIL and ROUND (half away from zero; a second argument is the digits after the point, also below 0). */
export const numericFunctions: readonly ScalarFunction[] = [
  {
    name: "abs",
    resolve: (types) => resolveNumeric("ABS", types, 1, (type) => type),
    compile: (operands, type) => overRows(operands, absoluteKernel(type)),
  },
  whole("floor", "floor"),
  whole("ceil", "ceil"),
  whole("ceiling", "ceil"),
  {
    name: "round",
    resolve: (types) => resolveNumeric("ROUND", types, 2, types.length === 1 ? wholeType : (type) => type),
    compile: (operands, type) =>
      overRows(
        operands,
        operands.length === 1 ? wholeKernel("round", operands[0].type, type) : roundKernel(type),
      ),
  },
];

function whole(name: string, kernel: WholeFunction): ScalarFunction {
  return {
    name,
    resolve: (types) => resolveNumeric(name.toUpperCase(), types, 1, wholeType),
    compile: (operands, type) => overRows(operands, wholeKernel(kernel, operands[0].type, type)),
  };
}

function resolveNumeric(
  name: string,
  types: readonly (DataType | null)[],
  most: number,
  result: (type: DataType) => DataType,
): Resolution {
  const wrong = countProblem(name, types.length, 1, most);
  if (wrong) return wrong;
  const type = types[0] ?? DOUBLE;
  if (!isNumeric(type)) return argumentProblem(name, "a number", type);
  if (types.length === 1) return { type: result(type), parameters: [type] };
  const digits = types[1] ?? BIGINT;
  if (digits.kind !== "BIGINT") return argumentProblem(name, "a BIGINT as the number of digits", digits);
  return { type: result(type), parameters: [type, BIGINT] };
}

/** Rounding up can need one digit more: 9.9 is 10. */
function wholeType(type: DataType): DataType {
  return type.kind === "DECIMAL" ? decimalOf(wholeDigits(type) + 1, 0) : type;
}
