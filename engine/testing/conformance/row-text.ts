import type { DataType, Value } from "../../data/data-type.ts";
import { formatDecimal } from "../../data/decimal.ts";
import type { PhysicalPlan } from "../../plan/physical-plan.ts";
import type { ResultRow } from "../../runtime/result-row.ts";
import type { PlainValue } from "../plain-value.ts";

/** Relative error that a DOUBLE may have. */
const TOLERANCE = 1e-12;

/** Whether a row's values are those of a case: DOUBLE nearly, DECIMAL as text, everything else exactly. */
export function valuesEqual(
  plan: PhysicalPlan,
  wanted: readonly PlainValue[],
  found: readonly Value[],
): boolean {
  return (
    wanted.length === found.length &&
    wanted.every((value, index) => valueEquals(value, found[index]!, plan.output[index]!.type))
  );
}

function valueEquals(wanted: PlainValue, found: Value, type: DataType): boolean {
  if (wanted === null || found === null) return wanted === found;
  switch (type.kind) {
    case "DECIMAL":
      return wanted === formatDecimal(found as bigint, type.scale);
    case "BIGINT":
      return (typeof wanted === "number" || typeof wanted === "bigint") && BigInt(wanted) === found;
    case "DOUBLE": {
      const [a, b] = [Number(wanted), Number(found)];
      return a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
    case "BOOLEAN":
    case "STRING":
    case "TIMESTAMP":
    case "DATE":
    case "INTERVAL":
    case "ARRAY":
    case "MAP":
    case "STRUCT":
      return wanted === found;
  }
}

/** `+I a 2 3.50` */
export function showRow(plan: PhysicalPlan, row: ResultRow): string {
  const values = row.values.map((value, index) => {
    const { type } = plan.output[index]!;
    return value !== null && type.kind === "DECIMAL" ? formatDecimal(value as bigint, type.scale) : value;
  });
  return showValues([row.kind, ...values]);
}

export function showValues(values: readonly PlainValue[]): string {
  return values.map((value) => (value === null ? "NULL" : String(value))).join(" ");
}
