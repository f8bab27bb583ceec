import type { NumberColumn } from "../data/column.ts";
import { DOUBLE } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import { withoutResults } from "./bad-arguments.ts";
import { type FunctionDocument, documentOf } from "./function-document.ts";
import { type Kernel, type Operand, bothValid, maskOf, numberColumn } from "./kernel.ts";
import * as loops from "./math-loops.ts";
import type { NumericLoop } from "./numeric-loops.ts";
import { overRows } from "./repeat-row.ts";
import type { Resolution, ScalarFunction } from "./scalar-function.ts";
import { argumentProblem, countProblem, isNumeric } from "./type-rules.ts";

/** Functions of DOUBLEs; other numbers become the nearest. Where there is no result, it is NULL and counted. */
export const mathFunctions: readonly ScalarFunction[] = [
  ofOne("sqrt", loops.squareRoots, "The square root; NULL and counted below 0.", "SQRT(2.25)", "1.5"),
  ofOne("cbrt", loops.cubeRoots, "The cube root, of numbers below 0 too.", "CBRT(-27)", "-3"),
  ofOne("exp", loops.exponentials, "The number e to the power x.", "EXP(0)", "1"),
  ofOne(
    "ln",
    loops.naturalLogarithms,
    "The natural logarithm; NULL and counted at 0 and below.",
    "LN(1)",
    "0",
  ),
  ofOne(
    "log10",
    loops.decimalLogarithms,
    "The logarithm to the base 10; NULL and counted at 0 and below.",
    "LOG10(1000)",
    "3",
  ),
  ofOne(
    "log2",
    loops.binaryLogarithms,
    "The logarithm to the base 2; NULL and counted at 0 and below.",
    "LOG2(8)",
    "3",
  ),
  logarithm(),
  ofTwo(
    "power",
    loops.powers,
    documentOf(
      "POWER(x, exponent) → DOUBLE",
      "The number to a power; NULL and counted where it is no real number.",
      "POWER(2, 10)",
      "1024",
      { aliases: ["POW"] },
    ),
  ),
  ofOne("sin", loops.sines, "The sine of an angle in radians.", "SIN(0)", "0"),
  ofOne("cos", loops.cosines, "The cosine of an angle in radians.", "COS(0)", "1"),
  ofOne("tan", loops.tangents, "The tangent of an angle in radians.", "TAN(0)", "0"),
  ofOne(
    "cot",
    loops.cotangents,
    "The cotangent of an angle in radians; NULL and counted at 0.",
    "COT(0)",
    "NULL",
  ),
  ofOne(
    "asin",
    loops.arcSines,
    "The angle in radians that has this sine; NULL and counted outside -1 … 1.",
    "ASIN(0)",
    "0",
  ),
  ofOne(
    "acos",
    loops.arcCosines,
    "The angle in radians that has this cosine; NULL and counted outside -1 … 1.",
    "ACOS(1)",
    "0",
  ),
  ofOne("atan", loops.arcTangents, "The angle in radians that has this tangent.", "ATAN(0)", "0"),
  ofTwo(
    "atan2",
    loops.arcTangentsOfPairs,
    documentOf(
      "ATAN2(y, x) → DOUBLE",
      "The angle of the point (x, y) in radians, from -PI() to PI().",
      "ATAN2(0, 1)",
      "0",
    ),
  ),
  ofOne("sinh", loops.hyperbolicSines, "The hyperbolic sine.", "SINH(0)", "0"),
  ofOne("cosh", loops.hyperbolicCosines, "The hyperbolic cosine.", "COSH(0)", "1"),
  ofOne("tanh", loops.hyperbolicTangents, "The hyperbolic tangent.", "TANH(0)", "0"),
  ofOne("degrees", loops.radiansToDegrees, "Radians as degrees.", "DEGREES(PI())", "180"),
  ofOne("radians", loops.degreesToRadians, "Degrees as radians.", "RADIANS(180)", "3.141592653589793"),
  constant("pi", Math.PI, "The circumference of a circle over its diameter.", "3.141592653589793"),
  constant("e", Math.E, "The base of the natural logarithm.", "2.718281828459045"),
];

function ofOne(
  name: string,
  loop: NumericLoop,
  sentence: string,
  example: string,
  result: string,
): ScalarFunction {
  const upper = name.toUpperCase();
  return {
    name,
    document: documentOf(`${upper}(x) → DOUBLE`, sentence, example, result),
    resolve: (types) => resolveDoubles(upper, types, 1),
    compile: (operands) => overRows(operands, unaryKernel(upper, loop)),
  };
}

function ofTwo(name: string, loop: loops.PairLoop, document: FunctionDocument): ScalarFunction {
  const upper = name.toUpperCase();
  return {
    name,
    document,
    resolve: (types) => resolveDoubles(upper, types, 2),
    compile: (operands) => pairKernel(upper, loop, operands),
  };
}

/** With one argument it is the natural logarithm in some engines and the one to the base 10 in others. */
function logarithm(): ScalarFunction {
  const log = ofTwo(
    "log",
    loops.logarithms,
    documentOf(
      "LOG(base, x) → DOUBLE",
      "The logarithm of x to a base; NULL and counted where there is none.",
      "LOG(2, 8)",
      "3",
    ),
  );
  return {
    ...log,
    resolve: (types) =>
      types.length === 1
        ? { problem: "LOG of one number means LN in some engines and LOG10 in others: write one of these." }
        : log.resolve(types),
  };
}

function constant(name: string, value: number, sentence: string, result: string): ScalarFunction {
  const call = `${name.toUpperCase()}()`;
  return {
    name,
    document: documentOf(`${call} → DOUBLE`, sentence, call, result),
    resolve: (types) =>
      countProblem(name.toUpperCase(), types.length, 0, 0) ?? { type: DOUBLE, parameters: [] },
    compile: () => (_columns, length) => numberColumn(new Float64Array(length).fill(value), null),
  };
}

function resolveDoubles(name: string, types: readonly (DataType | null)[], count: number): Resolution {
  const wrong = countProblem(name, types.length, count, count);
  if (wrong) return wrong;
  for (const type of types)
    if (type !== null && !isNumeric(type)) return argumentProblem(name, "numbers", type);
  return { type: DOUBLE, parameters: types.map(() => DOUBLE) };
}

/** Of a full column. */
function unaryKernel(name: string, loop: NumericLoop): Kernel {
  const operands: readonly Operand[] = [{ type: DOUBLE, constant: null }];
  return (columns, length, warnings) => {
    const { values, validity } = columns[0] as NumberColumn;
    const out = new Float64Array(length);
    loop(values, out);
    return numberColumn(out, withoutResults({ name, operands, columns }, out, validity, warnings));
  };
}

function pairKernel(name: string, loop: loops.PairLoop, operands: readonly Operand[]): Kernel {
  const [leftMask, rightMask] = operands.map(maskOf);
  return (columns, length, warnings) => {
    const [a, b] = columns as NumberColumn[];
    const out = new Float64Array(length);
    loop(a.values, leftMask, b.values, rightMask, out);
    const validity = bothValid(a.validity, leftMask, b.validity, rightMask, length);
    return numberColumn(out, withoutResults({ name, operands, columns }, out, validity, warnings));
  };
}
