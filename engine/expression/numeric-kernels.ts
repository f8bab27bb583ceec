import type { Column, NumberColumn } from "../data/column.ts";
import type { DataType } from "../data/data-type.ts";
import { type Rounding, divideRounded } from "../data/decimal.ts";
import { roundedDouble } from "./double-to-decimal.ts";
import { computeExact, exactAt } from "./exact.ts";
import { type Kernel, bothValid, isValid, numberColumn, ownValidity } from "./kernel.ts";
import {
  type NumericLoop,
  absolute,
  ceilDoubles,
  floorDoubles,
  roundDoubles,
  roundUpDoubles,
  signOf,
  truncateDoubles,
} from "./numeric-loops.ts";
import { scaleOf } from "./type-rules.ts";
import { rowText } from "./value-text.ts";
import type { WarningCounts } from "./warning-counts.ts";

/** How digits are lost: ROUND goes half away from zero (or up, as ksqlDB has it), TRUNC toward zero. */
export type WholeFunction = "floor" | "ceil" | "round" | "round up" | "trunc";

const doubleLoops: Record<WholeFunction, NumericLoop> = {
  floor: floorDoubles,
  ceil: ceilDoubles,
  round: roundDoubles,
  "round up": roundUpDoubles,
  trunc: truncateDoubles,
};

const roundings = { round: "half-up", "round up": "half-ceiling", trunc: "toward-zero" } as const;

/** As messages name it. */
function spelled(name: WholeFunction): string {
  return name === "round up" ? "ROUND" : name.toUpperCase();
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
  const divisor = 10n ** BigInt(scaleOf(type));
  return ([column], length, warnings) =>
    overExact(
      spelled(name),
      column as NumberColumn,
      type,
      result,
      (value) => wholeOf(name, value, divisor),
      length,
      warnings,
    );
}

function wholeOf(name: WholeFunction, value: bigint, divisor: bigint): bigint {
  if (name !== "floor" && name !== "ceil") return divideRounded(value, divisor, roundings[name]);
  const whole = value / divisor;
  const rest = value % divisor;
  if (name === "floor") return rest < 0n ? whole - 1n : whole;
  return rest > 0n ? whole + 1n : whole;
}

/** ROUND and TRUNC to that digit after the point, before it where `digits` is below 0. */
export function roundKernel(name: keyof typeof roundings, type: DataType): Kernel {
  const rounding = roundings[name];
  return ([column, places], length, warnings) => {
    const argument = column as NumberColumn;
    const digits = (places as NumberColumn).values;
    const validity = bothValid(argument.validity, -1, places.validity, -1, length);
    if (type.kind === "DOUBLE") {
      const out = new Float64Array(length);
      for (let row = 0; row < length; row++)
        if (isValid(validity, row)) out[row] = roundDouble(argument.values[row], digits[row], rounding);
      return numberColumn(out, validity);
    }
    return computeExact(
      type,
      length,
      (row) =>
        isValid(validity, row)
          ? roundExact(exactAt(argument, type, row), scaleOf(type), digits[row], rounding)
          : null,
      (row) => `${spelled(name)}(${rowText(argument, type, row)}, ${digits[row]})`,
      warnings,
    );
  };
}

/** Digits beyond which rounding changes no double, and before which it leaves nothing. */
const MOST_DIGITS = 400;

function roundDouble(value: number, digits: number, rounding: Rounding): number {
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
