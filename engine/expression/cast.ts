import { type DataType, DOUBLE, STRING, isNested, sameType } from "../data/data-type.ts";
import { javaDoubleText } from "../data/java-double-text.ts";
import { castFromString, castToString } from "./cast-string.ts";
import { castFromBoolean } from "./cast-boolean.ts";
import { castNested } from "./cast-nested.ts";
import { castFromTime } from "./cast-time.ts";
import { castFromNumber } from "./cast-number.ts";
import type { Kernel } from "./kernel.ts";
import { overRows } from "./repeat-row.ts";
import type { ScalarFunction } from "./scalar-function.ts";
import { isNumeric } from "./type-rules.ts";

/**
 * A "cast" call has one argument and is made to its own type, so its types are checked by `castProblem` (coercion-table.ts). To BIGINT
 * digits after the point are cut; to a DECIMAL of fewer digits it rounds half up. What cannot be cast is NULL and counted.
 */
export const castFunction: ScalarFunction = {
  name: "cast",
  resolve: () => ({ problem: "CAST is written CAST(value AS type)." }),
  compile: ([operand], type) => overRows([operand], castKernel(operand.type, type)),
};

/** TRY_CAST: a cast that counts nothing where it fails. */
export const tryCastFunction: ScalarFunction = {
  name: "try_cast",
  resolve: () => ({ problem: "TRY_CAST is written TRY_CAST(value AS type)." }),
  compile: ([operand], type) => {
    const cast = castKernel(operand.type, type);
    return overRows([operand], (columns, length) => cast(columns, length, new Map()));
  },
};

/** A DOUBLE as text, as engines written in Java cast it. */
export const javaTextFunction: ScalarFunction = {
  name: "java double text",
  resolve: () => ({ type: STRING, parameters: [DOUBLE] }),
  compile: (operands) =>
    overRows(
      operands,
      castToString(DOUBLE, (value) => javaDoubleText(Number(value))),
    ),
};

/** A kernel over one full column; the types must be castable (coercion-table.ts). */
export function castKernel(from: DataType, to: DataType): Kernel {
  if (sameType(from, to)) return ([column]) => column;
  if (to.kind === "STRING") return castToString(from);
  if (isNested(from) || isNested(to)) return castNested(from, to, castKernel);
  if (from.kind === "STRING") return castFromString(to);
  if (from.kind === "BOOLEAN") return castFromBoolean();
  return isNumeric(from) ? castFromNumber(from, to) : castFromTime(to);
}
