import type { AggregateCall } from "../aggregate/aggregate-call.ts";
import type { DataType } from "../data/data-type.ts";

/**
 * A call of an aggregate with nothing special about it, for tests.
 * @param of types of its arguments, which are the columns from 0 on. @param type of its result.
 */
export function handMadeCall(
  name: string,
  of: readonly DataType[],
  type: DataType,
  more: Partial<AggregateCall> = {},
): AggregateCall {
  return {
    name,
    arguments: of.map((argument, index) => ({ kind: "column", index, type: argument })),
    parameters: [],
    order: [],
    filtered: false,
    distinct: false,
    type,
    emptyIsZero: false,
    keepsNulls: false,
    overflow: "null",
    rounding: "half-even",
    ...more,
  };
}
