import type { KeyTable } from "../data/key-table.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import type { PreparedBatch } from "./batch-preparer.ts";
import { detach } from "./output-batch.ts";
import { type HostOutput, PartitionHost } from "./partition-host.ts";

/** Where a query's partitions run: in this thread, or on workers. Answers come in the order of the calls. */
export interface Execution {
  /** @returns What each host made of the batch, in order of hosts. Rejects when a host fails. */
  process(batch: PreparedBatch): Promise<readonly HostOutput[]>;
  /** End of input. */
  finish(): Promise<readonly HostOutput[]>;
  /** Ends the query on all hosts; the hosts themselves stay. */
  dispose(): void;
}

/**
 * Makes the execution of one query.
 * @param keys filled by the caller before each batch is processed. @param traced whether outputs carry the trace.
 */
export type StartExecution = (plan: PhysicalPlan, keys: KeyTable, traced: boolean) => Execution;

/** All partitions on this thread: in Node, and for a query too small for workers to pay. */
export const startInProcess: StartExecution = (plan, keys, traced) => {
  const own = Array.from({ length: plan.partitioning.partitions }, (_, id) => id);
  const host = new PartitionHost(plan, own, keys, traced);
  return {
    process: async ({ header, columns }) => [kept(host.process(header, columns))],
    finish: async () => [kept(host.finish())],
    dispose: () => undefined,
  };
};

function kept(output: HostOutput): HostOutput {
  return { ...output, outputs: output.outputs.map(detach) };
}
