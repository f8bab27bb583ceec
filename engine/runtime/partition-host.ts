import type { Column } from "../data/column.ts";
import type { KeyTable } from "../data/key-table.ts";
import type { RecordHeader } from "../data/record-status.ts";
import type { WarningCounts } from "../expression/warning-counts.ts";
import { createPartitioner } from "../partition/create-partitioner.ts";
import { PartitionRouter } from "../partition/partition-router.ts";
import type { SharedClock } from "../partition/partition-state-manager.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { CombinedWatermark } from "../watermark/combined-watermark.ts";
import { IntervalTimer, NO_DEADLINES } from "../watermark/interval-timer.ts";
import { WatermarkSteps } from "../watermark/watermark-steps.ts";
import { type GroupLane, LaneOfPartition, WHOLE } from "./group-lane.ts";
import type { LateEntry } from "./late-entry.ts";
import type { OutputBatch } from "./output-batch.ts";
import { PartitionPipeline } from "./partition-pipeline.ts";
import { type PartitionCounts, partitionCounts } from "./partition-counts.ts";
import { RecordArguments } from "./record-arguments.ts";
import { HostTracer } from "./trace/host-tracer.ts";
import type { HostTrace } from "./trace/trace-tables.ts";

/** What one thread's partitions make of one batch, or of the end of input. */
export interface HostOutput {
  /** What went wrong with values of these partitions' records, by seq. */
  readonly warnings: WarningCounts;
  /** In order of partition; partitions without rows are left out. Valid until the host's next call. */
  readonly outputs: readonly OutputBatch[];
  /** Late records of these partitions: dropped ones, and when traced counted ones too. */
  readonly late: readonly LateEntry[];
  /** When traced: the fate byte (trace/fate.ts) of each record of the batch that is in these partitions, else 0. */
  readonly verdicts: Uint8Array | null;
  /** When traced: the partition of every record of the batch, -1 where it has none. */
  readonly partitionOf: Int32Array | null;
  /** When traced: how watermarks moved and what happened to windows. */
  readonly trace: HostTrace | null;
  /** Of each partition hosted here, since the start. */
  readonly counts: readonly PartitionCounts[];
}

/** The logical partitions of one thread: routes by replicated scan, keeps the clocks, runs each partition's pipeline. */
export class PartitionHost {
  readonly #plan: PhysicalPlan;
  readonly #router: PartitionRouter;
  readonly #pipelines: readonly PartitionPipeline[];
  readonly #combined: CombinedWatermark | null;
  /** Where this thread has but some groups of its partition; else null. */
  readonly #lane: LaneOfPartition | null;
  /** EMIT EVERY interval; all threads let it pass by the arrivals that all of them see. */
  readonly #timer: IntervalTimer | null;
  readonly #tracer: HostTracer | null;
  /** All threads compute the same shared clock: the one that hosts partition 0 tells of it. */
  readonly #tellsSharedClock: boolean;
  readonly #steps = new WatermarkSteps();
  readonly #warnings: WarningCounts = new Map();
  #before: Float64Array = new Float64Array(0);
  #after: Float64Array = new Float64Array(0);

  /**
   * @param own the partitions hosted here, ascending. @param keys the query's group keys: before a batch is processed
   * it must hold every key that the batch names. @param traced whether outputs have verdicts, partitions and a trace.
   * @param lane of its one partition, where that is shared with other threads: then nothing is traced.
   */
  constructor(
    plan: PhysicalPlan,
    own: readonly number[],
    keys: KeyTable,
    traced: boolean,
    lane: GroupLane = WHOLE,
  ) {
    const { partitioning, watermark, time, query } = plan;
    this.#plan = plan;
    this.#tracer = traced ? new HostTracer() : null;
    this.#tellsSharedClock = own[0] === 0;
    this.#lane = lane.of === 1 ? null : new LaneOfPartition(lane, watermark);
    this.#router = new PartitionRouter(createPartitioner(partitioning, keys), partitioning.partitions, own);
    const shared = { args: new RecordArguments(plan), warnings: this.#warnings, tracer: this.#tracer };
    this.#pipelines = own.map((id) => new PartitionPipeline(plan, id, keys, shared));
    const interval = query.kind === "aggregate" ? query.emission.everyInterval : null;
    this.#timer = interval === null ? null : new IntervalTimer(interval);
    this.#combined =
      watermark.scope === "partition"
        ? null
        : new CombinedWatermark(
            watermark,
            watermark.scope === "source" ? time.splits : partitioning.partitions,
          );
  }

  /** @param columns the stream's columns; those that no argument reads may be left out. */
  process(header: RecordHeader, columns: readonly Column[]): HostOutput {
    const traced = this.#tracer !== null;
    this.#tracer?.begin(header.length);
    const rows = this.#router.route(header);
    const clock = this.#observe(header);
    const deadlines = this.#timer?.pass(header.arrival, header.length) ?? NO_DEADLINES;
    const verdicts = traced ? new Uint8Array(header.length) : null;
    const outputs: OutputBatch[] = [];
    for (const pipeline of this.#pipelines) {
      const all = rows[pipeline.partition]!;
      const own = this.#lane ? this.#lane.select(header, all) : all;
      const time = clock ?? this.#lane?.observe(header, all) ?? null;
      const output = pipeline.process(header, own, columns, time, deadlines, verdicts);
      if (output) outputs.push(output);
    }
    return {
      ...this.#collect(outputs),
      verdicts,
      partitionOf: traced ? this.#router.partitionOf.slice(0, header.length) : null,
      trace: this.#traceOf(header),
    };
  }

  /** End of input. */
  finish(): HostOutput {
    this.#tracer?.begin(0);
    const outputs: OutputBatch[] = [];
    for (const pipeline of this.#pipelines) {
      const output = pipeline.finish();
      if (output) outputs.push(output);
    }
    const trace = this.#tracer?.end(0, null, null) ?? null;
    return { ...this.#collect(outputs), verdicts: null, partitionOf: null, trace };
  }

  #collect(outputs: OutputBatch[]): Pick<HostOutput, "outputs" | "late" | "warnings" | "counts"> {
    const late = this.#pipelines.flatMap((pipeline) => pipeline.fates.drain());
    late.sort((a, b) => a.seq - b.seq);
    const counts = this.#pipelines.map((pipeline) => partitionCounts(this.#plan, pipeline, this.#combined));
    const warnings = new Map(this.#warnings);
    this.#warnings.clear();
    return { outputs, late, warnings, counts };
  }

  #traceOf(header: RecordHeader): HostTrace | null {
    const tellsShared = this.#combined !== null && this.#tellsSharedClock;
    return this.#tracer?.end(header.base, this.#memberOf(header), tellsShared ? this.#steps : null) ?? null;
  }

  /** Whose clock each record moves; null: that of split 0. */
  #memberOf(header: RecordHeader): Int32Array | null {
    return this.#plan.watermark.scope === "source" ? header.split : this.#router.partitionOf;
  }

  /** Scopes wider than a partition: every thread computes the same clock from the columns that it sees. */
  #observe(header: RecordHeader): SharedClock | null {
    const combined = this.#combined;
    if (!combined) return null;
    if (this.#before.length < header.length) {
      this.#before = new Float64Array(header.length);
      this.#after = new Float64Array(header.length);
    }
    const moverBefore = combined.mover;
    const moved = this.#tellsSharedClock ? (this.#tracer?.moved ?? null) : null;
    this.#steps.begin(combined.current);
    combined.observe(header, this.#memberOf(header), this.#before, this.#after, this.#steps, moved);
    return {
      before: this.#before,
      after: this.#after,
      steps: this.#steps,
      moverBefore,
      current: combined.current,
    };
  }
}
