import type { RecordBatch } from "../data/record-batch.ts";
import { RecordStatus } from "../data/record-status.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { assignHosts } from "./assign-hosts.ts";
import { BatchPreparer } from "./batch-preparer.ts";
import { closeOrder } from "./close-order.ts";
import type { LateEntry } from "./late-entry.ts";
import { readRow } from "./output-batch.ts";
import { type HostOutput, PartitionHost } from "./partition-host.ts";
import { totalLedger } from "./partition-counts.ts";
import type { DroppedRecord, ResultRow, RunResult } from "./result-row.ts";
import { ResultRows } from "./result-rows.ts";

export interface RunOptions {
  /** Whether the run ends with an end of input. */
  readonly endOfInput: boolean;
  /** Hosts that share the partitions out, at least 1; results do not depend on it (law 3). */
  readonly workers?: number;
}

/** Runs a query over all batches on this thread, and returns everything. For tests, tools and small inputs. */
export function runQuery(plan: PhysicalPlan, batches: Iterable<RecordBatch>, options: RunOptions): RunResult {
  const preparer = new BatchPreparer(plan);
  const hosts = assignHosts(plan, options.workers ?? 1, false, null).map(
    ({ own, lane }) => new PartitionHost(plan, own, preparer.keys, false, lane),
  );
  const result = new ResultRows(plan, closeOrder(plan, preparer.keys));
  const rows: ResultRow[] = [];
  const late: LateEntry[] = [];
  const seqs: Record<"malformed" | "skipped" | "filtered", number[]> = {
    malformed: [],
    skipped: [],
    filtered: [],
  };
  let read = 0;
  let last: readonly HostOutput[] = [];
  const take = (outputs: readonly HostOutput[]): void => {
    last = outputs;
    const all = outputs.flatMap((output) => output.outputs).sort((a, b) => a.partition - b.partition);
    const { output, row } = result.take(all);
    for (let i = 0; i < row.length; i++) rows.push(readRow(plan, all[output[i]!]!, row[i]!));
    late.push(...outputs.flatMap((part) => part.late).sort((a, b) => a.seq - b.seq));
  };
  for (const batch of batches) {
    const { header, columns } = preparer.prepare(batch);
    read += header.length;
    header.status.subarray(0, header.length).forEach((status, row) => {
      if (status === RecordStatus.malformed) seqs.malformed.push(header.base + row);
      else if (status === RecordStatus.skipped) seqs.skipped.push(header.base + row);
      else if (status === RecordStatus.removed || status === RecordStatus.filtered)
        seqs.filtered.push(header.base + row);
    });
    take(hosts.map((host) => host.process(header, columns)));
  }
  if (options.endOfInput) take(hosts.map((host) => host.finish()));
  const dropped = late.filter((entry): entry is DroppedRecord => entry.reason !== null);
  const droppedSeqs = new Set(dropped.map((entry) => entry.seq));
  return {
    rows,
    dropped,
    ledger: totalLedger(
      read,
      seqs.malformed.length,
      last.flatMap((output) => output.counts),
    ),
    malformed: seqs.malformed,
    skipped: seqs.skipped,
    filtered: seqs.filtered.filter((seq) => !droppedSeqs.has(seq)),
  };
}
