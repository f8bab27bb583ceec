import type { RecordBatch } from "../data/record-batch.ts";
import type { StreamDefinition } from "../catalog/stream-definition.ts";
import { compileQuery } from "../plan/compile-query.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { BatchPreparer } from "../runtime/batch-preparer.ts";
import { mergeOutputs } from "../runtime/merge-outputs.ts";
import { readRow } from "../runtime/output-batch.ts";
import { type HostOutput, PartitionHost } from "../runtime/partition-host.ts";
import { StepTrace } from "../runtime/trace/step-trace.ts";
import { WindowTrace } from "../runtime/trace/window-trace.ts";

/** What a run gave: rows, and a sum over every number in them, so that no row can be left out unread. */
export interface Drained {
  readonly rows: number;
  readonly checksum: number;
}

/** @throws Error with the diagnostics when the query does not compile. */
export function planOf(sql: string, stream: StreamDefinition): PhysicalPlan {
  const { plan, diagnostics } = compileQuery(sql, [stream]);
  if (!plan) throw new Error(diagnostics.map((diagnostic) => diagnostic.message).join("\n"));
  return plan;
}

/**
 * Runs the whole pipeline on this thread: prepare, route, judge, aggregate, merge into one order, drain every row.
 * @param traced whether the trace is told and recorded too.
 */
export function runWindowpane(plan: PhysicalPlan, batches: readonly RecordBatch[], traced: boolean): Drained {
  const preparer = new BatchPreparer(plan);
  const own = Array.from({ length: plan.partitioning.partitions }, (_, id) => id);
  const host = new PartitionHost(plan, own, preparer.keys, traced);
  const steps = new StepTrace();
  const windows = new WindowTrace();
  let rows = 0;
  let checksum = 0;
  const drain = ({ outputs, trace }: HostOutput): void => {
    if (trace) {
      steps.append([trace.steps]);
      windows.append([trace.windows]);
    }
    const { output, row } = mergeOutputs(outputs);
    rows += row.length;
    checksum += sumOfCodes(output, row.length) + sumOfCodes(row, row.length);
    for (const { columns, length, kind } of outputs) {
      for (let i = 0; i < length; i++) checksum += kind[i]!;
      for (const column of columns) {
        checksum += column.kind === "number" ? sumOf(column.values, length) : 0;
        if (column.kind === "string") checksum += sumOfCodes(column.codes, length);
      }
    }
  };
  for (const batch of batches) {
    const { header, columns } = preparer.prepare(batch);
    drain(host.process(header, columns));
  }
  drain(host.finish());
  return { rows, checksum };
}

function sumOf(values: Float64Array, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[i]!;
  return sum;
}

function sumOfCodes(codes: Int32Array, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += codes[i]!;
  return sum;
}

/** The same, with every row as an object, as a page shows them: W7, where latency counts. @returns Rows. */
export function runToObjects(plan: PhysicalPlan, batches: readonly RecordBatch[]): number {
  const preparer = new BatchPreparer(plan);
  const own = Array.from({ length: plan.partitioning.partitions }, (_, id) => id);
  const host = new PartitionHost(plan, own, preparer.keys, false);
  let rows = 0;
  for (const batch of batches) {
    const { header, columns } = preparer.prepare(batch);
    const { outputs } = host.process(header, columns);
    const { output, row } = mergeOutputs(outputs);
    for (let i = 0; i < row.length; i++)
      if (readRow(plan, outputs[output[i]!]!, row[i]!).values.length > 0) rows++;
  }
  return rows;
}
