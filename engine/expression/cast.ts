import { sameType, typeName } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import { castFromNumber } from "./cast-number.ts";
import { castFromString, castToString } from "./cast-string.ts";
import { castFromBoolean } from "./cast-boolean.ts";
import type { Kernel } from "./kernel.ts";
import { overRows } from "./repeat-row.ts";
import type { ScalarFunction } from "./scalar-function.ts";

/** Kinds that values of a kind can be cast to, besides its own; an untyped NULL casts to all. */
const targets: Readonly<Record<DataType["kind"], readonly DataType["kind"][]>> = {
  BOOLEAN: ["STRING", "BIGINT"],
  BIGINT: ["DOUBLE", "DECIMAL", "STRING", "BOOLEAN", "TIMESTAMP"],
  DOUBLE: ["BIGINT", "DECIMAL", "STRING"],
  DECIMAL: ["BIGINT", "DOUBLE", "STRING"],
  STRING: ["BIGINT", "DOUBLE", "DECIMAL", "BOOLEAN", "TIMESTAMP"],
  TIMESTAMP: ["STRING", "BIGINT"],
  DATE: [],
  INTERVAL: [],
  ARRAY: [],
  MAP: [],
  STRUCT: [],
};

/** @returns One sentence why values of a type cannot be cast to another, or null when they can. */
export function castProblem(from: DataType | null, to: DataType): string | null {
  if (from === null || from.kind === to.kind || targets[from.kind].includes(to.kind)) return null;
  return `${typeName(from)} cannot be cast to ${typeName(to)}.`;
}

/**
 * A "cast" call has one argument and is made to its own type, so its types are checked by `castProblem`. To BIGINT
 * digits after the point are cut; to a DECIMAL of fewer digits it rounds half up. What cannot be cast is NULL and counted.
 */
export const castFunction: ScalarFunction = {
  name: "cast",
  resolve: () => ({ problem: "CAST is written CAST(value AS type)." }),
  compile: ([operand], type) => overRows([operand], castKernel(operand.type, type)),
};

/** A kernel over one full column. */
export function castKernel(from: DataType, to: DataType): Kernel {
  if (sameType(from, to)) return ([column]) => column;
  if (to.kind === "STRING") return castToString(from);
  if (from.kind === "STRING") return castFromString(to);
  if (from.kind === "BOOLEAN") return castFromBoolean();
  // A TIMESTAMP is its milliseconds since the epoch.
  return from.kind === "TIMESTAMP" ? ([column]) => column : castFromNumber(from, to);
}
