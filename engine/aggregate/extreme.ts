import { type DataType, type Value, isNested, typeName } from "../data/data-type.ts";
import { compareUtf8 } from "../data/key-order.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { KeptValue } from "./kept-value.ts";
import { NumberExtreme } from "./number-extreme.ts";

const order = "NaN is the greatest number, false is less than true, texts go by code point; NULL of nothing.";

/** MIN and MAX, by the order that comparisons have. */
export const minimum: AggregateFunction = extreme("min", 1, `The least value. ${order}`, "1");
export const maximum: AggregateFunction = extreme("max", -1, `The greatest value. ${order}`, "3");

function extreme(name: string, sign: 1 | -1, sentence: string, result: string): AggregateFunction {
  const upper = name.toUpperCase();
  return {
    name,
    columns: 1,
    ignoresRepeats: true,
    document: {
      aliases: [],
      spelling: {},
      signature: `${upper}(value) → the value's type`,
      sentence,
      example: { sql: `${upper}(x)`, rows: ["3", "1", "NULL", "2"], result },
    },
    resultType: ([type]) =>
      isNested(type) ? { problem: `${upper} takes values that have an order, not ${typeName(type)}.` } : type,
    create({ type }, capacity) {
      if (type.kind !== "STRING" && type.kind !== "BOOLEAN") return new NumberExtreme(type, sign, capacity);
      return new KeptValue(type, (kept, next) => compare(type, next.value, kept.value) * sign < 0);
    },
  };
}

function compare(type: DataType, a: Value, b: Value): number {
  return type.kind === "STRING" ? compareUtf8(a as string, b as string) : Number(a) - Number(b);
}
