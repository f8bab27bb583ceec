import type { NumberColumn } from "../../data/column.ts";
import { INTERVAL, TIMESTAMP } from "../../data/data-type.ts";
import type { Operand } from "../kernel.ts";
import { overRows } from "../repeat-row.ts";
import type { ScalarFunction } from "../scalar-function.ts";
import { resolveTyped } from "./time-arguments.ts";
import { timeKernel } from "./time-kernels.ts";

/**
 * The start of the tumbling window that holds a time: its size, its offset, the time. What a windowing table function
 * adds to each record; its name has a space, so nobody can type it.
 */
export const windowStart: ScalarFunction = {
  name: "window start",
  resolve: (types) => resolveTyped("window start", types, [INTERVAL, INTERVAL, TIMESTAMP], TIMESTAMP),
  compile: (operands) => {
    const [size, offset] = [constantLength(operands[0]!), constantLength(operands[1]!)];
    const full = operands.map(({ type }) => ({ type, constant: null }));
    return overRows(
      operands,
      timeKernel("window start", full, (times, out) => {
        for (let i = 0; i < out.length; i++) out[i] = offset + Math.floor((times[i]! - offset) / size) * size;
      }),
    );
  },
};

/** ms. */
function constantLength({ constant }: Operand): number {
  return (constant as NumberColumn).values[0]!;
}
