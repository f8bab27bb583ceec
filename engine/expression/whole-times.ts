import type { NumberColumn, Validity } from "../data/column.ts";
import type { DataType } from "../data/data-type.ts";
import { LAST_TIME } from "../data/timestamp-text.ts";
import { numberColumn, ownValidity } from "./kernel.ts";
import { type WarningCounts, warn } from "./warning-counts.ts";

/**
 * Rounds to whole ms, half away from zero; a TIMESTAMP that then lies beyond the calendar, and an
 * INTERVAL beyond 2^53 ms, is NULL and counted.
 *
 * @param values of `length` rows, rewritten in place. @param describe says what was computed at a row.
 */
export function wholeTimes(
  values: Float64Array,
  type: DataType,
  validity: Validity,
  describe: (row: number) => string,
  warnings: WarningCounts,
): NumberColumn {
  const limit = type.kind === "INTERVAL" ? Number.MAX_SAFE_INTEGER : LAST_TIME;
  let within = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const whole = value < 0 ? 0 - Math.round(-value) : Math.round(value);
    values[i] = whole;
    if (!(whole <= limit && whole >= -limit)) within = false;
  }
  if (within) return numberColumn(values, validity);
  return numberColumn(values, withoutOutside(values, limit, validity, describe, warnings));
}

function withoutOutside(
  values: Float64Array,
  limit: number,
  validity: Validity,
  describe: (row: number) => string,
  warnings: WarningCounts,
): Validity {
  const own = ownValidity(validity, values.length);
  const failed: number[] = [];
  for (let row = 0; row < values.length; row++) {
    if (own[row] === 0 || Math.abs(values[row]) <= limit) continue;
    own[row] = 0;
    failed.push(row);
  }
  if (failed.length > 0) warn(warnings, "TIME_OUT_OF_RANGE", failed, describe(failed[0]));
  return failed.length > 0 ? own : validity;
}
