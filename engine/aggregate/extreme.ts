import type { AggregateFunction } from "./aggregate-function.ts";

/** MIN and MAX, by the order that comparisons have: NaN is greatest, false < true, strings by code point. */
export const minimum: AggregateFunction = extreme("min");
export const maximum: AggregateFunction = extreme("max");

function extreme(name: "min" | "max"): AggregateFunction {
  return {
    name,
    resultType: (argument) => argument ?? { problem: `${name.toUpperCase()} takes a value, not *.` },
  };
}
