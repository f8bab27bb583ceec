import { BOOLEAN, type DataType, isNested, typeName } from "../data/data-type.ts";
import type { FunctionDocument } from "../expression/function-document.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { comparatorOf } from "./comparable.ts";
import { KeptValue } from "./kept-value.ts";
import { NumberExtreme } from "./number-extreme.ts";
import { RetractableExtreme } from "./retractable-extreme.ts";

const order = "NaN is the greatest number, false is less than true, texts go by code point; NULL of nothing.";

/** MIN and MAX by the order that comparisons have, and the same of truth values. */
export const extremeFunctions: readonly AggregateFunction[] = [
  extreme("min", 1, comparableType, {
    aliases: [],
    spelling: {},
    signature: "MIN(value) → the value's type",
    sentence: `The least value. ${order}`,
    example: { sql: "MIN(x)", rows: ["3", "1", "NULL", "2"], result: "1" },
  }),
  extreme("max", -1, comparableType, {
    aliases: [],
    spelling: {},
    signature: "MAX(value) → the value's type",
    sentence: `The greatest value. ${order}`,
    example: { sql: "MAX(x)", rows: ["3", "1", "NULL", "2"], result: "3" },
  }),
  extreme("bool_and", 1, truthType, {
    aliases: ["EVERY"],
    spelling: { flink: null, ksqldb: null },
    signature: "BOOL_AND(condition) → BOOLEAN",
    sentence: "Whether the condition is true wherever it is not NULL; NULL of nothing.",
    example: { sql: "BOOL_AND(x > 1)", rows: ["3", "1", "NULL"], result: "false" },
  }),
  extreme("bool_or", -1, truthType, {
    aliases: [],
    spelling: { flink: null, ksqldb: null },
    signature: "BOOL_OR(condition) → BOOLEAN",
    sentence: "Whether the condition is true anywhere; NULL of nothing.",
    example: { sql: "BOOL_OR(x > 1)", rows: ["3", "1", "NULL"], result: "true" },
  }),
];

type ResultType = (upper: string, type: DataType) => DataType | { readonly problem: string };

/** @param sign 1: the least; -1: the greatest. */
function extreme(
  name: string,
  sign: 1 | -1,
  resultType: ResultType,
  document: FunctionDocument,
): AggregateFunction {
  return {
    name,
    columns: 1,
    ignoresRepeats: true,
    document,
    resultType: ([type]) => resultType(name.toUpperCase(), type),
    create({ type }, capacity) {
      if (type.kind !== "STRING" && type.kind !== "BOOLEAN") return new NumberExtreme(type, sign, capacity);
      const compare = comparatorOf(type);
      return new KeptValue(type, (kept, next) => compare(next.value, kept.value) * sign < 0);
    },
    createRetractable: ({ type }) => new RetractableExtreme(type, sign === -1),
  };
}

function comparableType(upper: string, type: DataType): DataType | { readonly problem: string } {
  return isNested(type)
    ? { problem: `${upper} takes values that have an order, not ${typeName(type)}.` }
    : type;
}

function truthType(upper: string, type: DataType): DataType | { readonly problem: string } {
  return type.kind === "BOOLEAN" ? BOOLEAN : { problem: `${upper} takes conditions, not ${typeName(type)}.` };
}
