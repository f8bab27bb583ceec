import { BIGINT, DOUBLE, typeName } from "../data/data-type.ts";
import { isNumeric, scaleOf } from "../expression/type-rules.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { Variance } from "./variance-accumulator.ts";
import { WholeVariance } from "./whole-variance.ts";

/** Variance and standard deviation as DOUBLE, or as BIGINT where a preset says so; the plain names are those of a sample. */
export const varianceFunctions: readonly AggregateFunction[] = [
  variance("stddev_samp", 1, true, ["STDDEV", "STDDEV_SAMPLE"], "2"),
  variance("stddev_pop", 0, true, [], "1.632993161855452"),
  variance("var_samp", 1, false, ["VARIANCE"], "4"),
  variance("var_pop", 0, false, [], "2.6666666666666665"),
];

/** @param correction values that the number of values is lessened by. @param result of 1, 3 and 5. */
function variance(
  name: string,
  correction: 0 | 1,
  root: boolean,
  aliases: readonly string[],
  result: string,
): AggregateFunction {
  const upper = name.toUpperCase();
  const what = root ? "standard deviation" : "variance";
  const of = correction === 1 ? "a sample: NULL below two values" : "all values: 0 of one, NULL of none";
  return {
    name,
    columns: 1,
    document: {
      aliases,
      spelling: {},
      signature: `${upper}(number) → DOUBLE`,
      sentence: `The ${what} of ${of}.`,
      example: { sql: `${upper}(x)`, rows: ["1", "3", "NULL", "5"], result },
    },
    resultType: ([type], facts) => {
      if (!isNumeric(type)) return { problem: `${upper} takes numbers, not ${typeName(type)}.` };
      return type.kind === "BIGINT" && facts.varianceOfBigint === "BIGINT" ? BIGINT : DOUBLE;
    },
    create: (call, capacity) =>
      call.type.kind === "BIGINT"
        ? new WholeVariance(correction, root, capacity)
        : new Variance(10 ** scaleOf(call.arguments[0].type), correction, root, capacity),
    createRetractable: (call, capacity) =>
      call.type.kind === "BIGINT" ? new WholeVariance(correction, root, capacity) : null,
  };
}
