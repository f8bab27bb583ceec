import { BIGINT, DOUBLE, type DataType, typeName } from "../data/data-type.ts";
import { type ArithmeticOperator, compileArithmetic, compileNegation } from "./arithmetic-kernels.ts";
import { documentOf } from "./function-document.ts";
import { overRows } from "./repeat-row.ts";
import type { Resolution, ScalarFunction } from "./scalar-function.ts";
import { isTimely, resolveTimes } from "./time-arithmetic.ts";
import {
  MAX_PRECISION,
  argumentProblem,
  countProblem,
  decimalOf,
  isNumeric,
  scaleOf,
  wholeDigits,
} from "./type-rules.ts";

/** Digits after the point that a DECIMAL division adds to those of its operands. */
const DIVISION_DIGITS = 6;

/**
 * + - * / %, MOD, DIV and the unary minus. BIGINT and DECIMAL are exact; what does not fit, and a division by 0, is NULL
 * and counted. BIGINT / BIGINT is DOUBLE; a DECIMAL quotient has six digits more than its operands, half to even. Times
 * and INTERVALs: time-arithmetic.ts.
 */
export const arithmeticFunctions: readonly ScalarFunction[] = [
  binary("+", "+"),
  binary("-", "-"),
  binary("*", "*"),
  binary("/", "/"),
  binary("%", "%"),
  {
    ...binary("mod", "%"),
    document: documentOf(
      "MOD(dividend, divisor) → BIGINT, DECIMAL or DOUBLE",
      "The remainder of a division, with the sign of the dividend; NULL and counted where the divisor is 0.",
      "MOD(-7, 3)",
      "-1",
    ),
  },
  {
    ...binary("div", "div"),
    document: documentOf(
      "DIV(dividend, divisor) → BIGINT, DECIMAL or DOUBLE",
      "The quotient without what follows the point; NULL and counted where the divisor is 0.",
      "DIV(-7, 2)",
      "-3",
      { spelling: { flink: null, ksqldb: null } },
    ),
  },
  {
    name: "negate",
    resolve: resolveNegate,
    compile: (operands, type) => overRows(operands, compileNegation(type)),
  },
];

function binary(name: string, operator: ArithmeticOperator): ScalarFunction {
  return {
    name,
    resolve: (types) => resolveBinary(name.toUpperCase(), operator, types),
    compile: ([left, right], type) => compileArithmetic(operator, left, right, type),
  };
}

function resolveBinary(
  name: string,
  operator: ArithmeticOperator,
  types: readonly (DataType | null)[],
): Resolution {
  const wrong = countProblem(name, types.length, 2, 2);
  if (wrong) return wrong;
  const [a, b] = types as [DataType | null, DataType | null];
  if (isTimely(a) || isTimely(b)) return resolveTimes(name, operator, a, b);
  const left = a ?? b ?? BIGINT;
  const right = b ?? left;
  for (const type of [left, right])
    if (!isNumeric(type))
      return { problem: `${name} takes numbers, not ${typeName(left)} and ${typeName(right)}.` };
  if (left.kind === "DOUBLE" || right.kind === "DOUBLE")
    return { type: DOUBLE, parameters: [DOUBLE, DOUBLE] };
  const parameters = [left, right];
  if (left.kind === "BIGINT" && right.kind === "BIGINT")
    return operator === "/" ? { type: DOUBLE, parameters: [DOUBLE, DOUBLE] } : { type: BIGINT, parameters };
  const type = decimalResult(operator, left, right);
  if (type === null)
    return {
      problem: `${typeName(left)} ${name} ${typeName(right)} needs more than ${MAX_PRECISION} digits after the point; CAST one of them to fewer.`,
    };
  return { type, parameters };
}

/** The exact type of the result, its precision cut at 38; null when the digits after the point alone are more. */
function decimalResult(operator: ArithmeticOperator, a: DataType, b: DataType): DataType | null {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  switch (operator) {
    case "+":
    case "-":
      return decimalOf(Math.max(wholeDigits(a), wholeDigits(b)) + 1, scale);
    case "*": {
      const digits = scaleOf(a) + scaleOf(b);
      return digits > MAX_PRECISION ? null : decimalOf(wholeDigits(a) + wholeDigits(b), digits);
    }
    case "/":
      return decimalOf(wholeDigits(a) + scaleOf(b), Math.min(MAX_PRECISION, scale + DIVISION_DIGITS));
    case "%":
      return decimalOf(Math.min(wholeDigits(a), wholeDigits(b)), scale);
    case "div":
      return decimalOf(wholeDigits(a) + scaleOf(b), 0);
  }
}

function resolveNegate(types: readonly (DataType | null)[]): Resolution {
  const type = types[0] ?? BIGINT;
  if (!isNumeric(type) && type.kind !== "INTERVAL")
    return argumentProblem("-", "a number or an INTERVAL", type);
  return { type, parameters: [type] };
}
