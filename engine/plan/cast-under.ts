import { type DataType, holdsDoubles, isNested, typeName } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import type { BindingContext } from "./binding-context.ts";
import type { Bound } from "./bound.ts";
import { coerce } from "./coerce.ts";
import { meantCall } from "./foreign-functions.ts";
import { nativeRulesAdvice } from "./native-rules-advice.ts";

/**
 * `coerce` as the engine asked for casts: its text of a value may be another. Where that is not run, it is reported, and the
 * cast is ours.
 */
export function castUnder(value: Bound, type: DataType, context: BindingContext): Expression {
  const cast = coerce(value, type);
  if (value.type === null || cast.kind !== "call" || cast === value.expression) return cast;
  refuseNestedText(value, value.type, type, context);
  if (type.kind !== "STRING") return cast;
  const meant = meantCall("cast", [value], context.limits.functions);
  return "code" in meant ? cast : { ...cast, name: meant.name };
}

/** Only natively an ARRAY, MAP or STRUCT is JSON as a text; engines written in Java write the DOUBLEs in it as Java does. */
function refuseNestedText(
  { range }: Bound,
  from: DataType,
  to: DataType,
  { limits: { nestedText }, report }: BindingContext,
): void {
  if (nestedText === "json" || !isNested(from)) return;
  if (to.kind === "STRING")
    report.unsupported(
      "UNSUPPORTED_MEANING",
      range,
      `Under these rules the text of ${typeName(from)} is another than here, where it is JSON.`,
      { hint: `Take its elements one by one, ${nativeRulesAdvice}` },
    );
  else if (nestedText === "java" && holdsDoubles(from) && !holdsDoubles(to))
    report.unsupported(
      "UNSUPPORTED_MEANING",
      range,
      "Under these rules a DOUBLE inside of a value has another text than here.",
      { hint: `CAST its elements one by one, ${nativeRulesAdvice}` },
    );
}
