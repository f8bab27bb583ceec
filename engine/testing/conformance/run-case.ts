import { hasErrors } from "../../common/diagnostic.ts";
import { compileQuery } from "../../plan/compile-query.ts";
import type { PhysicalPlan } from "../../plan/physical-plan.ts";
import type { Executor } from "../executors.ts";
import { recordsOf, streamsOf } from "./case-input.ts";
import { firstDifference } from "./compare-case.ts";
import type { ConformanceCase } from "./conformance-case.ts";

/** @returns null when the case passes, else what differs first, or the code of the diagnostic that refused it. */
export function runCase(given: ConformanceCase, execute: Executor): string | null {
  try {
    const streams = streamsOf(given);
    const { plan, diagnostics } = compileQuery(given.sql, streams, {
      settings: given.settings ?? {},
      preset: given.preset,
    });
    if (plan === null || hasErrors(diagnostics)) {
      const refusals = diagnostics.filter(({ severity }) => severity === "error");
      return refusals.map(({ code, message }) => `${code} (${message})`).join("; ") || "no plan";
    }
    const stream = streams.find(({ name }) => name === plan.stream)!;
    if (streams.length !== 1) return "the runner feeds queries over one stream only";
    const result = execute(routed(plan, given), recordsOf(given, stream), { endOfInput: given.end_of_input });
    return firstDifference(plan, given, result);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message.split("\n")[0]}` : String(error);
  }
}

/** ksqlDB's tasks are not chosen by the query: they are given, or there is one for each source partition. */
function routed(plan: PhysicalPlan, given: ConformanceCase): PhysicalPlan {
  if (given.preset !== "ksqldb") return plan;
  const partitions = given.stream?.partitions ?? 1;
  const strategy = given.partition === undefined ? plan.partitioning.strategy : "sticky";
  return { ...plan, partitioning: { ...plan.partitioning, strategy, partitions } };
}
