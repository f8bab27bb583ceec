import { typeName } from "../data/data-type.ts";
import type { DataType } from "../data/data-type.ts";
import type { ScalarFunction } from "./scalar-function.ts";

/** Kinds that values of a kind can be cast to, besides its own; an untyped NULL casts to all. */
const targets: Readonly<Record<DataType["kind"], readonly DataType["kind"][]>> = {
  BOOLEAN: ["STRING", "BIGINT"],
  BIGINT: ["DOUBLE", "DECIMAL", "STRING", "BOOLEAN", "TIMESTAMP"],
  DOUBLE: ["BIGINT", "DECIMAL", "STRING"],
  DECIMAL: ["BIGINT", "DOUBLE", "STRING"],
  STRING: ["BIGINT", "DOUBLE", "DECIMAL", "BOOLEAN", "TIMESTAMP"],
  TIMESTAMP: ["STRING", "BIGINT"],
};

/** @returns One sentence why values of a type cannot be cast to another, or null when they can. */
export function castProblem(from: DataType | null, to: DataType): string | null {
  if (from === null || from.kind === to.kind || targets[from.kind].includes(to.kind)) return null;
  return `${typeName(from)} cannot be cast to ${typeName(to)}.`;
}

/** A "cast" call has one argument and is made to its own type, so its types are checked by `castProblem`. */
export const castFunction: ScalarFunction = {
  name: "cast",
  resolve: () => ({ problem: "CAST is written CAST(value AS type)." }),
};
