import { type RecordHeader, RecordStatus } from "../data/record-status.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import type { ReplayLog } from "../source/replay-log.ts";
import { windowsPerRecord } from "../spec/window-spec.ts";
import { BatchFlow, type FlowOptions } from "./batch-flow.ts";
import { BatchPreparer, type PreparedBatch } from "./batch-preparer.ts";
import { closeOrder } from "./close-order.ts";
import { ChangelogStore } from "./changelog-store.ts";
import type { StartExecution } from "./execution.ts";
import { countsByPartition, type PartitionCounts } from "./partition-counts.ts";
import type { HostOutput } from "./partition-host.ts";
import { PartitionKeys } from "./partition-keys.ts";
import { ResultRows } from "./result-rows.ts";
import { RunFailure } from "./run-failure.ts";
import type { RunMetrics } from "./run-metrics.ts";
import type { RunPosition } from "./run-position.ts";
import { AppendColumn } from "./trace/append-column.ts";
import { CORRECTED_BIT, DROPPED, verdictOf } from "./trace/fate.ts";
import { RecordTrace } from "./trace/record-trace.ts";
import { StepTrace } from "./trace/step-trace.ts";
import { WindowTrace } from "./trace/window-trace.ts";
import { ValueWarnings } from "./value-warnings.ts";
import { verdictByte } from "./verdict.ts";

/** Records of one slice of work: small enough that a pause answers at once, large enough for full speed. */
const BATCH_ROWS = 8_192;
/** Pairs of a record and a window in one slice, each of which may print a row, unless one record alone has more. */
const BATCH_PAIRS = 262_144;

export const FLOW: FlowOptions = {
  now: () => performance.now(),
  /** So that hosts do not wait for one another, nor for the reader; a slow taker holds at most twice as many. */
  limits: { inFlight: 4, untaken: 8 },
  batchRows: BATCH_ROWS,
  loads: null,
  ready: () => null,
};

/** What a run keeps to be looked at, at least. What lies before it is counted, but can only be seen by running anew. */
export interface RunBudget {
  /**
   * Records with their trace: 20 bytes each, two more where splits have clocks, 36 for each move of a watermark, of which
   * a record makes two at most, and some 200 for each window. Half as many again may be there before the oldest are
   * forgotten. Beside them each record keeps 3 bytes for ever, and 8 for each list that it is in: late ones, drops,
   * corrections, closings.
   */
  readonly records: number;
  /** Rows of the changelog. */
  readonly rows: number;
  /** Windows: where records open many, fewer records are kept. */
  readonly windows: number;
}

export const RUN_BUDGET: RunBudget = { records: 1_000_000, rows: 1_000_000, windows: 500_000 };

const MALFORMED = verdictByte("malformed");
const SKIPPED = verdictByte("skipped");
const FILTERED = verdictByte("filtered");
const COUNTED_LATE = verdictByte("counted late");

/**
 * One run of a query over a replay log, recorded from position 0 on in columns by seq: nothing in them is ever undone.
 * `RunView` looks at it from any position. Position is a number of records; nothing here reads a clock. Without a trace
 * only the changelog is recorded: such a run is faster, and can be looked at behind its last record alone.
 */
export class QueryRun {
  readonly plan: PhysicalPlan;
  readonly log: ReplayLog;
  readonly budget: RunBudget;
  /** Whether the fate of each record, watermarks and windows are recorded. */
  readonly traced: boolean;
  readonly changes: ChangelogStore;
  readonly records: RecordTrace;
  readonly steps: StepTrace = new StepTrace();
  readonly windows: WindowTrace = new WindowTrace();
  readonly warnings: ValueWarnings = new ValueWarnings();
  readonly partitionKeys: PartitionKeys;
  /** Seqs, ascending: of dropped records, of those that corrected a closed window, of all late ones. Without a trace: drops alone. */
  readonly drops: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly corrections: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  readonly late: AppendColumn<Float64Array> = new AppendColumn(new Float64Array(0));
  /** Records whose results are in. */
  known = 0;
  /** Whether the end of input was processed. */
  knownEnd = false;
  /** The record at which the run ends, where the preset's rules say so: there is nothing beyond it. */
  failure: RunFailure | null = null;
  /** Without a trace, as of `known`: what each partition counted, in order, and records that are malformed. */
  counts: readonly PartitionCounts[] = [];
  malformed = 0;
  /** Where the run is looked at: nothing from there on is forgotten. */
  lookedAt: RunPosition | null = null;
  readonly #preparer: BatchPreparer;
  readonly #flow: BatchFlow;
  readonly #now: () => number;
  readonly #batchRows: number;
  /** Position up to which batches were handed out. */
  #handedOut = 0;

  constructor(
    plan: PhysicalPlan,
    log: ReplayLog,
    start: StartExecution,
    budget: RunBudget = RUN_BUDGET,
    traced = true,
    options: Partial<FlowOptions> = {},
  ) {
    const flow = { ...FLOW, ...options };

    this.traced = traced;
    this.plan = plan;
    this.records = new RecordTrace(plan.watermark.scope === "source");
    this.log = log;
    this.budget = budget;
    this.partitionKeys = new PartitionKeys(plan.partitioning.partitions);
    const window = plan.query.kind === "aggregate" ? plan.query.window : null;
    this.#batchRows = Math.min(flow.batchRows, Math.ceil(BATCH_PAIRS / windowsPerRecord(window)));
    this.#now = flow.now;
    // The next batch is prepared before there is room for it.
    this.#preparer = new BatchPreparer(plan, flow.limits.untaken + 1);
    const rows = new ResultRows(plan, closeOrder(plan, this.#preparer.keys));
    this.changes = new ChangelogStore((outputs) => rows.take(outputs));
    this.#flow = new BatchFlow(
      {
        plan,
        keys: this.#preparer.keys,
        traced,
        start,
        take: (batch, outputs) => this.#take(batch, outputs),
      },
      { ...flow, batchRows: this.#batchRows },
    );
  }

  /** Group keys seen so far. */
  get keys(): BatchPreparer["keys"] {
    return this.#preparer.keys;
  }

  /** The lowest position that can be looked at. */
  get first(): number {
    return this.traced ? Math.max(this.records.first, this.changes.firstPosition) : this.known;
  }

  /** Whether records were handed out whose results are not in yet. */
  get isUnderWay(): boolean {
    return this.#flow.isUnderWay;
  }

  /** The partitions of each worker, ascending; none before the first record is read. */
  get workers(): readonly (readonly number[])[] {
    return this.#flow.hosts;
  }

  /** Records that each partition got so far: how a later run of the query may share them out. Null before the first. */
  get loads(): readonly number[] | null {
    return this.#flow.loads;
  }

  /** How the run goes through the machine. */
  get metrics(): RunMetrics {
    return this.#flow.metrics;
  }

  /**
   * Reads on to `target` (clipped to the records that are there), slice by slice, or to the record that fails, and
   * until all results are in. One reader at a time.
   * @param goOn asked between slices; false ends it early. What was begun then goes on by itself: `settled`.
   * @throws what a host failed with.
   */
  async readTo(target: number, goOn: () => boolean): Promise<void> {
    const end = Math.min(target, this.log.length);
    while (this.#handedOut < end && this.failure === null) {
      if (!goOn()) return;
      const since = this.#now();
      const to = Math.min(end, this.#handedOut + this.#batchRows);
      const [batch, failure] = this.#prepare(this.#handedOut, to);
      this.#handedOut = failure?.seq ?? to;
      await this.#flow.hand(batch, since);
      if (!failure) continue;
      await this.#flow.settled();
      this.failure = failure;
    }
    await this.#flow.settled();
  }

  /** Resolves when the results of all that was handed out are in. Rejects with what a host failed with. */
  async settled(): Promise<void> {
    await this.#flow.settled();
  }

  /** End of input: once, after every record was read. */
  async end(): Promise<void> {
    if (this.knownEnd) return;
    const outputs = await this.#flow.finish();
    this.#collect(outputs, []);
    this.knownEnd = true;
  }

  /** Ends the run; what was handed out and is not in yet is lost. */
  dispose(): void {
    this.#flow.dispose();
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
    const { header } = batch;
    if (this.traced) this.#record(header, hosts);
    else this.#count(header, hosts);
    this.#collect(hosts, [batch.warnings]);
    this.known = header.base + header.length;
    this.#forget();
  }

  #count({ status, length }: RecordHeader, hosts: readonly HostOutput[]): void {
    this.counts = countsByPartition(hosts.flatMap(({ counts }) => counts));
    for (let row = 0; row < length; row++) if (status[row] === RecordStatus.malformed) this.malformed++;
    const seqs = Float64Array.from(
      hosts.flatMap(({ late }) => late),
      ({ seq }) => seq,
    ).sort();
    for (const column of [this.drops, this.late]) column.append(seqs, seqs.length);
  }

  #record(header: RecordHeader, hosts: readonly HostOutput[]): void {
    const { base, length, status } = header;
    const partitionOf = hosts[0]!.partitionOf!;
    this.partitionKeys.append(header, partitionOf);
    for (let row = 0; row < length; row++) {
      const fate = fateOf(status[row]!, hosts, row);
      this.records.partition.push(partitionOf[row]!);
      this.records.fate.push(fate);
      const verdict = verdictOf(fate);
      if (verdict === DROPPED) this.drops.push(base + row);
      if ((fate & CORRECTED_BIT) !== 0) this.corrections.push(base + row);
      if (verdict === DROPPED || verdict === COUNTED_LATE) this.late.push(base + row);
    }
    this.records.eventTime.append(knownTimes(header.eventTime, status, length), length);
    this.records.arrival.append(header.arrival, length);
    this.records.key.append(header.key, length);
    this.records.split?.append(touchedSplits(header), length);
  }

  #collect(hosts: readonly HostOutput[], before: readonly WarningCounts[]): void {
    this.warnings.append([...before, ...hosts.map((host) => host.warnings)]);
    this.changes.append(hosts.flatMap((host) => host.outputs).sort((a, b) => a.partition - b.partition));
    const traces = hosts.flatMap(({ trace }) => trace ?? []);
    this.steps.append(traces.map(({ steps }) => steps));
    this.windows.append(traces.map(({ windows }) => windows));
  }

  #forget(): void {
    const { read, rowsOut } = this.lookedAt ?? { read: Infinity, rowsOut: Infinity };
    this.changes.forget(Math.min(rowsOut, this.changes.length - this.budget.rows));
    const { first, end } = this.records;
    const { records, windows } = this.budget;
    const opened = this.windows.histories.at(-windows)?.opened ?? 0;
    const seq = Math.min(read, Math.max(end - records, opened));
    if (seq - first < 0.5 * records && this.windows.openedBefore(seq) < 0.5 * windows) return;
    this.records.forget(seq);
    this.steps.forget(seq);
    this.windows.forget(seq);
  }
}

/** Of each record of a batch the split that it touches, or -1. */
function touchedSplits({ status, split, length }: RecordHeader): Int16Array {
  const touched = new Int16Array(length);
  for (let row = 0; row < length; row++) {
    const touches = status[row] === RecordStatus.live || status[row] === RecordStatus.filtered;
    touched[row] = touches ? (split ? split[row]! : 0) : -1;
  }
  return touched;
}

function fateOf(status: number, hosts: readonly HostOutput[], row: number): number {
  if (status === RecordStatus.malformed) return MALFORMED;
  if (status === RecordStatus.skipped) return SKIPPED;
  if (status === RecordStatus.removed) return FILTERED;
  let fate = 0;
  for (const { verdicts } of hosts) fate |= verdicts![row]!;
  return fate;
}

/** Event times without those of malformed records, which mean nothing. */
function knownTimes(times: Float64Array, status: Uint8Array, length: number): Float64Array {
  const first = status.indexOf(RecordStatus.malformed);
  if (first < 0 || first >= length) return times;
  return times.slice(0, length).map((time, row) => (status[row] === RecordStatus.malformed ? NaN : time));
}
