import { arrayOf, isNested, typeName } from "../data/data-type.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { CollectedValues } from "./collected-values.ts";
import { Distinct } from "./distinct-accumulator.ts";
import { listText } from "./list-text.ts";
import { howMany } from "./parameters.ts";
import { RetractableDistinct } from "./retractable-distinct.ts";

/** The greatest few values. */
export const topFunctions: readonly AggregateFunction[] = [
  top("topk", "The n greatest values, the greatest first; NULL of nothing.", "[7,7]", {
    create: (call, _capacity, warnings) => greatest(call, false, warnings),
    createRetractable: (call, _capacity, warnings) => greatest(call, true, warnings),
  }),
  top("topkdistinct", "The n greatest different values, the greatest first; NULL of nothing.", "[7,3]", {
    ignoresRepeats: true,
    create: (call, _capacity, warnings) => new Distinct(greatest(call, false, warnings), call, warnings),
    createRetractable: (call, _capacity, warnings) =>
      new RetractableDistinct(greatest(call, true, warnings), call, warnings),
  }),
];

/** @param result of the greatest two of 7, 3 and 7. */
function top(
  name: string,
  sentence: string,
  result: string,
  how: Pick<AggregateFunction, "create" | "createRetractable" | "ignoresRepeats">,
): AggregateFunction {
  const upper = name.toUpperCase();
  return {
    name,
    columns: 1,
    parameters: [howMany],
    valueOfNothing: true,
    document: {
      aliases: [],
      spelling: { flink: null, risingwave: null },
      signature: `${upper}(value, n) → ARRAY`,
      sentence,
      example: { sql: `${upper}(x, 2)`, rows: ["7", "NULL", "3", "7"], result },
    },
    resultType: ([type]) =>
      isNested(type)
        ? { problem: `${upper} takes values that have an order, not ${typeName(type)}.` }
        : arrayOf(type),
    ...how,
  };
}

function greatest(call: AggregateCall, retracts: boolean, warnings: WarningCounts): CollectedValues {
  return new CollectedValues(
    {
      call,
      order: [{ descending: true, nullsFirst: false }],
      byValue: true,
      enough: { end: "first", count: Number(call.parameters[0]) },
      needsKeys: false,
      finish: (values) => listText(values, call.type),
    },
    retracts,
    warnings,
  );
}
