import { createAccumulator } from "../aggregate/registry.ts";
import { BY_END_OF_INPUT, BY_IDLE, BY_WATERMARK } from "../data/change.ts";
import type { Column } from "../data/column.ts";
import type { KeyTable } from "../data/key-table.ts";
import type { RecordHeader } from "../data/record-status.ts";
import { type WarningCounts, mergeWarnings } from "../expression/warning-counts.ts";
import { GroupProjection } from "../operator/group-projection.ts";
import type { PartitionRows } from "../partition/partition-router.ts";
import {
  type PartitionOutput,
  PartitionStateManager,
  type SharedClock,
} from "../partition/partition-state-manager.ts";
import type { AggregateQuery, PhysicalPlan } from "../plan/physical-plan.ts";
import { windowDelays } from "../spec/window-delays.ts";
import type { PassedDeadlines } from "../watermark/interval-timer.ts";
import { SessionAggregation } from "../window/session-aggregation.ts";
import { WindowOperator } from "../window/window-operator.ts";
import type { WindowedAggregation, WindowInput } from "../window/windowed-aggregation.ts";
import { closeOrder } from "./close-order.ts";
import type { OutputBatch } from "./output-batch.ts";
import type { OverOperator } from "../operator/over/over-operator.ts";
import { OverStage } from "./over-stage.ts";
import { ProjectStage } from "./project-stage.ts";
import type { RecordArguments } from "./record-arguments.ts";
import { RecordFates } from "./record-fates.ts";
import { UnfoldedSessions } from "./unfolded-sessions.ts";
import type { HostTracer } from "./trace/host-tracer.ts";
import { sessionWatcher, windowWatcher } from "./trace/window-watchers.ts";

/** What the pipelines of one thread have together. */
export interface SharedByPipelines {
  readonly args: RecordArguments;
  /** By seq. */
  readonly warnings: WarningCounts;
  /** Of a traced run, else null: the fate of every record is kept then, not of dropped ones alone. */
  readonly tracer: HostTracer | null;
}

/**
 * One logical partition from its rows to its output: the one place where partition/ and window/ meet. The partition
 * judges; what it hands on goes to the windows in runs that are cut at the exact records (or timers) at which the
 * watermark reaches a window's end, so that nothing ever fires "at the end of a batch".
 */
export class PartitionPipeline {
  readonly partition: number;
  readonly manager: PartitionStateManager;
  readonly fates: RecordFates;
  readonly #plan: PhysicalPlan;
  readonly #windows: WindowedAggregation | null;
  readonly #projection: GroupProjection | null;
  readonly #over: OverStage | null;
  readonly #records: ProjectStage | null;
  readonly #tracer: HostTracer | null;
  readonly #args: RecordArguments;
  /** By seq. */
  readonly #warnings: WarningCounts;
  /** Results of aggregates that did not fit, by row of the changelog, since the last were written. */
  readonly #misfits: WarningCounts = new Map();

  constructor(
    plan: PhysicalPlan,
    partition: number,
    keys: KeyTable,
    { args, warnings, tracer }: SharedByPipelines,
  ) {
    this.partition = partition;
    this.#tracer = tracer;
    this.#args = args;
    this.#warnings = warnings;
    this.#plan = plan;
    this.manager = new PartitionStateManager({
      watermark: plan.watermark,
      action: plan.late.action,
      observeFirst: plan.rules.clock === "observe-first",
      judgesRecords: plan.rules.lateUnit === "record",
    });
    this.fates = new RecordFates(plan, partition, tracer !== null);
    const { query } = plan;
    this.#projection =
      query.kind === "aggregate"
        ? new GroupProjection(
            {
              having: query.having,
              projection: query.projection,
              aggregates: query.aggregates.length,
              window: query.window,
              tombstones: plan.rules.havingExit === "tombstone",
            },
            keys,
            warnings,
          )
        : null;
    this.#windows = query.kind === "aggregate" ? this.#createWindows(query, keys) : null;
    this.#records =
      query.kind === "project"
        ? new ProjectStage(partition, query, { args, fates: this.fates, warnings })
        : null;
    this.#over = query.kind === "over" ? new OverStage(plan, query, warnings) : null;
  }

  /** Records that reached a result. */
  get counted(): number {
    return (this.#operator ?? this.#records)?.counted ?? 0;
  }

  get corrections(): number {
    return this.#operator?.corrections ?? 0;
  }

  get #operator(): WindowedAggregation | OverOperator | null {
    return this.#windows ?? this.#over?.operator ?? null;
  }

  /**
   * @param own this partition's rows of the batch.
   * @param columns the stream's.
   * @param deadlines of EMIT EVERY interval that any records of the batch let pass.
   * @param verdicts gets the fate byte (trace/fate.ts) of this partition's rows; null when not traced.
   * @returns What comes out, valid until the next call; or null when nothing does.
   */
  process(
    header: RecordHeader,
    own: PartitionRows,
    columns: readonly Column[],
    clock: SharedClock | null,
    deadlines: PassedDeadlines,
    verdicts: Uint8Array | null,
  ): OutputBatch | null {
    const { metrics } = this.manager;
    metrics.skipped += own.skipped;
    metrics.removed += own.removed;
    this.fates.begin(header);
    const operator = this.#operator;
    this.#clear();
    const output = this.manager.take(header, own.rows, own.count, clock, this.fates.onLate);
    if (this.#tracer && !clock) output.steps.writeMoves(this.#tracer.moved);
    const inputs = operator && this.#feed(operator, header, output, columns, deadlines);
    const projected = this.#records?.take(header, columns, output) ?? null;
    this.fates.end(own, output.steps, output.moverBefore, verdicts);
    return operator ? this.#drain(operator, inputs) : projected;
  }

  /** End of input: every watermark is infinite, and what is open closes, where the preset says so. */
  finish(): OutputBatch | null {
    const operator = this.#operator;
    if (operator === null || !this.#plan.rules.endOfInputFires) return null;
    this.#clear();
    operator.advance(Infinity, Infinity, BY_END_OF_INPUT);
    return this.#drain(operator, null);
  }

  #clear(): void {
    this.#windows?.changelog.clear();
    this.#over?.operator.clear();
  }

  #createWindows(query: AggregateQuery, keys: KeyTable): WindowedAggregation {
    const { rules, late } = this.#plan;
    const { window } = query;
    const tracer = window && this.#tracer;
    const { byStart, compareKeys } = closeOrder(this.#plan, keys);
    const shared = {
      ...windowDelays(rules, late.allowedLateness, window),
      emission: query.emission,
      types: query.aggregates.map((call) => call.type),
      accumulators: query.unfolds
        ? []
        : query.aggregates.map((call) => createAccumulator(call, 1024, this.#misfits)),
      having: query.having && this.#projection,
      printing: rules,
      initialResult: rules.havingExit === "tombstone" && window?.kind !== "session",
      compareKeys,
      onWritten: () => this.#countMisfits(),
    };
    if (window?.kind !== "session")
      return new WindowOperator({ ...shared, window }, tracer && windowWatcher(tracer, this.partition));
    const { session } = rules;
    const sessionRules = { ...shared, window, session, byStart };
    const watcher = tracer && sessionWatcher(tracer, this.partition);
    return query.unfolds
      ? new UnfoldedSessions(sessionRules, watcher)
      : new SessionAggregation(sessionRules, watcher);
  }

  /** @returns What was computed of each record, one list an aggregate. */
  #feed(
    windows: WindowedAggregation | OverOperator,
    header: RecordHeader,
    output: PartitionOutput,
    columns: readonly Column[],
    deadlines: PassedDeadlines,
  ): WindowInput["arguments"] {
    const { rows, judged, count, steps } = output;
    const { base, length, eventTime, arrival, key } = header;
    const found: WarningCounts = new Map();
    const args = this.#args.ofAggregates(columns, length, output, found);
    mergeWarnings(this.#warnings, found, (row) => base + row);
    const inputs = args.map((list) => ({ base, columns: list }));
    const input = { base, times: eventTime, arrival, rows, judged, keys: key, arguments: inputs };
    const traced = this.#tracer !== null;
    this.#windows?.foresee(input, count);
    let done = 0;
    const offerUpTo = (to: number): void => {
      if (to > done) windows.process(input, done, to, this.fates);
      done = to;
    };
    let passed = 0;
    for (let step = 0; ; step++) {
      const { nextClose } = windows;
      step = steps.firstReaching(traced ? Math.min(nextClose, windows.nextExpiry) : nextClose, step);
      for (; passed < deadlines.length; passed++) {
        const row = deadlines.rows[passed]!;
        const before = steps.countBefore(row, deadlines.deadlines[passed]!);
        if (before > step) break;
        offerUpTo(firstFrom(rows, done, count, row));
        this.#windows?.printChanged(base + row, before === 0 ? steps.initial : steps.values[before - 1]!);
      }
      if (step === steps.length) break;
      const row = steps.rows[step]!;
      const timer = steps.timers[step] === 1;
      offerUpTo(firstFrom(rows, done, count, timer ? row : row + 1));
      windows.advance(steps.values[step]!, base + row, timer ? BY_IDLE : BY_WATERMARK);
    }
    offerUpTo(count);
    return inputs;
  }

  /** Aggregates know the row of the changelog that they write to: its cause is the record. */
  #countMisfits(): void {
    if (this.#misfits.size === 0) return;
    const { cause } = this.#windows!.changelog;
    mergeWarnings(this.#warnings, this.#misfits, (row) => cause[row]!);
    this.#misfits.clear();
  }

  /** @param inputs of the batch; null at the end of input. */
  #drain(
    { changelog: log }: WindowedAggregation | OverOperator,
    inputs: WindowInput["arguments"] | null,
  ): OutputBatch | null {
    if (log.length === 0) return null;
    const columns = this.#over ? this.#over.project(inputs?.[0] ?? null) : this.#projection!.project(log);
    const { length } = log;
    if (length === 0) return null;
    const { cause, kind, pane, reason, watermark, windowStart, windowEnd, first, key } = log;
    return {
      partition: this.partition,
      length,
      cause,
      kind,
      pane,
      reason,
      watermark,
      windowStart,
      windowEnd,
      first,
      key,
      columns,
    };
  }
}

/** @returns The first position from `from` on whose row is at least `row`, or `to`. */
function firstFrom(rows: Int32Array, from: number, to: number, row: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
