import { sameType, type DataType, type Value } from "../data/data-type.ts";
import { fitsPrecision, formatDecimal, rescale } from "../data/decimal.ts";
import { LAST_TIME } from "../data/timestamp-text.ts";
import type { Expression } from "../expression/expression.ts";
import type { Bound } from "./bound.ts";

/** The expression as a value of `type`: itself, the literal in that type, or a cast. The types must be castable. */
export function coerce(bound: Bound, type: DataType): Expression {
  const { expression } = bound;
  if (bound.type === null) return { kind: "literal", value: null, type };
  if (sameType(bound.type, type)) return expression;
  if (expression.kind === "literal") {
    const value = convertNumber(expression.value, bound.type, type);
    if (value !== undefined) return { kind: "literal", value, type };
  }
  return { kind: "call", name: "cast", arguments: [expression], type };
}

/** A number or date as a literal of another type; undefined where the cast has to decide at run time. */
function convertNumber(value: Value, from: DataType, to: DataType): Value | undefined {
  if (from.kind === "DATE" && to.kind === "TIMESTAMP") return value;
  if (typeof value !== "bigint") return undefined;
  const scale = from.kind === "DECIMAL" ? from.scale : 0;
  if (to.kind === "DOUBLE") return Number(formatDecimal(value, scale));
  if (to.kind === "TIMESTAMP" && from.kind === "BIGINT" && Math.abs(Number(value)) <= LAST_TIME)
    return Number(value);
  if (to.kind !== "DECIMAL" || to.scale < scale) return undefined;
  const unscaled = rescale(value, scale, to.scale, "half-even");
  return fitsPrecision(unscaled, to.precision) ? unscaled : undefined;
}
