import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { createAssigner } from "../window/create-assigner.ts";
import type { QueryRun } from "./query-run.ts";
import { EXPIRED_BIT, isDropped } from "./trace/fate.ts";
import type { Step } from "./trace/step-trace.ts";
import { COMBINED } from "./trace/trace-tables.ts";

/** [start, end), ms. */
export interface WindowBounds {
  readonly start: number;
  readonly end: number;
}

/** The clock of the trace that judges, and closes windows, in a partition. */
export function judgingClock({ watermark }: PhysicalPlan, partition: number): number {
  return watermark.scope === "partition" ? partition : COMBINED;
}

/** The step that the watermark came from which judged a record; null while unset. @param seq of a record that is kept. */
export function judgingStep({ plan, records, steps }: QueryRun, seq: number): Step | null {
  const clock = judgingClock(plan, records.partition.at(seq));
  return steps.at(clock, seq, plan.rules.clock === "judge-first");
}

/** Whether a record was dropped for being late itself, before any window was asked. */
export function isDroppedUnasked({ rules }: PhysicalPlan, fate: number): boolean {
  return isDropped(fate) && (fate & EXPIRED_BIT) === 0 && rules.lateUnit === "record";
}

/** The windows that an event time lies in, ascending by start, then end; none where the query has no windows. */
export function windowsOf({ query }: PhysicalPlan, time: number): readonly WindowBounds[] {
  if (query.kind !== "aggregate" || query.window === null) return [];
  const assigner = createAssigner(query.window);
  const window = new Float64Array(1);
  assigner.assign(Float64Array.of(time), Int32Array.of(0), 0, 1, window);
  return [{ start: assigner.start(window[0]!), end: assigner.end(window[0]!) }];
}
