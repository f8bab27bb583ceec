import type { DataType, Value } from "./data-type.ts";
import { formatDecimal } from "./decimal.ts";
import { formatInterval } from "./interval-text.ts";
import { type Element, readNested } from "./nested-value.ts";
import { formatDate, formatTimestamp } from "./timestamp-text.ts";

/**
 * A value as CAST to STRING writes it: DOUBLEs as short as they read back, times as `2024-01-31 12:00:00.000` or
 * `2024-01-31`, INTERVALs as `1h 5m`, and ARRAYs, MAPs and STRUCTs as JSON, a STRUCT with the names of its fields.
 */
export function valueText(value: Exclude<Value, null>, type: DataType): string {
  switch (type.kind) {
    case "DECIMAL":
      return formatDecimal(value as bigint, type.scale);
    case "TIMESTAMP":
      return formatTimestamp(value as number);
    case "DATE":
      return formatDate(value as number);
    case "INTERVAL":
      return formatInterval(value as number);
    case "ARRAY":
    case "MAP":
    case "STRUCT":
      return elementText(readNested(value as string, type), type);
    case "BOOLEAN":
    case "BIGINT":
    case "DOUBLE":
    case "STRING":
      return String(value);
  }
}

/** JSON of a value and of what is in it; times and lengths of time are texts. */
function elementText(value: Element, type: DataType): string {
  if (value === null) return "null";
  switch (type.kind) {
    case "ARRAY":
      return `[${(value as readonly Element[]).map((one) => elementText(one, type.element)).join(",")}]`;
    case "MAP":
      return objectText(
        [...(value as ReadonlyMap<string, Element>)].map(([key, one]) => [key, one, type.value]),
      );
    case "STRUCT":
      return objectText(
        type.fields.map((field, index) => [field.name, (value as readonly Element[])[index]!, field.type]),
      );
    case "BOOLEAN":
    case "BIGINT":
    case "DECIMAL":
      return valueText(value as Exclude<Value, null>, type);
    case "DOUBLE":
      return Number.isFinite(value) ? String(value as number) : `"${value as number}"`;
    case "STRING":
    case "TIMESTAMP":
    case "DATE":
    case "INTERVAL":
      return JSON.stringify(valueText(value as Exclude<Value, null>, type));
  }
}

function objectText(entries: readonly (readonly [string, Element, DataType])[]): string {
  return `{${entries.map(([key, one, type]) => `${JSON.stringify(key)}:${elementText(one, type)}`).join(",")}}`;
}
