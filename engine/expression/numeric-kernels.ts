import type { Column, NumberColumn } from "../data/column.ts";
import type { DataType } from "../data/data-type.ts";
import { divideRounded } from "../data/decimal.ts";
import { roundedDouble } from "./double-to-decimal.ts";
import { computeExact, exactAt } from "./exact.ts";
import { type Kernel, bothValid, isValid, numberColumn } from "./kernel.ts";
import { type NumericLoop, absolute, ceilDoubles, floorDoubles, roundDoubles } from "./numeric-loops.ts";
import { scaleOf } from "./type-rules.ts";
import { rowText } from "./value-text.ts";
import type { WarningCounts } from "./warning-counts.ts";

export type WholeFunction = "floor" | "ceil" | "round";

const doubleLoops: Record<WholeFunction, NumericLoop> = {
  floor: floorDoubles,
  ceil: ceilDoubles,
  round: roundDoubles,
};

/** ABS; that of the least BIGINT does not fit and is NULL. */
export function absoluteKernel(type: DataType): Kernel {
  return ([column], length, warnings) => {
    const argument = column as NumberColumn;
    if (argument.exact === null) return overValues(argument, absolute, length);
    return overExact("ABS", argument, type, type, (value) => (value < 0n ? -value : value), length, warnings);
  };
}

/** FLOOR, CEIL and ROUND to a whole number. */
export function wholeKernel(name: WholeFunction, type: DataType, result: DataType): Kernel {
  if (type.kind === "DOUBLE")
    return ([column], length) => overValues(column as NumberColumn, doubleLoops[name], length);
  if (scaleOf(type) === 0) return ([column]) => column;
  const divisor = 10n ** BigInt(scaleOf(type));
  return ([column], length, warnings) =>
    overExact(
      name.toUpperCase(),
      column as NumberColumn,
      type,
      result,
      (value) => wholeOf(name, value, divisor),
      length,
      warnings,
    );
}

function wholeOf(name: WholeFunction, value: bigint, divisor: bigint): bigint {
  if (name === "round") return divideRounded(value, divisor, "half-up");
  const whole = value / divisor;
  const rest = value % divisor;
  if (name === "floor") return rest < 0n ? whole - 1n : whole;
  return rest > 0n ? whole + 1n : whole;
}

/** ROUND(x, digits): half away from zero at that digit after the point, before it where `digits` is below 0. */
export function roundKernel(type: DataType): Kernel {
  return ([column, places], length, warnings) => {
    const argument = column as NumberColumn;
    const digits = (places as NumberColumn).values;
    const validity = bothValid(argument.validity, -1, places.validity, -1, length);
    if (type.kind === "DOUBLE") {
      const out = new Float64Array(length);
      for (let row = 0; row < length; row++)
        if (isValid(validity, row)) out[row] = roundDouble(argument.values[row], digits[row]);
      return numberColumn(out, validity);
    }
    return computeExact(
      type,
      length,
      (row) =>
        isValid(validity, row) ? roundExact(exactAt(argument, type, row), scaleOf(type), digits[row]) : null,
      (row) => `ROUND(${rowText(argument, type, row)}, ${digits[row]})`,
      warnings,
    );
  };
}

/** Digits beyond which rounding changes no double, and before which it leaves nothing. */
const MOST_DIGITS = 400;

function roundDouble(value: number, digits: number): number {
  const places = Math.max(-MOST_DIGITS, Math.min(MOST_DIGITS, digits));
  const unscaled = roundedDouble(value, places);
  return typeof unscaled === "number" ? unscaled : Number(`${unscaled}e${-places}`);
}

function roundExact(value: bigint, scale: number, digits: number): bigint {
  if (digits >= scale) return value;
  const unit = 10n ** BigInt(Math.min(MOST_DIGITS, scale - digits));
  return divideRounded(value, unit, "half-up") * unit;
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
