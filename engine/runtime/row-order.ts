import { comparableAt, comparatorOf } from "../aggregate/comparable.ts";
import type { DataType } from "../data/data-type.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import type { OutputBatch } from "./output-batch.ts";

/** The order of rows `i` and `j` of two batches: below, at or above 0. */
export type CompareRows = (a: OutputBatch, i: number, b: OutputBatch, j: number) => number;

/** The order that ORDER BY gives; null without one. */
export function orderOf({ result, query }: PhysicalPlan): CompareRows | null {
  if (result.order.length === 0) return null;
  const keys = result.order.map(({ column, descending, nullsFirst }) =>
    compareBy(column, query.projection[column]!.type, descending, nullsFirst),
  );
  return (a, i, b, j) => {
    for (const compare of keys) {
      const compared = compare(a, i, b, j);
      if (compared !== 0) return compared;
    }
    return 0;
  };
}

function compareBy(column: number, type: DataType, descending: boolean, nullsFirst: boolean): CompareRows {
  const compare = comparatorOf(type);
  return (a, i, b, j) => {
    const left = comparableAt(a.columns[column]!, type, i);
    const right = comparableAt(b.columns[column]!, type, j);
    if (left === null || right === null) return left === right ? 0 : (left === null) === nullsFirst ? -1 : 1;
    return descending ? -compare(left, right) : compare(left, right);
  };
}
