import { isNested, typeName } from "../data/data-type.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { CollectedValues } from "./collected-values.ts";

/** The value of the record whose other value is the least or the greatest. */
export const argumentExtremes: readonly AggregateFunction[] = [
  argumentExtreme("arg_min", ["MIN_BY"], "least", false, "b"),
  argumentExtreme("arg_max", ["MAX_BY"], "greatest", true, "a"),
];

function argumentExtreme(
  name: string,
  aliases: readonly string[],
  which: string,
  descending: boolean,
  result: string,
): AggregateFunction {
  const upper = name.toUpperCase();
  const make = (call: AggregateCall, retracts: boolean, warnings: WarningCounts): CollectedValues =>
    new CollectedValues(
      {
        call,
        order: [{ descending, nullsFirst: false }],
        byValue: false,
        enough: { end: "first", count: 1 },
        needsKeys: true,
        finish: ([value = null]) => value,
      },
      retracts,
      warnings,
    );
  return {
    name,
    columns: 2,
    ignoresRepeats: true,
    document: {
      aliases,
      spelling: { flink: null, ksqldb: null, risingwave: null },
      signature: `${upper}(value, key) → the value's type`,
      sentence: `The value of the record with the ${which} key, the first of several; records where either is NULL are left out.`,
      example: { sql: `${upper}(x, y)`, rows: ["'a', 9", "'b', 1", "'c', NULL", "NULL, 10"], result },
    },
    resultType: ([value, key]) =>
      isNested(key) ? { problem: `${upper} takes a key that has an order, not ${typeName(key)}.` } : value,
    create: (call, _capacity, warnings) => make(call, false, warnings),
    createRetractable: (call, _capacity, warnings) => make(call, true, warnings),
  };
}
