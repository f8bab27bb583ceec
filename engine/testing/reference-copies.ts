import type { Value } from "../data/data-type.ts";
import type { PhysicalPlan, RecordCopies } from "../plan/physical-plan.ts";
import { evaluate } from "./reference-expression.ts";
import { referenceWindows } from "./reference-windows.ts";

/** What of a record its copies are made of. */
export interface Copied {
  readonly row: readonly Value[];
  readonly eventTime: number;
}

/** The copies of the query's records; null: it takes each record as it is. */
export function copiesIn({ query }: PhysicalPlan): RecordCopies | null {
  return query.kind === "project" ? query.copies : null;
}

/**
 * The record with the bounds of each of its windows behind it, in the order in which they leave, without those that
 * WHERE removes. @returns null where it lies in no window.
 */
export function copiesOf(
  { window, latestFirst, filter }: RecordCopies,
  { row, eventTime }: Copied,
  { rules }: PhysicalPlan,
): readonly (readonly Value[])[] | null {
  const windows = referenceWindows(window, eventTime, rules);
  if (windows.length === 0) return null;
  const copies = windows.map(({ start, end }) => [...row, start, end]);
  return (latestFirst ? copies.toReversed() : copies).filter(
    (copy) => filter === null || evaluate(filter, copy) === true,
  );
}
