import { DOUBLE, typeName } from "../data/data-type.ts";
import { isNumeric } from "../expression/type-rules.ts";
import type { AggregateFunction } from "./aggregate-function.ts";

/** Variance and standard deviation as DOUBLE; the plain names are those of a sample: NULL below two values. */
export const varianceFunctions: readonly AggregateFunction[] = [
  variance("stddev"),
  variance("stddev_samp"),
  variance("variance"),
  variance("var_samp"),
  variance("stddev_pop"),
  variance("var_pop"),
];

function variance(name: string): AggregateFunction {
  return {
    name,
    resultType(argument) {
      if (argument && isNumeric(argument)) return DOUBLE;
      return { problem: `${name.toUpperCase()} takes numbers, not ${argument ? typeName(argument) : "*"}.` };
    },
  };
}
