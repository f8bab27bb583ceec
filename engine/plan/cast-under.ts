import type { DataType } from "../data/data-type.ts";
import type { Expression } from "../expression/expression.ts";
import type { BindingContext } from "./binding-context.ts";
import type { Bound } from "./bound.ts";
import { coerce } from "./coerce.ts";
import { meantCall } from "./foreign-functions.ts";

/** `coerce` as the engine asked for casts: its text of a value may be another. */
export function castUnder(value: Bound, type: DataType, { limits }: BindingContext): Expression {
  const cast = coerce(value, type);
  if (value.type === null || cast.kind !== "call" || cast === value.expression || type.kind !== "STRING")
    return cast;
  const meant = meantCall("cast", [value], limits.functions);
  return "code" in meant ? cast : { ...cast, name: meant.name };
}
