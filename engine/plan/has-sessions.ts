import type { PhysicalPlan } from "./physical-plan.ts";

/** Whether a query aggregates in sessions, whose bounds its records alone tell. */
export function hasSessions({ query }: Pick<PhysicalPlan, "query">): boolean {
  return query.kind === "aggregate" && query.window?.kind === "session";
}
