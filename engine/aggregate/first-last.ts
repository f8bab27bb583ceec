import { columnKind } from "../data/column.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { KeptNumber } from "./kept-number.ts";
import { KeptValue } from "./kept-value.ts";

/** The first and the last value by arrival that is not NULL. */
export const firstLastFunctions: readonly AggregateFunction[] = [
  firstLast("first_value", false, ["FIRST", "EARLIEST_BY_OFFSET", "ANY_VALUE"], "2"),
  firstLast("last_value", true, ["LAST", "LATEST_BY_OFFSET"], "1"),
];

function firstLast(
  name: string,
  last: boolean,
  aliases: readonly string[],
  result: string,
): AggregateFunction {
  const upper = name.toUpperCase();
  return {
    name,
    columns: 1,
    ignoresRepeats: true,
    document: {
      aliases,
      spelling: { ksqldb: last ? "LATEST_BY_OFFSET" : "EARLIEST_BY_OFFSET" },
      signature: `${upper}(value) → the value's type`,
      sentence: `The ${last ? "last" : "first"} value by arrival that is not NULL.`,
      example: { sql: `${upper}(x)`, rows: ["NULL", "2", "3", "1", "NULL"], result },
    },
    resultType: ([type]) => type,
    create: ({ type }, capacity) =>
      columnKind(type) === "number"
        ? new KeptNumber(type, last, capacity)
        : new KeptValue(type, (kept, next) => (last ? next.seq > kept.seq : next.seq < kept.seq)),
  };
}
