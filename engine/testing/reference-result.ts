import type { Value } from "../data/data-type.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import type { ResultRow } from "../runtime/result-row.ts";
import { compareValues } from "./reference-expression.ts";

/**
 * DISTINCT, ORDER BY, OFFSET and LIMIT over all rows that a run put out, in their order (semantics.md, section 5).
 *
 * Where the contract is silent: one emission is what one window prints at once (at its close, or after a record where
 * all of its groups print; where a timer is the reason, in one partition); OFFSET and LIMIT count rows of the
 * changelog, whatever their kind.
 *
 * @param rows with all columns of the projection.
 */
export function resultOf(plan: PhysicalPlan, rows: readonly ResultRow[]): ResultRow[] {
  const { offset, limit, distinct } = plan.result;
  const different = distinct
    ? rows.filter((row, index) => !rows.slice(0, index).some((other) => same(row, other)))
    : rows;
  const sorted = emissionsOf(plan, different).flatMap((emission) =>
    emission.toSorted((a, b) => compare(plan, a, b)),
  );
  return sorted
    .slice(offset, limit === null ? undefined : offset + limit)
    .map((row) => ({ ...row, values: row.values.slice(0, plan.output.length) }));
}

function same(a: ResultRow, b: ResultRow): boolean {
  return a.values.every((value, index) => {
    const other = b.values[index]!;
    return value === other || (Number.isNaN(value) && Number.isNaN(other));
  });
}

function emissionsOf(plan: PhysicalPlan, rows: readonly ResultRow[]): ResultRow[][] {
  const emissions: ResultRow[][] = [];
  for (const row of rows) {
    const last = emissions.at(-1);
    if (last && isOneEmission(plan, last[0]!, row)) last.push(row);
    else emissions.push([row]);
  }
  return emissions;
}

function isOneEmission({ query }: PhysicalPlan, a: ResultRow, b: ResultRow): boolean {
  const ofRecord = a.reason === "record" || a.reason === "correction";
  if (ofRecord && (query.kind !== "aggregate" || query.emission.scope !== "window")) return false;
  if (a.reason === "timer" && a.partition !== b.partition) return false;
  return (
    a.cause === b.cause &&
    a.reason === b.reason &&
    a.windowStart === b.windowStart &&
    a.windowEnd === b.windowEnd
  );
}

function compare({ result, query }: PhysicalPlan, a: ResultRow, b: ResultRow): number {
  for (const { column, descending, nullsFirst } of result.order) {
    const { type } = query.projection[column]!;
    const [left, right]: readonly Value[] = [a.values[column]!, b.values[column]!];
    if (left === null && right === null) continue;
    if (left === null) return nullsFirst ? -1 : 1;
    if (right === null) return nullsFirst ? 1 : -1;
    const compared = compareValues(left, type, right, type);
    if (compared !== 0) return descending ? -compared : compared;
  }
  return 0;
}
