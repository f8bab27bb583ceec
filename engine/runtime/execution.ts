import type { KeyTable } from "../data/key-table.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import type { PreparedBatch } from "./batch-preparer.ts";
import { detach } from "./output-batch.ts";
import { type HostOutput, PartitionHost } from "./partition-host.ts";

/** Where a query's partitions run: in this thread, or on workers. Each host answers in the order of the calls. */
export interface Execution {
  /** The partitions of each host, ascending. */
  readonly hosts: readonly (readonly number[])[];
  /** @returns What each host makes of the batch, in order of hosts. Each rejects when its host fails. */
  process(batch: PreparedBatch): readonly Promise<HostOutput>[];
  /** End of input. */
  finish(): readonly Promise<HostOutput>[];
  /** Ends the query on all hosts; the hosts themselves stay. */
  dispose(): void;
}

/**
 * Makes the execution of one query.
 * @param keys filled by the caller before each batch is processed. @param traced whether outputs carry the trace.
 * @param loads records that each partition is expected to get, by which hosts may share them out; null: unknown.
 */
export type StartExecution = (
  plan: PhysicalPlan,
  keys: KeyTable,
  traced: boolean,
  loads: readonly number[] | null,
) => Execution;

/** All partitions on this thread: in Node, and for a query too small for workers to pay. */
export const startInProcess: StartExecution = (plan, keys, traced) => {
  const own = Array.from({ length: plan.partitioning.partitions }, (_, id) => id);
  const host = new PartitionHost(plan, own, keys, traced);
  return {
    hosts: [own],
    process: ({ header, columns }) => [answer(() => host.process(header, columns))],
    finish: () => [answer(() => host.finish())],
    dispose: () => undefined,
  };
};

async function answer(work: () => HostOutput): Promise<HostOutput> {
  const output = work();
  return { ...output, outputs: output.outputs.map(detach) };
}
