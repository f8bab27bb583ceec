import type { Value } from "../data/data-type.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { runQuery } from "../runtime/run-query.ts";
import type { RunResult } from "../runtime/result-row.ts";
import { batchesOf } from "./record-batches.ts";
import { runReference } from "./reference-engine.ts";

/** Runs a plan over records; null is an unreadable one. */
export type Executor = (
  plan: PhysicalPlan,
  records: readonly (readonly Value[] | null)[],
  options: { readonly endOfInput: boolean },
) => RunResult;

export const referenceEngine: Executor = runReference;

/** The real engine. @param size records in a batch. @param workers hosts that share the partitions out. */
export function realEngine(size: number, workers: number): Executor {
  return (plan, records, { endOfInput }) =>
    runQuery(plan, batchesOf(plan.input, records, size), { endOfInput, workers });
}
