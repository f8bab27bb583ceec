import type { DataType, Value } from "./data-type.ts";
import { formatDecimal } from "./decimal.ts";

/** An ARRAY, MAP or STRUCT taken apart: one value an element; a MAP's entries in the order of their keys. */
export type NestedValue = readonly Element[] | ReadonlyMap<string, Element>;
export type Element = Value | NestedValue;

/**
 * The one text of a nested value: JSON without spaces. BIGINT and DECIMAL are their digits (`12.30`), TIMESTAMP, DATE and
 * INTERVAL their ms, a DOUBLE that JSON has no number for its name as a text ("NaN"). A MAP's keys are in the order of
 * their code units, a STRUCT is an array of its fields' values in order; so equal values have equal texts.
 *
 * @param value elements as `Value` has them: the unscaled integer of a DECIMAL, a text of a STRING.
 */
export function nestedText(value: Element, type: DataType): string {
  if (value === null) return "null";
  switch (type.kind) {
    case "ARRAY":
      return `[${(value as readonly Element[]).map((one) => nestedText(one, type.element)).join(",")}]`;
    case "STRUCT":
      return `[${type.fields.map((field, index) => nestedText((value as readonly Element[])[index]!, field.type)).join(",")}]`;
    case "MAP":
      return `{${[...(value as ReadonlyMap<string, Element>)]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, one]) => `${JSON.stringify(key)}:${nestedText(one, type.value)}`)
        .join(",")}}`;
    case "DECIMAL":
      return formatDecimal(value as bigint, type.scale);
    case "DOUBLE":
      return Number.isFinite(value) ? String(Object.is(value, -0) ? "-0" : value) : `"${value as number}"`;
    case "STRING":
      return JSON.stringify(value);
    default:
      return String(value);
  }
}
