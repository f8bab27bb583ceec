import { type DataType, type Value, isNested } from "../data/data-type.ts";
import { nestedText } from "../data/nested-value.ts";

/** The one text of an ARRAY of the values, which are one text each where they are nested. @param type of the ARRAY. */
export function listText(values: readonly Value[], type: DataType): string {
  if (type.kind !== "ARRAY" || !isNested(type.element)) return nestedText(values, type);
  return `[${values.map((value) => value ?? "null").join(",")}]`;
}
