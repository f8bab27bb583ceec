import { RecordStatus } from "../data/record-status.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { BatchPreparer } from "../runtime/batch-preparer.ts";
import { closeOrder } from "../runtime/close-order.ts";
import type { LateEntry } from "../runtime/late-entry.ts";
import { readRow } from "../runtime/output-batch.ts";
import type { PartitionCounts } from "../runtime/partition-counts.ts";
import { type HostOutput, PartitionHost } from "../runtime/partition-host.ts";
import type { ResultRow } from "../runtime/result-row.ts";
import { ResultRows } from "../runtime/result-rows.ts";
import { RunFailure } from "../runtime/run-failure.ts";
import { assignPartitions } from "../runtime/assign-partitions.ts";
import { StepTrace } from "../runtime/trace/step-trace.ts";
import { WindowTrace } from "../runtime/trace/window-trace.ts";
import { ValueWarnings } from "../runtime/value-warnings.ts";
import { batchesOf } from "./record-batches.ts";
import { compileTrial, type Trial } from "./trial.ts";

/** A record as the hosts saw it. */
export interface TracedRecord {
  readonly status: number;
  readonly eventTime: number;
  readonly arrival: number;
  readonly split: number;
  /** -1 where it has none. */
  readonly partition: number;
  /** What the hosts wrote of it, together. */
  readonly fate: number;
}

/** Everything that the hosts of one run told. */
export interface TracedRun {
  readonly plan: PhysicalPlan;
  readonly records: readonly TracedRecord[];
  readonly rows: readonly ResultRow[];
  /** Id of the group of each row. */
  readonly groups: readonly number[];
  readonly late: readonly LateEntry[];
  /** In order of partition; empty where there was no record. */
  readonly counts: readonly PartitionCounts[];
  readonly steps: StepTrace;
  readonly windows: WindowTrace;
  readonly warnings: ValueWarnings;
}

/** Runs a trial; where its preset lets a record end the run, the records before that one. */
export function runTraced(trial: Trial, traced: boolean = true): TracedRun {
  const { plan, records } = compileTrial(trial);
  try {
    return run(trial, plan, records, traced);
  } catch (error) {
    if (!(error instanceof RunFailure)) throw error;
    return run(trial, plan, records.slice(0, error.seq), traced);
  }
}

function run(
  { batch: size, workers, endOfInput }: Trial,
  plan: PhysicalPlan,
  values: ReturnType<typeof compileTrial>["records"],
  traced: boolean,
): TracedRun {
  const preparer = new BatchPreparer(plan);
  const hosts = assignPartitions(plan.partitioning.partitions, workers).map(
    (own) => new PartitionHost(plan, own, preparer.keys, traced),
  );
  const result = new ResultRows(plan, closeOrder(plan, preparer.keys));
  const records: TracedRecord[] = [];
  const rows: ResultRow[] = [];
  const groups: number[] = [];
  const late: LateEntry[] = [];
  const steps = new StepTrace();
  const windows = new WindowTrace();
  const warnings = new ValueWarnings();
  let counts: readonly PartitionCounts[] = [];
  const take = (outputs: readonly HostOutput[], before: readonly WarningCounts[]): void => {
    warnings.append([...before, ...outputs.map((host) => host.warnings)]);
    const all = outputs.flatMap((host) => host.outputs).sort((a, b) => a.partition - b.partition);
    const { output, row } = result.take(all);
    for (let i = 0; i < row.length; i++) {
      const batch = all[output[i]!]!;
      rows.push(readRow(plan, batch, row[i]!));
      groups.push(batch.key[row[i]!]!);
    }
    late.push(...outputs.flatMap((host) => host.late).sort((a, b) => a.seq - b.seq));
    counts = outputs.flatMap((host) => host.counts).sort((a, b) => a.partition - b.partition);
    const traces = outputs.flatMap(({ trace }) => trace ?? []);
    steps.append(traces.map((trace) => trace.steps));
    windows.append(traces.map((trace) => trace.windows));
  };
  for (const batch of batchesOf(plan.input, values, size)) {
    const { header, columns, warnings: prepared } = preparer.prepare(batch);
    const outputs = hosts.map((host) => host.process(header, columns));
    for (let row = 0; row < header.length; row++)
      records.push({
        status: header.status[row]!,
        eventTime: header.eventTime[row]!,
        arrival: header.arrival[row]!,
        split: header.split ? header.split[row]! : 0,
        partition:
          header.status[row] === RecordStatus.malformed ? -1 : (outputs[0]!.partitionOf?.[row] ?? -1),
        fate: outputs.reduce((fate, { verdicts }) => fate | (verdicts?.[row] ?? 0), 0),
      });
    take(outputs, [prepared]);
  }
  if (endOfInput)
    take(
      hosts.map((host) => host.finish()),
      [],
    );
  return { plan, records, rows, groups, late, counts, steps, windows, warnings };
}
