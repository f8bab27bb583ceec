import { DOUBLE, isNested, typeName } from "../data/data-type.ts";
import { isNumeric } from "../expression/type-rules.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import type { AggregateFunction, AggregateParameter } from "./aggregate-function.ts";
import { Percentile } from "./percentile-accumulator.ts";

const fraction: AggregateParameter = {
  name: "fraction",
  type: DOUBLE,
  wanted: "a number from 0 to 1",
  allows: (value) => Number(value) >= 0 && Number(value) <= 1,
};

/** Values by their place among all in order, NULLs left out. */
export const percentileFunctions: readonly AggregateFunction[] = [
  {
    name: "median",
    columns: 1,
    document: {
      aliases: [],
      spelling: { flink: null, ksqldb: null, risingwave: null },
      signature: "MEDIAN(number) → DOUBLE",
      sentence: "The value in the middle, or the mean of the two in the middle; NULL of nothing.",
      example: { sql: "MEDIAN(x)", rows: ["7", "1", "NULL", "3", "4"], result: "3.5" },
    },
    resultType: ([type]) =>
      isNumeric(type) ? DOUBLE : { problem: `MEDIAN takes numbers, not ${typeName(type)}.` },
    create: (call, _capacity, warnings) => percentile(call, 0.5, true, warnings),
    createRetractable: (call, _capacity, warnings) => percentile(call, 0.5, true, warnings),
  },
  {
    name: "percentile_cont",
    columns: 1,
    parameters: [fraction],
    order: "argument",
    document: {
      aliases: ["PERCENTILE", "QUANTILE_CONT"],
      spelling: { flink: "PERCENTILE", ksqldb: null },
      signature:
        "PERCENTILE_CONT(number, fraction) or PERCENTILE_CONT(fraction) WITHIN GROUP (ORDER BY number) → DOUBLE",
      sentence:
        "The value at that fraction of the way from the least to the greatest, in proportion between two neighbours; NULL of nothing.",
      example: { sql: "PERCENTILE_CONT(x, 0.25)", rows: ["40", "10", "NULL", "30"], result: "20" },
    },
    resultType: ([type]) =>
      isNumeric(type) ? DOUBLE : { problem: `PERCENTILE_CONT takes numbers, not ${typeName(type)}.` },
    create: (call, _capacity, warnings) => percentile(call, Number(call.parameters[0]), true, warnings),
    createRetractable: (call, _capacity, warnings) =>
      percentile(call, Number(call.parameters[0]), true, warnings),
  },
  {
    name: "percentile_disc",
    columns: 1,
    parameters: [fraction],
    order: "argument",
    document: {
      aliases: ["QUANTILE_DISC"],
      spelling: { flink: null, ksqldb: null },
      signature:
        "PERCENTILE_DISC(value, fraction) or PERCENTILE_DISC(fraction) WITHIN GROUP (ORDER BY value) → the value's type",
      sentence:
        "The first value, from the least, with that fraction of the values at or before it; NULL of nothing.",
      example: { sql: "PERCENTILE_DISC(x, 0.5)", rows: ["40", "10", "NULL", "30", "20"], result: "20" },
    },
    resultType: ([type]) =>
      isNested(type)
        ? { problem: `PERCENTILE_DISC takes values that have an order, not ${typeName(type)}.` }
        : type,
    create: (call, _capacity, warnings) => percentile(call, Number(call.parameters[0]), false, warnings),
    createRetractable: (call, _capacity, warnings) =>
      percentile(call, Number(call.parameters[0]), false, warnings),
  },
];

function percentile(
  call: AggregateCall,
  fractionOf: number,
  interpolates: boolean,
  warnings: WarningCounts,
): Percentile {
  return new Percentile(
    {
      name: call.name,
      type: call.arguments[0].type,
      fraction: fractionOf,
      descending: call.order.length > 0 && call.order[0].descending,
      interpolates,
    },
    warnings,
  );
}
