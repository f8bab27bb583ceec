import { assert } from "../common/assert.ts";
import { DOUBLE, typeName } from "../data/data-type.ts";
import { isNumeric, scaleOf } from "../expression/type-rules.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { Variance } from "./variance-accumulator.ts";

/** Variance and standard deviation as DOUBLE; the plain names are those of a sample: NULL below two values. */
export const varianceFunctions: readonly AggregateFunction[] = [
  variance("stddev", 1, true),
  variance("stddev_samp", 1, true),
  variance("stddev_pop", 0, true),
  variance("variance", 1, false),
  variance("var_samp", 1, false),
  variance("var_pop", 0, false),
];

/** @param correction values that the number of values is lessened by. */
function variance(name: string, correction: 0 | 1, root: boolean): AggregateFunction {
  return {
    name,
    resultType(argument) {
      if (argument && isNumeric(argument)) return DOUBLE;
      return { problem: `${name.toUpperCase()} takes numbers, not ${argument ? typeName(argument) : "*"}.` };
    },
    create({ argument }, capacity) {
      assert(argument !== null, "a variance has an argument");
      return new Variance(10 ** scaleOf(argument.type), correction, root, capacity);
    },
  };
}
