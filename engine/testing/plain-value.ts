import type { DataType, Value } from "../data/data-type.ts";
import { parseDecimal } from "../data/decimal.ts";

/** A value as JSON has it: DECIMAL as text, BIGINT as an integer or, of any size, as text. */
export type PlainValue = null | boolean | number | bigint | string;

/** The value as the engine has it. @param type of its column. */
export function typedValue(value: PlainValue, type: DataType): Value {
  if (value === null) return null;
  if (type.kind === "BIGINT") return BigInt(value);
  if (type.kind === "DECIMAL") return parseDecimal(String(value), type.scale);
  return value;
}
