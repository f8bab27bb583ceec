import type { KeyTable } from "../data/key-table.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import type { PreparedBatch } from "./batch-preparer.ts";
import { BatchPipeline, type PipelineLimits } from "./batch-pipeline.ts";
import type { Execution, StartExecution } from "./execution.ts";
import type { HostOutput } from "./partition-host.ts";
import { type MeteredBatch, RunMeter } from "./run-meter.ts";
import { NO_METRICS, type RunMetrics } from "./run-metrics.ts";
import { sampleLoads } from "./sample-loads.ts";

/** What a run is given beside what it computes. None of it changes a result (law 3). */
export interface FlowOptions {
  /** ms; the wall clock of metrics. */
  readonly now: () => number;
  readonly limits: PipelineLimits;
  /** Records of a batch, at most. */
  readonly batchRows: number;
  /** Records of each partition in an earlier run, by which partitions are shared out; null: by the first batch. */
  readonly loads: readonly number[] | null;
  /** Asked before results are taken: what it returns is waited for, so that who looks at them may slow the run. */
  readonly ready: () => Promise<void> | null;
}

/** The query whose batches flow, and who takes the results, in the order of the batches. */
export interface FlowEnds {
  readonly plan: PhysicalPlan;
  readonly keys: KeyTable;
  readonly traced: boolean;
  readonly start: StartExecution;
  readonly take: (batch: PreparedBatch, outputs: readonly HostOutput[]) => void;
}

interface FlowingBatch {
  readonly prepared: PreparedBatch;
  readonly metered: MeteredBatch;
}

interface Started {
  readonly execution: Execution;
  readonly meter: RunMeter;
  readonly pipeline: BatchPipeline<FlowingBatch, readonly HostOutput[]>;
}

/**
 * What flows from the reader of a run over its hosts to whoever takes the results: several batches at once, within
 * bounds, measured. It begins with the first batch, which tells how to share partitions out.
 */
export class BatchFlow {
  readonly #ends: FlowEnds;
  readonly #options: FlowOptions;
  #started: Started | null = null;
  #stopped = false;

  constructor(ends: FlowEnds, options: FlowOptions) {
    this.#ends = ends;
    this.#options = options;
  }

  /** Whether anything was handed in that is not taken yet. */
  get isUnderWay(): boolean {
    return (this.#started?.pipeline.size ?? 0) > 0;
  }

  /** The partitions of each host; none before the first batch. */
  get hosts(): readonly (readonly number[])[] {
    return this.#started?.execution.hosts ?? [];
  }

  /** Records that each partition got so far; null before the first batch. */
  get loads(): readonly number[] | null {
    return this.#started?.meter.records ?? null;
  }

  get metrics(): RunMetrics {
    return this.#started?.meter.metrics ?? NO_METRICS;
  }

  /**
   * Hands a batch in, when there is room for it.
   * @param since ms of the wall clock at which it was read. Rejects with what a host failed with.
   */
  async hand(prepared: PreparedBatch, since: number): Promise<void> {
    const { pipeline, meter } = this.#start(prepared);
    await this.#admission(pipeline, meter);
    pipeline.hand({ prepared, metered: meter.handed(prepared.header.length, since) });
  }

  /** Resolves when all that was handed in is taken. Rejects with what a host failed with. */
  async settled(): Promise<void> {
    await this.#started?.pipeline.settled();
  }

  /** End of input, when all is taken: what it brings. */
  async finish(): Promise<readonly HostOutput[]> {
    const { now, ready } = this.#options;
    await this.settled();
    const { execution, meter } = this.#start(null);
    const metered = meter.handed(0, now());
    const outputs = await this.#answers(execution.finish(), meter, metered);
    await ready();
    meter.taken(metered, outputs, true);
    return outputs;
  }

  /** Ends it; what is under way is lost. */
  dispose(): void {
    this.#stopped = true;
    this.#started?.pipeline.fail(new Error("The query was stopped."));
    this.#started?.execution.dispose();
  }

  /** Waits for room; where a queue is filling up, then as long as its state says, or until something moves on. */
  async #admission(pipeline: Started["pipeline"], meter: RunMeter): Promise<void> {
    const since = this.#options.now();
    let waits = !pipeline.hasRoom;
    await pipeline.room();
    const { delay } = meter.pressure;
    if (delay > 0) {
      waits = true;
      await firstOf(pipeline.moved(), delay);
    }
    if (waits) meter.waited(since);
  }

  #start(first: PreparedBatch | null): Started {
    if (this.#stopped) throw new Error("The query was stopped.");
    if (this.#started) return this.#started;
    const { plan, keys, traced, start, take } = this.#ends;
    const { now, limits, batchRows, ready } = this.#options;
    const execution = start(plan, keys, traced, this.#loads(first));
    const meter = new RunMeter({
      now,
      hosts: execution.hosts,
      hostRoom: limits.inFlight * batchRows,
      resultRoom: limits.untaken * batchRows,
    });
    const pipeline = new BatchPipeline<FlowingBatch, readonly HostOutput[]>(
      {
        process: async ({ prepared, metered }) => this.#answers(execution.process(prepared), meter, metered),
        take: ({ prepared, metered }, outputs) => {
          const taken = (): void => {
            take(prepared, outputs);
            meter.taken(metered, outputs, pipeline.size === 1);
          };
          const wait = ready();
          return wait ? wait.then(taken) : taken();
        },
      },
      limits,
    );
    this.#started = { execution, meter, pipeline };
    return this.#started;
  }

  #loads(first: PreparedBatch | null): readonly number[] | null {
    const { plan, keys } = this.#ends;
    const { partitions } = plan.partitioning;
    const { loads } = this.#options;
    // An earlier run that saw less than this batch tells less.
    const seen = loads?.reduce((sum, records) => sum + records, 0) ?? 0;
    if (loads?.length === partitions && seen >= (first?.header.length ?? 1)) return loads;
    return first === null || partitions === 1 ? null : sampleLoads(plan, keys, first.header);
  }

  #answers(
    answers: readonly Promise<HostOutput>[],
    meter: RunMeter,
    metered: MeteredBatch,
  ): Promise<readonly HostOutput[]> {
    return Promise.all(
      answers.map(async (answer, host) => {
        const output = await answer;
        meter.answered(metered, host);
        return output;
      }),
    );
  }
}

/** Resolves with the promise, or after `ms`; below 1 ms, which no timer keeps, after a turn of the event loop. */
async function firstOf(promise: Promise<void>, ms: number): Promise<void> {
  if (ms < 1) return Promise.race([promise, turn()]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  try {
    await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets the messages in that have come, which a timer would wait for longer: browsers stretch short ones to 4 ms. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
