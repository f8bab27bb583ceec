import type { NumberColumn } from "../data/column.ts";
import { NumberBuffer } from "../data/column-buffer.ts";
import { DOUBLE } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import { formatDecimal } from "../data/decimal.ts";
import { castToBoolean } from "./cast-boolean.ts";
import { CastFailures } from "./cast-failures.ts";
import { castToTime } from "./cast-time.ts";
import { roundedDouble } from "./double-to-decimal.ts";
import { exactAt, fitsType } from "./exact.ts";
import { type Kernel, isValid, numberColumn } from "./kernel.ts";
import { rescaleColumn } from "./rescale.ts";
import { scaleOf } from "./type-rules.ts";

/** Powers of ten above this are not exact doubles. */
const EXACT_POWER = 22;

/** BIGINT, DOUBLE and DECIMAL to another number, BIGINT to BOOLEAN, TIMESTAMP and INTERVAL. */
export function castFromNumber(from: DataType, to: DataType): Kernel {
  if (to.kind === "BOOLEAN") return castToBoolean();
  if (to.kind === "TIMESTAMP" || to.kind === "INTERVAL") return castToTime(from, to);
  if (to.kind === "DOUBLE") return from.kind === "DECIMAL" ? decimalToDouble(from) : bigintToDouble;
  if (from.kind === "DOUBLE") return doubleToExact(to);
  const rounding = to.kind === "BIGINT" ? "toward-zero" : "half-up";
  return ([column], length, warnings) =>
    rescaleColumn(column as NumberColumn, from, to, rounding, length, warnings);
}

/** The nearest double. */
const bigintToDouble: Kernel = ([column]) => numberColumn((column as NumberColumn).values, column.validity);

/** The nearest double: a quotient of two exact doubles is; beyond them the text is read. */
function decimalToDouble(from: DataType): Kernel {
  const scale = scaleOf(from);
  const divisor = 10 ** scale;
  return ([column], length) => {
    const argument = column as NumberColumn;
    const { values, validity } = argument;
    const out = new Float64Array(length);
    if (argument.exact === null && scale <= EXACT_POWER)
      for (let i = 0; i < length; i++) out[i] = values[i] / divisor;
    else
      for (let i = 0; i < length; i++)
        if (isValid(validity, i)) out[i] = Number(formatDecimal(exactAt(argument, from, i), scale));
    return numberColumn(out, validity);
  };
}

/** To BIGINT toward zero; to DECIMAL as its shortest text has it, rounded half up. */
function doubleToExact(to: DataType): Kernel {
  const scale = scaleOf(to);
  return ([column], length, warnings) => {
    const argument = column as NumberColumn;
    const { values, validity } = argument;
    const buffer = new NumberBuffer(to, length);
    const failures = new CastFailures();
    for (let row = 0; row < length; row++) {
      if (!isValid(validity, row)) {
        buffer.setNull(row);
        continue;
      }
      const value = to.kind === "BIGINT" ? Math.trunc(values[row]) + 0 : roundedDouble(values[row], scale);
      const whole = typeof value === "number" && Number.isFinite(value) ? BigInt(value) : value;
      if (typeof whole === "bigint" && fitsType(whole, to)) buffer.setExact(row, whole);
      else {
        buffer.setNull(row);
        failures.add(row);
      }
    }
    failures.report(argument, DOUBLE, to, warnings);
    return buffer.column(length);
  };
}
