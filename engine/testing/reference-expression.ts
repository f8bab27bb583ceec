import type { DataType, Value } from "../data/data-type.ts";
import { divideRounded, fitsPrecision, rescale } from "../data/decimal.ts";
import type { Expression } from "../expression/expression.ts";
import { castValue, fraction, scaleOf, textOf, toDouble } from "./reference-cast.ts";
import { applyNested, construct } from "./reference-nested.ts";
import { applyCalendar } from "./reference-calendar.ts";
import { applyNumbers } from "./reference-numbers.ts";
import { applyText } from "./reference-text.ts";
import { timeArithmetic } from "./reference-time.ts";

/** The value of an expression for one row of its scope, in three-valued logic. */
export function evaluate(expression: Expression, row: readonly Value[]): Value {
  switch (expression.kind) {
    case "column":
      return row[expression.index]!;
    case "literal":
      return expression.value;
    case "case": {
      const taken = expression.branches.find(({ when }) => evaluate(when, row) === true);
      const chosen = taken ? taken.result : expression.otherwise;
      return chosen === null ? null : evaluate(chosen, row);
    }
    case "call": {
      const values = expression.arguments.map((argument) => evaluate(argument, row));
      const types = expression.arguments.map((argument) => argument.type);
      return apply(expression.name, values, types, expression.type);
    }
  }
}

function apply(name: string, values: readonly Value[], types: readonly DataType[], type: DataType): Value {
  switch (name) {
    case "and":
      return values.includes(false) ? false : values.includes(null) ? null : true;
    case "or":
      return values.includes(true) ? true : values.includes(null) ? null : false;
    case "is null":
      return values[0] === null;
    case "is not null":
      return values[0] !== null;
    case "is distinct from":
      return !same(values, types);
    case "is not distinct from":
      return same(values, types);
    case "in":
      return isIn(values, types);
    case "coalesce":
    case "ifnull":
      return values.find((value) => value !== null) ?? null;
    case "concat":
      return values.map((value, index) => (value === null ? "" : textOf(value, types[index]!))).join("");
    case "array":
    case "struct":
    case "map":
      return construct(name, values, type);
    case "greatest":
    case "least":
      return extreme(name === "greatest" ? 1 : -1, values, types);
    case "nullif":
      return values[0] !== null && values[1] !== null && same(values, types) ? null : values[0]!;
    default:
      return values.includes(null) ? null : applyToValues(name, values, types, type);
  }
}

/** Functions that are NULL when any argument is. */
function applyToValues(
  name: string,
  values: readonly Value[],
  types: readonly DataType[],
  type: DataType,
): Value {
  const [a, b] = values as [Value, Value];
  const [typeA, typeB] = types as [DataType, DataType];
  switch (name) {
    case "not":
      return !a;
    case "=":
      return compareValues(a, typeA, b, typeB) === 0;
    case "<>":
      return compareValues(a, typeA, b, typeB) !== 0;
    case "<":
      return compareValues(a, typeA, b, typeB) < 0;
    case "<=":
      return compareValues(a, typeA, b, typeB) <= 0;
    case ">":
      return compareValues(a, typeA, b, typeB) > 0;
    case ">=":
      return compareValues(a, typeA, b, typeB) >= 0;
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
    case "div":
    case "mod":
      if (type.kind === "TIMESTAMP" || type.kind === "INTERVAL") return timeArithmetic(name, a, b, type);
      return arithmetic(name === "mod" ? "%" : name, a, typeA, b, typeB, type);
    case "negate":
      return typeof a === "bigint" ? fit(-a, type) : -Number(a);
    case "abs":
      if (typeof a === "bigint") return fit(a < 0n ? -a : a, type);
      return Math.abs(Number(a));
    case "floor":
    case "ceil":
    case "ceiling":
    case "round":
      return roundTo(name, a, typeA, values.length > 1 ? Number(b) : 0, type);
    case "cast":
    case "try_cast":
      return castValue(a, typeA, type);
    default: {
      const nested = applyNested(name, values, types, type, (one, other, of) =>
        compareValues(one, of, other, of),
      );
      if (nested !== undefined) return nested;
      const number = applyNumbers(name, values, types, type);
      if (number !== undefined) return number;
      const time = applyCalendar(name, values);
      return time === undefined ? applyText(name, values, types) : time;
    }
  }
}

/** The greatest (1) or least (-1) of what is not NULL; all are of one type, and of equal ones the first stays. */
function extreme(sign: 1 | -1, values: readonly Value[], types: readonly DataType[]): Value {
  let best: Value = null;
  for (const value of values) {
    if (value === null) continue;
    if (best === null || sign * compareValues(value, types[0]!, best, types[0]!) > 0) best = value;
  }
  return best;
}

/** Equal in value, NULL being equal to NULL. */
function same(values: readonly Value[], types: readonly DataType[]): boolean {
  const [a, b] = values as [Value, Value];
  if (a === null || b === null) return a === b;
  return compareValues(a, types[0]!, b, types[1]!) === 0;
}

function isIn(values: readonly Value[], types: readonly DataType[]): Value {
  const [wanted, ...others] = values;
  if (wanted === null) return null;
  const found = others.some(
    (other, index) => other !== null && compareValues(wanted!, types[0]!, other, types[index + 1]!) === 0,
  );
  return found || (others.includes(null) ? null : false);
}

/**
 * Order of two values that are not NULL, below, at or above 0. Numbers by value across types and scales, NaN equal to
 * itself and above all; strings by code points; false before true.
 */
export function compareValues(a: Value, typeA: DataType, b: Value, typeB: DataType): number {
  if (typeof a === "string" && typeof b === "string") return compareCodePoints(a, b);
  if (typeof a === "bigint" && typeof b === "bigint") {
    const scale = Math.max(scaleOf(typeA), scaleOf(typeB));
    const left = rescale(a, scaleOf(typeA), scale, "half-even");
    const right = rescale(b, scaleOf(typeB), scale, "half-even");
    return left < right ? -1 : left > right ? 1 : 0;
  }
  const left = toDouble(a, typeA);
  const right = toDouble(b, typeB);
  if (Number.isNaN(left) || Number.isNaN(right))
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
  return left < right ? -1 : left > right ? 1 : 0;
}

function compareCodePoints(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

type ArithmeticName = "+" | "-" | "*" | "/" | "%" | "div";

/** Exact for BIGINT and DECIMAL; what does not fit its type is NULL, and so is anything divided by 0. */
function arithmetic(
  operator: ArithmeticName,
  a: Value,
  typeA: DataType,
  b: Value,
  typeB: DataType,
  type: DataType,
): Value {
  if (type.kind === "DOUBLE") return doubleArithmetic(operator, toDouble(a, typeA), toDouble(b, typeB));
  const scale = Math.max(scaleOf(typeA), scaleOf(typeB));
  const left = fraction(a, typeA, scale);
  const right = fraction(b, typeB, scale);
  if (right === 0n && ["/", "%", "div"].includes(operator)) return null;
  switch (operator) {
    case "+":
      return fit(rescale(left + right, scale, scaleOf(type), "half-even"), type);
    case "-":
      return fit(rescale(left - right, scale, scaleOf(type), "half-even"), type);
    case "*":
      return fit(rescale(left * right, 2 * scale, scaleOf(type), "half-even"), type);
    case "/":
      return fit(divideRounded(left * 10n ** BigInt(scaleOf(type)), right, "half-even"), type);
    case "%":
      return fit(rescale(left % right, scale, scaleOf(type), "half-even"), type);
    case "div":
      return fit(left / right, type);
  }
}

function doubleArithmetic(operator: ArithmeticName, a: number, b: number): number | null {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? null : a / b;
    case "%":
      return b === 0 ? null : a % b;
    case "div":
      return b === 0 ? null : Math.trunc(a / b);
  }
}

/** @param digits after the point that stay; only `round` knows others than 0. Half goes away from zero. */
function roundTo(name: string, a: Value, from: DataType, digits: number, type: DataType): Value {
  if (typeof a === "bigint") {
    const scale = scaleOf(from);
    const unit = 10n ** BigInt(Math.max(0, scale - digits));
    const half = name === "round" ? divideRounded(a, unit, "half-up") : divideTowards(a, unit, name);
    return fit(rescale(half * unit, scale, scaleOf(type), "half-even"), type);
  }
  const value = Number(a);
  if (name === "floor") return Math.floor(value) + 0;
  if (name !== "round") return Math.ceil(value) + 0;
  const factor = 10 ** digits;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor)) / factor;
}

function divideTowards(a: bigint, unit: bigint, name: string): bigint {
  const quotient = a / unit;
  const rest = a % unit;
  if (rest === 0n) return quotient;
  if (name === "floor") return rest < 0n ? quotient - 1n : quotient;
  return rest > 0n ? quotient + 1n : quotient;
}

/** The integer if its type can hold it, else NULL. */
function fit(value: bigint, type: DataType): bigint | null {
  if (type.kind === "DECIMAL") return fitsPrecision(value, type.precision) ? value : null;
  return BigInt.asIntN(64, value) === value ? value : null;
}
