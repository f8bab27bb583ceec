import type { DataType, Value } from "../data/data-type.ts";
import { compareUtf8 } from "../data/key-order.ts";
import type { AggregateFunction } from "./aggregate-function.ts";
import { KeptValue } from "./kept-value.ts";
import { NumberExtreme } from "./number-extreme.ts";

/** MIN and MAX, by the order that comparisons have: NaN is greatest, false < true, strings by code point. */
export const minimum: AggregateFunction = extreme("min", 1);
export const maximum: AggregateFunction = extreme("max", -1);

function extreme(name: string, sign: 1 | -1): AggregateFunction {
  return {
    name,
    resultType: (argument) => argument ?? { problem: `${name.toUpperCase()} takes a value, not *.` },
    create({ type }, capacity) {
      if (type.kind !== "STRING" && type.kind !== "BOOLEAN") return new NumberExtreme(type, sign, capacity);
      return new KeptValue(type, capacity, (kept, next) => compare(type, next, kept) * sign < 0);
    },
  };
}

function compare(type: DataType, a: Value, b: Value): number {
  return type.kind === "STRING" ? compareUtf8(a as string, b as string) : Number(a) - Number(b);
}
