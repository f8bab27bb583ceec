import type { Column, NumberColumn, Validity } from "../data/column.ts";
import type { DataType } from "../data/data-type.ts";
import { divideRounded } from "../data/decimal.ts";
import {
  addDoubles,
  divideDoubles,
  multiplyDoubles,
  quotientDoubles,
  remainDoubles,
  subtractDoubles,
} from "./double-loops.ts";
import { computeExact, exactAt } from "./exact.ts";
import {
  addIntegers,
  divideIntegers,
  multiplyIntegers,
  quotientIntegers,
  remainIntegers,
  subtractIntegers,
} from "./integer-loops.ts";
import {
  type Kernel,
  type Operand,
  bothValid,
  maskOf,
  isValid,
  numberColumn,
  ownValidity,
} from "./kernel.ts";
import { scaledUp } from "./rescale.ts";
import { scaleOf } from "./type-rules.ts";
import { wholeTimes } from "./whole-times.ts";
import { rowText } from "./value-text.ts";
import { Scratch } from "./scratch.ts";
import { type WarningCounts, warn } from "./warning-counts.ts";

/** `div` is the whole quotient, toward zero. */
export type ArithmeticOperator = "+" | "-" | "*" | "/" | "%" | "div";

const doubleLoops = {
  "+": addDoubles,
  "-": subtractDoubles,
  "*": multiplyDoubles,
  "/": divideDoubles,
  "%": remainDoubles,
  div: quotientDoubles,
};

const integerLoops = {
  "+": addIntegers,
  "-": subtractIntegers,
  "*": multiplyIntegers,
  "/": divideIntegers,
  "%": remainIntegers,
  div: quotientIntegers,
};

const exactOperations: Record<ArithmeticOperator, (a: bigint, b: bigint) => bigint> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => divideRounded(a, b, "half-even"),
  "%": (a, b) => a % b,
  div: (a, b) => a / b,
};

export function compileArithmetic(
  operator: ArithmeticOperator,
  left: Operand,
  right: Operand,
  type: DataType,
): Kernel {
  const divides = operator === "/" || operator === "%" || operator === "div";
  const compute = computation(operator, left, right, type);
  const leftMask = maskOf(left);
  const rightMask = maskOf(right);
  return (columns, length, warnings) => {
    const [a, b] = columns as NumberColumn[];
    let validity = bothValid(a.validity, leftMask, b.validity, rightMask, length);
    if (divides) validity = withoutZeros(operator, left, right, a, b, validity, length, warnings);
    return compute(a, b, validity, length, warnings);
  };
}

function computation(
  operator: ArithmeticOperator,
  left: Operand,
  right: Operand,
  type: DataType,
): Computation {
  if (type.kind === "TIMESTAMP" || type.kind === "INTERVAL") return times(operator, left, right, type);
  return type.kind === "DOUBLE" ? doubles(operator, left, right) : integers(operator, left, right, type);
}

type Computation = (
  a: NumberColumn,
  b: NumberColumn,
  validity: Validity,
  length: number,
  warnings: WarningCounts,
) => Column;

function doubles(operator: ArithmeticOperator, left: Operand, right: Operand): Computation {
  const loop = doubleLoops[operator];
  const leftMask = maskOf(left);
  const rightMask = maskOf(right);
  const scratch = new Scratch();
  return (a, b, validity, length) => {
    const out = scratch.numbers(length);
    loop(a.values, leftMask, b.values, rightMask, out);
    return numberColumn(out, validity);
  };
}

/** Times and lengths of time: ms, or ms and a plain number. */
function times(operator: ArithmeticOperator, left: Operand, right: Operand, type: DataType): Computation {
  const loop = doubleLoops[operator];
  const leftMask = maskOf(left);
  const rightMask = maskOf(right);
  return (a, b, validity, length, warnings) => {
    const out = new Float64Array(length);
    loop(a.values, leftMask, b.values, rightMask, out);
    return wholeTimes(out, type, validity, (row) => describe(operator, left, right, a, b, row), warnings);
  };
}

/** BIGINTs and DECIMALs: brought to scales at which their unscaled integers give the result's. */
function integers(operator: ArithmeticOperator, left: Operand, right: Operand, type: DataType): Computation {
  const loop = integerLoops[operator];
  const operation = exactOperations[operator];
  const leftMask = maskOf(left);
  const rightMask = maskOf(right);
  const [leftDigits, rightDigits] = addedDigits(
    operator,
    scaleOf(left.type),
    scaleOf(right.type),
    scaleOf(type),
  );
  const scratch = new Scratch();
  return (a, b, validity, length, warnings) => {
    const x = scaledUp(a, leftDigits, left.constant ? 1 : length);
    const y = x && scaledUp(b, rightDigits, right.constant ? 1 : length);
    const out = y && scratch.numbers(length);
    if (out && loop(x, leftMask, y, rightMask, out)) return numberColumn(out, validity);
    const leftFactor = 10n ** BigInt(leftDigits);
    const rightFactor = 10n ** BigInt(rightDigits);
    const leftExact = (row: number): bigint => exactAt(a, left.type, row & leftMask) * leftFactor;
    const rightExact = (row: number): bigint => exactAt(b, right.type, row & rightMask) * rightFactor;
    return computeExact(
      type,
      length,
      (row) => (isValid(validity, row) ? operation(leftExact(row), rightExact(row)) : null),
      (row) => describe(operator, left, right, a, b, row),
      warnings,
    );
  };
}

/** Digits to add to each side before the operation on unscaled integers. */
function addedDigits(
  operator: ArithmeticOperator,
  left: number,
  right: number,
  result: number,
): readonly [number, number] {
  if (operator === "*") return [0, 0];
  if (operator === "/") return [result - left + right, 0];
  if (operator === "div") return [Math.max(0, right - left), Math.max(0, left - right)];
  return [result - left, result - right];
}

/** A division by 0 is NULL and counted; one of NULL by 0 is just NULL. */
function withoutZeros(
  operator: ArithmeticOperator,
  left: Operand,
  right: Operand,
  a: NumberColumn,
  b: NumberColumn,
  validity: Validity,
  length: number,
  warnings: WarningCounts,
): Validity {
  const divisors = b.values;
  const mask = maskOf(right);
  if (countZeros(divisors, right.constant ? 1 : length) === 0) return validity;
  const own = ownValidity(validity, length);
  const failed: number[] = [];
  for (let row = 0; row < length; row++) {
    if (own[row] === 0 || divisors[row & mask] !== 0) continue;
    own[row] = 0;
    failed.push(row);
  }
  if (failed.length > 0)
    warn(warnings, "DIVISION_BY_ZERO", failed, describe(operator, left, right, a, b, failed[0]));
  return own;
}

function countZeros(values: Float64Array, length: number): number {
  let zeros = 0;
  for (let i = 0; i < length; i++) zeros += values[i] === 0 ? 1 : 0;
  return zeros;
}

function describe(
  operator: ArithmeticOperator,
  left: Operand,
  right: Operand,
  a: NumberColumn,
  b: NumberColumn,
  row: number,
): string {
  return `${rowText(a, left.type, row & maskOf(left))} ${operator} ${rowText(b, right.type, row & maskOf(right))}`;
}

/** The unary minus of a full column. */
export function compileNegation(type: DataType): Kernel {
  const scratch = new Scratch();
  return ([column], length, warnings) => negateColumn(column, type, scratch.numbers(length), warnings);
}

function negateColumn(
  column: Column,
  type: DataType,
  out: Float64Array,
  warnings: WarningCounts,
): NumberColumn {
  const { length } = out;
  const argument = column as NumberColumn;
  const { values, validity } = argument;
  if (type.kind === "DOUBLE") {
    for (let i = 0; i < length; i++) out[i] = -values[i];
    return numberColumn(out, validity);
  }
  if (argument.exact === null) {
    for (let i = 0; i < length; i++) out[i] = 0 - values[i];
    return numberColumn(out, validity);
  }
  return computeExact(
    type,
    length,
    (row) => (isValid(validity, row) ? -exactAt(argument, type, row) : null),
    (row) => `-(${rowText(argument, type, row)})`,
    warnings,
  );
}
