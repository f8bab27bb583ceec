import type { Column, NumberColumn } from "../data/column.ts";
import type { DataType } from "../data/data-type.ts";
import { type Rounding, divideRounded } from "../data/decimal.ts";
import { roundedDouble } from "./double-to-decimal.ts";
import { computeExact, exactAt } from "./exact.ts";
import { rescaleColumn } from "./rescale.ts";
import { type Kernel, bothValid, isValid, numberColumn, ownValidity } from "./kernel.ts";
import {
  type NumericLoop,
  absolute,
  ceilQuotients,
  floorQuotients,
  ceilDoubles,
  floorDoubles,
  roundDoubles,
  roundEvenDoubles,
  roundUpDoubles,
  signOf,
  truncateDoubles,
} from "./numeric-loops.ts";
import { scaleOf } from "./type-rules.ts";
import { rowText } from "./value-text.ts";
import type { WarningCounts } from "./warning-counts.ts";

/** How digits are lost: ROUND goes half away from zero (up, as ksqlDB has it, or to even), TRUNC toward zero. */
export type WholeFunction = "floor" | "ceil" | "round" | "round up" | "round even" | "trunc";

/** Powers of ten above this are not exact doubles. */
const EXACT_POWER = 22;

const doubleLoops: Record<WholeFunction, NumericLoop> = {
  floor: floorDoubles,
  ceil: ceilDoubles,
  round: roundDoubles,
  "round up": roundUpDoubles,
  "round even": roundEvenDoubles,
  trunc: truncateDoubles,
};

const roundings = {
  round: "half-up",
  "round up": "half-ceiling",
  "round even": "half-even",
  trunc: "toward-zero",
} as const;

/** As messages name it. */
function spelled(name: WholeFunction): string {
  return name.startsWith("round") ? "ROUND" : name.toUpperCase();
}

/** ABS; that of the least BIGINT does not fit and is NULL. */
export function absoluteKernel(type: DataType): Kernel {
  return ([column], length, warnings) => {
    const argument = column as NumberColumn;
    if (argument.exact === null) return overValues(argument, absolute, length);
    return overExact("ABS", argument, type, type, (value) => (value < 0n ? -value : value), length, warnings);
  };
}

/** SIGN of any number: 1, 0 or -1; the nearest double has the sign of an exact value. */
export const signKernel: Kernel = ([column], length) => {
  const { values, validity } = column as NumberColumn;
  const out = new Float64Array(length);
  if (signOf(values, out)) return numberColumn(out, validity);
  const valid = ownValidity(validity, length);
  for (let row = 0; row < length; row++) if (Number.isNaN(out[row])) valid[row] = 0;
  return numberColumn(out, valid);
};

/** FLOOR, CEIL, ROUND and TRUNC to a whole number. */
export function wholeKernel(name: WholeFunction, type: DataType, result: DataType): Kernel {
  if (type.kind === "DOUBLE")
    return ([column], length) => overValues(column as NumberColumn, doubleLoops[name], length);
  if (scaleOf(type) === 0) return ([column]) => column;
  if (name !== "floor" && name !== "ceil")
    return ([column], length, warnings) =>
      rescaleColumn(column as NumberColumn, type, result, roundings[name], length, warnings);
  const divisor = 10n ** BigInt(scaleOf(type));
  const loop = name === "floor" ? floorQuotients : ceilQuotients;
  return ([column], length, warnings) => {
    const argument = column as NumberColumn;
    if (argument.exact === null && scaleOf(type) <= EXACT_POWER) {
      const out = new Float64Array(length);
      loop(argument.values, 10 ** scaleOf(type), out);
      return numberColumn(out, argument.validity);
    }
    return overExact(
      spelled(name),
      argument,
      type,
      result,
      (value) => wholeOf(name, value, divisor),
      length,
      warnings,
    );
  };
}

function wholeOf(name: "floor" | "ceil", value: bigint, divisor: bigint): bigint {
  const whole = value / divisor;
  const rest = value % divisor;
  if (name === "floor") return rest < 0n ? whole - 1n : whole;
  return rest > 0n ? whole + 1n : whole;
}

/**
 * ROUND and TRUNC to that digit after the point, before it where `digits` is below 0.
 * @param result of fewer digits after the point than the argument where the digits are known; they stand in it then.
 */
export function roundKernel(name: keyof typeof roundings, type: DataType, result: DataType): Kernel {
  const rounding = roundings[name];
  if (type.kind === "DOUBLE") return roundDoublesTo(rounding);
  if (scaleOf(result) > 0 && scaleOf(result) < scaleOf(type))
    return ([column], length, warnings) =>
      rescaleColumn(column as NumberColumn, type, result, rounding, length, warnings);
  const dropped = 10n ** BigInt(scaleOf(type) - scaleOf(result));
  return ([column, places], length, warnings) => {
    const argument = column as NumberColumn;
    const digits = (places as NumberColumn).values;
    const validity = bothValid(argument.validity, -1, places.validity, -1, length);
    return computeExact(
      result,
      length,
      (row) =>
        isValid(validity, row)
          ? roundExact(exactAt(argument, type, row), scaleOf(type), digits[row], rounding) / dropped
          : null,
      (row) => `${spelled(name)}(${rowText(argument, type, row)}, ${digits[row]})`,
      warnings,
    );
  };
}

function roundDoublesTo(rounding: Rounding): Kernel {
  return ([column, places], length) => {
    const { values, validity } = column as NumberColumn;
    const digits = (places as NumberColumn).values;
    const both = bothValid(validity, -1, places.validity, -1, length);
    const out = new Float64Array(length);
    for (let row = 0; row < length; row++)
      if (isValid(both, row)) out[row] = roundDouble(values[row], digits[row], rounding);
    return numberColumn(out, both);
  };
}

const POWERS: readonly number[] = Array.from({ length: 16 }, (_, digits) => 10 ** digits);

/** Digits beyond which rounding changes no double, and before which it leaves nothing. */
const MOST_DIGITS = 400;

function roundDouble(value: number, digits: number, rounding: Rounding): number {
  if (digits >= 0 && Number.isInteger(value)) return value + 0;
  if (digits >= 0 && digits <= 15) {
    const factor = POWERS[digits];
    const scaled = value * factor;
    const whole = Math.floor(scaled);
    const rest = scaled - whole;
    // The product, and the double beside its decimal text, are off by less than this: where it is not near a step, the
    // quotient of two exact integers is the nearest double.
    const error = Math.abs(scaled) * 2 ** -50 + Number.MIN_VALUE;
    const step = rounding === "toward-zero" ? Math.min(rest, 1 - rest) : Math.abs(rest - 0.5);
    if (error < 0.01 && step > error) {
      if (rounding === "toward-zero") return (value < 0 ? whole + 1 : whole) / factor + 0;
      return (rest > 0.5 ? whole + 1 : whole) / factor + 0;
    }
  }
  const places = Math.max(-MOST_DIGITS, Math.min(MOST_DIGITS, digits));
  const unscaled = roundedDouble(value, places, rounding);
  return typeof unscaled === "number" ? unscaled : Number(`${unscaled}e${-places}`);
}

function roundExact(value: bigint, scale: number, digits: number, rounding: Rounding): bigint {
  if (digits >= scale) return value;
  const unit = 10n ** BigInt(Math.min(MOST_DIGITS, scale - digits));
  return divideRounded(value, unit, rounding) * unit;
}

function overValues(column: NumberColumn, loop: NumericLoop, length: number): NumberColumn {
  const out = new Float64Array(length);
  loop(column.values, out);
  return numberColumn(out, column.validity);
}

function overExact(
  name: string,
  column: NumberColumn,
  type: DataType,
  result: DataType,
  compute: (value: bigint) => bigint,
  length: number,
  warnings: WarningCounts,
): Column {
  const { validity } = column;
  return computeExact(
    result,
    length,
    (row) => (isValid(validity, row) ? compute(exactAt(column, type, row)) : null),
    (row) => `${name}(${rowText(column, type, row)})`,
    warnings,
  );
}
