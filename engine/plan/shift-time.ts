import { INTERVAL, TIMESTAMP } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";

/** `time`, a TIMESTAMP, moved by whole milliseconds of any sign. */
export function shiftTime(time: Expression, ms: number): Expression {
  const by: Expression = { kind: "literal", value: ms, type: INTERVAL };
  return { kind: "call", name: "+", arguments: [time, by], type: TIMESTAMP };
}
