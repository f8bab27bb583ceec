import { columnKind } from "../data/column.ts";
import { arrayOf } from "../data/data-type.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { CollectedValues } from "./collected-values.ts";
import { KeptNumber } from "./kept-number.ts";
import { KeptValue } from "./kept-value.ts";
import { listText } from "./list-text.ts";
import { howMany } from "./parameters.ts";

/** The first and the last values by arrival, or by keys, that are not NULL. */
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
    parameters: [{ ...howMany, fallback: null }],
    order: "values",
    valueOfNothing: true,
    nulls: "firstMayBeNull",
    ignoresRepeats: true,
    document: {
      aliases,
      spelling: { ksqldb: last ? "LATEST_BY_OFFSET" : "EARLIEST_BY_OFFSET" },
      signature: `${upper}(value [, n] [ORDER BY key]) [RESPECT NULLS] → the value's type, or with n an ARRAY`,
      sentence: `The ${last ? "last" : "first"} value, or n values, by arrival or by the keys, NULLs left out unless RESPECT NULLS is said or the rules are RisingWave's; NULL of nothing.`,
      example: { sql: `${upper}(x)`, rows: ["NULL", "2", "3", "1", "NULL"], result },
    },
    resultType: ([type], _facts, [count]) => (count === null ? type : arrayOf(type)),
    create(call, capacity, warnings) {
      const { type, parameters, order, keepsNulls } = call;
      if (parameters[0] !== null || order.length > 0 || keepsNulls) return few(call, last, false, warnings);
      return columnKind(type) === "number"
        ? new KeptNumber(type, last, capacity)
        : new KeptValue(type, (kept, next) => (last ? next.seq > kept.seq : next.seq < kept.seq));
    },
    createRetractable: (call, _capacity, warnings) => few(call, last, true, warnings),
  };
}

function few(
  call: AggregateCall,
  last: boolean,
  retracts: boolean,
  warnings: WarningCounts,
): CollectedValues {
  const [count] = call.parameters;
  return new CollectedValues(
    {
      call,
      order: call.order,
      byValue: false,
      enough: { end: last ? "last" : "first", count: Number(count ?? 1) },
      needsKeys: false,
      finish: (values) => (count === null ? (values[0] ?? null) : listText(values, call.type)),
    },
    retracts,
    warnings,
  );
}
