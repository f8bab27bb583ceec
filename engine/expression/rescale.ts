import type { NumberColumn } from "../data/column.ts";
import { type DataType, typeName } from "../data/data-type.ts";
import { rescale } from "../data/decimal.ts";
import type { Rounding } from "../data/decimal.ts";
import { computeExact, exactAt, exactText } from "./exact.ts";
import { scaleDownIntegers, scaleUpIntegers } from "./integer-loops.ts";
import { numberColumn } from "./kernel.ts";
import { scaleOf } from "./type-rules.ts";
import type { WarningCounts } from "./warning-counts.ts";

/** Powers of ten above this are not exact doubles. */
const EXACT_POWER = 22;

/**
 * Unscaled integers times 10^digits, so that DECIMALs of two scales compare and add.
 *
 * @param digits at least 0.
 * @returns null when some value is then beyond what doubles hold exactly.
 */
export function scaledUp(column: NumberColumn, digits: number, length: number): Float64Array | null {
  if (column.exact !== null || digits > EXACT_POWER) return null;
  if (digits === 0) return column.values;
  const out = new Float64Array(length);
  return scaleUpIntegers(column.values, 10 ** digits, Infinity, out) ? out : null;
}

/** A BIGINT or DECIMAL column as another BIGINT or DECIMAL. Values that do not fit become NULL and are counted. */
export function rescaleColumn(
  column: NumberColumn,
  from: DataType,
  to: DataType,
  rounding: Rounding,
  length: number,
  warnings: WarningCounts,
): NumberColumn {
  const fast = column.exact === null ? rescaleFast(column.values, from, to, rounding, length) : null;
  const { validity } = column;
  if (fast) return numberColumn(fast, validity);
  return computeExact(
    to,
    length,
    (row) =>
      validity && validity[row] === 0
        ? null
        : rescale(exactAt(column, from, row), scaleOf(from), scaleOf(to), rounding),
    (row) => `${exactText(exactAt(column, from, row), from)} as ${typeName(to)}`,
    warnings,
  );
}

function rescaleFast(
  values: Float64Array,
  from: DataType,
  to: DataType,
  rounding: Rounding,
  length: number,
): Float64Array | null {
  const digits = scaleOf(to) - scaleOf(from);
  if (Math.abs(digits) > EXACT_POWER) return null;
  const limit = to.kind === "DECIMAL" ? 10 ** to.precision - 1 : Number.MAX_SAFE_INTEGER;
  const out = new Float64Array(length);
  const fits =
    digits >= 0
      ? scaleUpIntegers(values, 10 ** digits, limit, out)
      : scaleDownIntegers(values, 10 ** -digits, rounding, limit, out);
  return fits ? out : null;
}
