import type { StreamDefinition } from "../catalog/stream-definition.ts";
import type { Select } from "../sql/ast.ts";
import type { BindingContext } from "./binding-context.ts";
import { isTimeAttribute, timeAttributes, timeAttributesOf } from "./time-attributes.ts";

/** Refuses what the engine of the dialect does not let one do with the event time: sort by something else, show it twice. */
export function refuseTimes(
  select: Select,
  streams: readonly StreamDefinition[],
  { sql, limits, report }: BindingContext,
): void {
  const { refusals } = limits;
  if (refusals === null) return;
  const attributes = timeAttributes(select.from, streams);
  const [first] = select.orderBy;
  if (first && select.limit === null && (first.descending || !isTimeAttribute(first.expression, attributes)))
    report.refuse(refusals.endlessSort, first.range);
  let count = 0;
  for (const item of select.items) {
    count += timeAttributesOf(item, attributes);
    if (count < 2) continue;
    const text = sql.slice(item.range.start, item.range.end);
    const { code, message, hint } = refusals.severalTimes;
    const mends = item.kind === "expression" && item.alias !== null;
    const value = mends ? sql.slice(item.expression.range.start, item.expression.range.end) : text;
    const fix = mends ? text.replace(value, `CAST(${value} AS TIMESTAMP(3))`) : null;
    report.unsupported(code, item.range, message, { hint, fix });
    return;
  }
}
