import { BIGINT, DOUBLE } from "../data/data-type.ts";
import type { DataType, Value } from "../data/data-type.ts";
import { castKernel } from "./cast.ts";
import { type FunctionDocument, documentOf } from "./function-document.ts";
import { absoluteKernel, roundKernel, signKernel, wholeKernel } from "./numeric-kernels.ts";
import { overRows } from "./repeat-row.ts";
import type { Resolution, ScalarFunction } from "./scalar-function.ts";
import { argumentProblem, countProblem, decimalOf, isNumeric, wholeDigits } from "./type-rules.ts";

/**
 * Functions of one number that keep its type. A second argument of ROUND and TRUNC is the digits after the point, also
 * below 0.
 */
export const numericFunctions: readonly ScalarFunction[] = [
  {
    name: "abs",
    document: documentOf("ABS(x) → type of x", "The number without its sign.", "ABS(-2.50)", "2.50"),
    resolve: (types) => resolveNumeric("ABS", types, 1, (type) => type),
    compile: (operands, type) => overRows(operands, absoluteKernel(type)),
  },
  {
    name: "sign",
    document: documentOf(
      "SIGN(x) → BIGINT",
      "1 above zero, -1 below it, 0 for zero; NULL for what is no number.",
      "SIGN(-2.5)",
      "-1",
    ),
    resolve: (types) => resolveNumeric("SIGN", types, 1, () => BIGINT),
    compile: (operands) => overRows(operands, signKernel),
  },
  whole(
    "floor",
    documentOf("FLOOR(x) → whole number", "The next whole number below or equal.", "FLOOR(-1.5)", "-2"),
  ),
  whole(
    "ceil",
    documentOf("CEIL(x) → whole number", "The next whole number above or equal.", "CEIL(1.2)", "2", {
      aliases: ["CEILING"],
    }),
  ),
  digits(
    "round",
    documentOf(
      "ROUND(x [, digits]) → number",
      "Rounds half away from zero, to digits after the point (before it where they are below 0).",
      "ROUND(2.345, 2)",
      "2.35",
    ),
  ),
  digits(
    "trunc",
    documentOf(
      "TRUNC(x [, digits]) → number",
      "Cuts toward zero behind that many digits after the point.",
      "TRUNC(-2.345, 1)",
      "-2.3",
      { aliases: ["TRUNCATE"] },
    ),
  ),
  roundUp(),
  roundEven(),
];

/** ROUND of a DOUBLE as RisingWave has it: half goes to the even neighbour. */
function roundEven(): ScalarFunction {
  return {
    name: "round even",
    resolve: (types) => resolveNumeric("ROUND", types, 1, wholeType),
    compile: (operands, type) => overRows(operands, wholeKernel("round even", operands[0].type, type)),
  };
}

/** ROUND as ksqlDB has it: half goes up below zero too, and a DOUBLE without digits becomes a BIGINT. */
function roundUp(): ScalarFunction {
  const toBigint = castKernel(DOUBLE, BIGINT);
  return {
    name: "round up",
    resolve: (types) =>
      resolveNumeric("ROUND", types, 2, (type) => {
        if (types.length > 1) return type;
        return type.kind === "DOUBLE" ? BIGINT : wholeType(type);
      }),
    compile(operands, type) {
      if (operands.length > 1) return overRows(operands, roundKernel("round up", type, type));
      const round = wholeKernel("round up", operands[0].type, type);
      if (operands[0].type.kind !== "DOUBLE") return overRows(operands, round);
      return overRows(operands, (columns, length, warnings) =>
        toBigint([round(columns, length, warnings)], length, warnings),
      );
    },
  };
}

function whole(name: "floor" | "ceil", document: FunctionDocument): ScalarFunction {
  return {
    name,
    document,
    resolve: (types) => resolveNumeric(name.toUpperCase(), types, 1, wholeType),
    compile: (operands, type) => overRows(operands, wholeKernel(name, operands[0].type, type)),
  };
}

function digits(name: "round" | "trunc", document: FunctionDocument): ScalarFunction {
  return {
    name,
    document,
    resolve: (types, literals) =>
      resolveNumeric(name.toUpperCase(), types, 2, (type) =>
        types.length === 1 ? wholeType(type) : roundedType(type, literals?.[1]),
      ),
    compile: (operands, type) =>
      overRows(
        operands,
        operands.length === 1
          ? wholeKernel(name, operands[0].type, type)
          : roundKernel(name, operands[0].type, type),
      ),
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

/** Where it is known how many digits stay, no others are kept as zeros. */
function roundedType(type: DataType, digits: Value | undefined): DataType {
  if (type.kind !== "DECIMAL" || typeof digits !== "bigint" || digits >= type.scale) return type;
  return decimalOf(wholeDigits(type) + 1, Math.max(0, Number(digits)));
}
