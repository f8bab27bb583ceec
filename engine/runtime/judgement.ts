import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { type WindowDelays, windowDelays } from "../spec/window-delays.ts";
import type { QueryRun } from "./query-run.ts";
import { CORRECTED_BIT, EXPIRED_BIT, isDropped, MISSED_BIT } from "./trace/fate.ts";
import type { Step } from "./trace/step-trace.ts";
import { COMBINED } from "./trace/trace-tables.ts";

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

/** ms: what ended up to here had expired when a counted record came, which was counted in what ended after it. */
export function missedUpTo(run: QueryRun, seq: number): number {
  if ((run.records.fate.at(seq) & MISSED_BIT) === 0) return -Infinity;
  return judgingStep(run, seq)!.value - delaysOf(run).expireDelay;
}

/** ms: of the windows that a counted record was counted in, those that ended up to here had closed. */
export function correctedUpTo(run: QueryRun, seq: number): number {
  if ((run.records.fate.at(seq) & CORRECTED_BIT) === 0) return -Infinity;
  return judgingStep(run, seq)!.value - delaysOf(run).closeDelay;
}

/** When the windows of a run close and expire. */
export function delaysOf({ plan }: QueryRun): WindowDelays {
  const window = plan.query.kind === "aggregate" ? plan.query.window : null;
  return windowDelays(plan.rules, plan.late.allowedLateness, window);
}
