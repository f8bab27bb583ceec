import type { PhysicalPlan } from "../plan/physical-plan.ts";
import type { ReplayLog } from "../source/replay-log.ts";
import { BatchPreparer, type PreparedBatch } from "./batch-preparer.ts";
import { closeOrder } from "./close-order.ts";
import { ChangelogStore } from "./changelog-store.ts";
import type { Execution, StartExecution } from "./execution.ts";
import type { LateEntry } from "./late-entry.ts";
import { LateHistogram } from "./late-histogram.ts";
import type { HostOutput } from "./partition-host.ts";
import { type PartitionCounts, totalLedger } from "./partition-counts.ts";
import { PartitionKeys } from "./partition-keys.ts";
import { ResultTable } from "./result-table.ts";
import type { Ledger } from "./result-row.ts";
import { RunFailure } from "./run-failure.ts";
import { VerdictLog } from "./verdict-log.ts";

/** Records of one slice of work: small enough that a pause answers at once, large enough for full speed. */
const BATCH_ROWS = 8_192;
/** Batches under way at once, so that hosts do not wait for one another. */
const IN_FLIGHT = 3;
/** Late records that stay readable; all are counted. */
const LATE_KEPT = 100_000;

/** One run of a query over a replay log, from position 0 on. Position is a number of records; nothing here reads a clock. */
export class QueryRun {
  readonly plan: PhysicalPlan;
  readonly log: ReplayLog;
  readonly changes: ChangelogStore;
  readonly table: ResultTable;
  readonly verdicts: VerdictLog = new VerdictLog();
  readonly late: LateEntry[] = [];
  readonly histogram: LateHistogram = new LateHistogram();
  /** Late records so far, kept or not. */
  lateCount = 0;
  /** Of each partition, in order. */
  counts: readonly PartitionCounts[] = [];
  /** Records whose results are in. */
  position = 0;
  /** Whether the end of input was processed. */
  ended = false;
  readonly #partitionKeys: PartitionKeys;
  readonly #preparer: BatchPreparer;
  readonly #execution: Execution;
  #malformed = 0;
  /** Position up to which batches were handed out. */
  #handedOut = 0;

  constructor(plan: PhysicalPlan, log: ReplayLog, start: StartExecution) {
    this.plan = plan;
    this.log = log;
    this.table = new ResultTable(plan.partitioning.partitions);
    this.#partitionKeys = new PartitionKeys(plan.partitioning.partitions);
    this.#preparer = new BatchPreparer(plan);
    this.changes = new ChangelogStore(closeOrder(plan, this.#preparer.keys));
    this.#execution = start(plan, this.#preparer.keys, true);
  }

  get ledger(): Ledger {
    return totalLedger(this.position, this.#malformed, this.counts);
  }

  /** Arrival of the last record read, ms, or null before the first. */
  get arrival(): number | null {
    return this.position === 0 ? null : this.log.arrivalAt(this.position - 1);
  }

  /** Arrival of the last record that was handed out, its results in or not, ms; null before the first. */
  get handedOutArrival(): number | null {
    return this.#handedOut === 0 ? null : this.log.arrivalAt(this.#handedOut - 1);
  }

  /** Group keys seen so far. */
  get keys(): BatchPreparer["keys"] {
    return this.#preparer.keys;
  }

  /** Group keys that a partition has seen: how many, and up to three as text. */
  keysOf(partition: number): { readonly count: number; readonly some: readonly string[] } {
    const { count, first } = this.#partitionKeys.of(partition);
    return {
      count,
      some: this.keys.types.length === 0 ? [] : first.map((id) => this.keys.texts(id).join(", ")),
    };
  }

  /**
   * Reads on to `target` (clipped to the records that are there), slice by slice.
   * @param goOn asked between slices; false ends it early, with what was begun finished.
   * @throws RunFailure, or what a host failed with.
   */
  async readTo(target: number, goOn: () => boolean): Promise<void> {
    const end = Math.min(target, this.log.length);
    const pending: Promise<void>[] = [];
    let failure: RunFailure | null = null;
    while (this.#handedOut < end && failure === null && goOn()) {
      const to = Math.min(end, this.#handedOut + BATCH_ROWS);
      const [batch, failed] = this.#prepare(this.#handedOut, to);
      failure = failed;
      this.#handedOut = failed?.seq ?? to;
      const taken = this.#execution.process(batch).then((outputs) => this.#take(batch, outputs));
      // When one batch fails the later ones fail unasked.
      taken.catch(() => undefined);
      pending.push(taken);
      if (pending.length >= IN_FLIGHT) await pending.shift();
    }
    await Promise.all(pending);
    if (failure) throw failure;
  }

  /** End of input: once, after every record was read. */
  async end(): Promise<void> {
    if (this.ended) return;
    const outputs = await this.#execution.finish();
    this.#collect(outputs);
    this.ended = true;
  }

  /** Ends the run; what was handed out and is not in yet is lost. */
  dispose(): void {
    this.#execution.dispose();
  }

  /** A record that ends the run leaves those before it: the same ones whatever the slices are. */
  #prepare(from: number, to: number): readonly [PreparedBatch, RunFailure | null] {
    try {
      return [this.#preparer.prepare(this.log.read(from, to)), null];
    } catch (error) {
      if (!(error instanceof RunFailure)) throw error;
      return [this.#preparer.prepare(this.log.read(from, error.seq)), error];
    }
  }

  #take(batch: PreparedBatch, hosts: readonly HostOutput[]): void {
    this.#malformed += batch.malformed;
    this.verdicts.append(batch.header, hosts);
    const partitionOf = hosts[0]?.partitionOf;
    if (partitionOf) this.#partitionKeys.append(batch.header, partitionOf);
    this.#collect(hosts);
    this.position = batch.header.base + batch.header.length;
  }

  #collect(hosts: readonly HostOutput[]): void {
    const outputs = hosts.flatMap((host) => host.outputs).sort((a, b) => a.partition - b.partition);
    const chunk = this.changes.append(outputs);
    if (chunk) this.table.append(chunk);
    const late = hosts.flatMap((host) => host.late).sort((a, b) => a.seq - b.seq);
    this.lateCount += late.length;
    for (const entry of late) {
      this.histogram.add(entry.arrival, entry.reason !== null);
      if (this.late.length < LATE_KEPT) this.late.push(entry);
    }
    this.counts = hosts.flatMap((host) => host.counts).sort((a, b) => a.partition - b.partition);
  }
}
