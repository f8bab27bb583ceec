import { STRING, arrayOf, isNested, typeName } from "../data/data-type.ts";
import { nestedText } from "../data/nested-value.ts";
import { valueText } from "../data/value-text.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { AggregateCall } from "./aggregate-call.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { CollectedValues, type JoinedText, MOST_COLLECTED } from "./collected-values.ts";
import { Distinct } from "./distinct-accumulator.ts";
import { RetractableDistinct } from "./retractable-distinct.ts";

const bounded = `NULL of nothing; of more than ${MOST_COLLECTED} values NULL, as a result longer than a text may be, and counted as a warning.`;

/** All values of a group side by side. */
export const listFunctions: readonly AggregateFunction[] = [
  {
    name: "string_agg",
    columns: 1,
    parameters: [{ name: "separator", type: STRING, fallback: ",", wanted: "a text", allows: () => true }],
    order: "values",
    valueOfNothing: true,
    ofTexts: true,
    document: {
      aliases: ["LISTAGG", "GROUP_CONCAT", "COLLECT"],
      spelling: { flink: "LISTAGG", ksqldb: null },
      signature: "STRING_AGG(value [, separator] [ORDER BY key]) → STRING",
      sentence: `The values as texts, joined by the separator (a comma), in order of arrival or of the keys. ${bounded}`,
      example: { sql: "STRING_AGG(x, '-')", rows: ["'a'", "NULL", "'b'"], result: "a-b" },
    },
    resultType: ([type]) =>
      isNested(type) ? { problem: `STRING_AGG takes values with a text, not ${typeName(type)}.` } : STRING,
    create: (call, _capacity, warnings) => joined(call, false, warnings),
    createRetractable: (call, _capacity, warnings) => joined(call, true, warnings),
  },
  {
    name: "collect_list",
    columns: 1,
    order: "values",
    valueOfNothing: true,
    document: {
      aliases: ["ARRAY_AGG"],
      spelling: { flink: "ARRAY_AGG", risingwave: "ARRAY_AGG" },
      signature: "COLLECT_LIST(value [ORDER BY key]) → ARRAY",
      sentence: `The values in order of arrival or of the keys; NULLs too under the rules of Flink, ksqlDB and RisingWave. ${bounded}`,
      example: { sql: "COLLECT_LIST(x)", rows: ["3", "NULL", "1", "3"], result: "[3,1,3]" },
    },
    nulls: "collectsNulls",
    resultType: ([type]) => arrayOf(type),
    create: (call, _capacity, warnings) => listed(call, false, warnings),
    createRetractable: (call, _capacity, warnings) => listed(call, true, warnings),
  },
  {
    name: "collect_set",
    columns: 1,
    valueOfNothing: true,
    ignoresRepeats: true,
    document: {
      aliases: [],
      spelling: { flink: null, risingwave: null },
      signature: "COLLECT_SET(value) → ARRAY",
      sentence: `Each value once, in order of first arrival; NULL too under the rules of ksqlDB. ${bounded}`,
      example: { sql: "COLLECT_SET(x)", rows: ["3", "NULL", "1", "3"], result: "[3,1]" },
    },
    nulls: "collectsNulls",
    resultType: ([type]) => arrayOf(type),
    create: (call, _capacity, warnings) => new Distinct(listed(call, false, warnings), call, warnings),
    createRetractable: (call, _capacity, warnings) =>
      new RetractableDistinct(listed(call, true, warnings), call, warnings),
  },
];

function joined(call: AggregateCall, retracts: boolean, warnings: WarningCounts): CollectedValues {
  const { type } = call.arguments[0];
  return collected(call, retracts, warnings, {
    textOf: (value) => (value === null ? "" : valueText(value, type)),
    separator: String(call.parameters[0]),
    ends: ["", ""],
  });
}

/** Nested values are one text each already. */
function listed(call: AggregateCall, retracts: boolean, warnings: WarningCounts): CollectedValues {
  const { type } = call.arguments[0];
  return collected(call, retracts, warnings, {
    textOf: isNested(type) ? (value) => String(value ?? "null") : (value) => nestedText(value, type),
    separator: ",",
    ends: ["[", "]"],
  });
}

function collected(
  call: AggregateCall,
  retracts: boolean,
  warnings: WarningCounts,
  finish: JoinedText,
): CollectedValues {
  const { order } = call;
  const all = { call, order, byValue: false, enough: null, needsKeys: false, finish };
  return new CollectedValues(all, retracts, warnings);
}
