import type { AggregateFunction } from "./aggregate-function.ts";

/** The first or the last value by arrival that is not NULL. */
export const firstLastFunctions: readonly AggregateFunction[] = [
  firstLast("first_value"),
  firstLast("first"),
  firstLast("earliest_by_offset"),
  firstLast("last_value"),
  firstLast("last"),
  firstLast("latest_by_offset"),
];

function firstLast(name: string): AggregateFunction {
  return {
    name,
    resultType: (argument) => argument ?? { problem: `${name.toUpperCase()} takes a value, not *.` },
  };
}
