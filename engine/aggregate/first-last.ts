import type { AggregateFunction } from "./aggregate-function.ts";
import { KeptNumber } from "./kept-number.ts";
import { KeptValue } from "./kept-value.ts";

/** The first or the last value by arrival that is not NULL. */
export const firstLastFunctions: readonly AggregateFunction[] = [
  firstLast("first_value", false),
  firstLast("first", false),
  firstLast("earliest_by_offset", false),
  firstLast("last_value", true),
  firstLast("last", true),
  firstLast("latest_by_offset", true),
];

function firstLast(name: string, last: boolean): AggregateFunction {
  return {
    name,
    resultType: (argument) => argument ?? { problem: `${name.toUpperCase()} takes a value, not *.` },
    create: ({ type }, capacity) =>
      type.kind === "STRING" || type.kind === "BOOLEAN"
        ? new KeptValue(type, capacity, () => last)
        : new KeptNumber(type, last, capacity),
  };
}
