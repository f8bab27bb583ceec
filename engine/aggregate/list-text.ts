import { type DataType, type Value, isNested } from "../data/data-type.ts";
import { LONGEST_TEXT, joinTexts } from "../data/longest-text.ts";
import { boundedNestedText } from "../data/nested-value.ts";

/**
 * The one text of an ARRAY of the values, which are one text each where they are nested.
 *
 * @param type of the ARRAY.
 * @returns undefined when it would be longer than a text may be.
 */
export function listText(values: readonly Value[], type: DataType): string | undefined {
  if (type.kind !== "ARRAY" || !isNested(type.element)) return boundedNestedText(values, type) ?? undefined;
  const elements = joinTexts(
    values.map((value) => String(value ?? "null")),
    ",",
  );
  return elements === null || elements.length + 2 > LONGEST_TEXT ? undefined : `[${elements}]`;
}
