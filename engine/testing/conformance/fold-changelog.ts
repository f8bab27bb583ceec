import type { PhysicalPlan } from "../../plan/physical-plan.ts";
import type { ResultRow } from "../../runtime/result-row.ts";

/** @returns The rows that are shown after all changes, in the order in which they first appeared. */
export function foldChangelog(plan: PhysicalPlan, rows: readonly ResultRow[]): ResultRow[] {
  const shown = new Map<string, ResultRow>();
  rows.forEach((row, index) => {
    const name = plan.query.kind === "project" ? String(index) : identity(plan, row);
    if (row.kind === "-D" || row.kind === "-U") shown.delete(name);
    else shown.set(name, row);
  });
  return [...shown.values()];
}

/** What a row updates: one of the same partition, window, and group columns that are selected. */
function identity(plan: PhysicalPlan, row: ResultRow): string {
  const keys = plan.query.kind === "aggregate" ? plan.query.keys.length : 0;
  const projection = plan.query.projection;
  const group = row.values.filter((_, index) => {
    const expression = projection[index]!;
    return expression.kind === "column" && expression.index < keys;
  });
  return JSON.stringify([
    row.partition,
    row.windowStart,
    group.map((value) => `${typeof value} ${String(value)}`),
  ]);
}
