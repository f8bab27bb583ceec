import { BIGINT, TIMESTAMP, type DataType } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";

/** `time` moved by whole milliseconds of any sign. */
export function shiftTime(time: Expression, ms: number): Expression {
  const cast = (value: Expression, type: DataType): Expression => ({
    kind: "call",
    name: "cast",
    arguments: [value],
    type,
  });
  const by: Expression = { kind: "literal", value: BigInt(ms), type: BIGINT };
  return cast({ kind: "call", name: "+", arguments: [cast(time, BIGINT), by], type: BIGINT }, TIMESTAMP);
}
