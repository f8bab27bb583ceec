import type { Field } from "../../../engine/client/types.ts";

/** A value of a chart with the digits that its column has. */
export function valueText(value: number, field: Field | null): string {
  if (field?.type.kind === "DECIMAL") return value.toFixed(field.type.scale);
  if (field?.type.kind === "BIGINT") return String(value);
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

const short = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 6 });

/** `2.8K`. */
export function shortNumber(value: number): string {
  return new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 }).format(value);
}

/** A tick of a value axis: short where it is large. */
export function axisNumber(value: number): string {
  return Math.abs(value) >= 100_000 ? short.format(value) : whole.format(value);
}
