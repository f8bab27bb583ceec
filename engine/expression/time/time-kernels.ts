import type { NumberColumn } from "../../data/column.ts";
import { withoutResults } from "../bad-arguments.ts";
import { type Kernel, type Operand, bothValid, maskOf, numberColumn } from "../kernel.ts";
import type { PairLoop } from "../math-loops.ts";
import type { NumericLoop } from "../numeric-loops.ts";

/** The last time of the calendar, ms since the epoch; the first is as far on the other side. */
const LAST_TIME = 8_640_000_000_000_000;

/** A loop over one column of numbers. */
export function loopKernel(loop: NumericLoop): Kernel {
  return ([column], length) => {
    const { values, validity } = column as NumberColumn;
    const out = new Float64Array(length);
    loop(values, out);
    return numberColumn(out, validity);
  };
}

/** A loop over the last argument, a full column, that gives times. A time beyond the calendar is NULL and counted. */
export function timeKernel(name: string, operands: readonly Operand[], loop: NumericLoop): Kernel {
  return (columns, length, warnings) => {
    const { values, validity } = columns.at(-1) as NumberColumn;
    const out = new Float64Array(length);
    loop(values, out);
    withinCalendar(out);
    const call = { name, operands, columns };
    return numberColumn(out, withoutResults(call, out, validity, warnings, "TIME_OUT_OF_RANGE"));
  };
}

/** A loop over two arguments, `first` and `first + 1` of the call; constants are read where they stand. */
export function pairKernel(
  name: string,
  operands: readonly Operand[],
  first: number,
  loop: PairLoop,
  givesTime: boolean,
): Kernel {
  const leftMask = maskOf(operands[first]);
  const rightMask = maskOf(operands[first + 1]);
  return (columns, length, warnings) => {
    const a = columns[first] as NumberColumn;
    const b = columns[first + 1] as NumberColumn;
    const out = new Float64Array(length);
    loop(a.values, leftMask, b.values, rightMask, out);
    if (givesTime) withinCalendar(out);
    const validity = bothValid(a.validity, leftMask, b.validity, rightMask, length);
    const call = { name, operands, columns };
    return numberColumn(out, withoutResults(call, out, validity, warnings, "TIME_OUT_OF_RANGE"));
  };
}

function withinCalendar(times: Float64Array): void {
  for (let i = 0; i < times.length; i++) if (!(Math.abs(times[i]) <= LAST_TIME)) times[i] = NaN;
}
