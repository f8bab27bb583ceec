import { type Backpressure, backpressureOf, fullest } from "../partition/backpressure.ts";
import { LatencyHistogram } from "./latency-histogram.ts";
import type { HostOutput } from "./partition-host.ts";
import type { QueueMetrics, RunMetrics } from "./run-metrics.ts";

/** How many records a queue holds, and how many it did at most. */
class Gauge {
  readonly #capacity: number;
  #depth = 0;
  #peak = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  move(records: number): void {
    this.#depth += records;
    this.#peak = Math.max(this.#peak, this.#depth);
  }

  get pressure(): Backpressure {
    return backpressureOf(this.#depth, this.#capacity);
  }

  get metrics(): QueueMetrics {
    return { depth: this.#depth, capacity: this.#capacity, peak: this.#peak, ...this.pressure };
  }
}

/** A batch on its way, as the meter knows it. */
export interface MeteredBatch {
  readonly records: number;
  /** ms of the wall clock at which it was read. */
  readonly since: number;
  /** ms at which each host answered; NaN until then. */
  readonly answeredAt: Float64Array;
}

export interface MeterOptions {
  /** ms; the wall clock. */
  readonly now: () => number;
  /** The partitions of each host. */
  readonly hosts: readonly (readonly number[])[];
  /** Records for which the queue of each host, and that of results, has room. */
  readonly hostRoom: number;
  readonly resultRoom: number;
}

/** Measures what goes through a run: a few additions a batch, whatever is in it. */
export class RunMeter {
  readonly #now: () => number;
  readonly #hosts: readonly (readonly number[])[];
  readonly #queues: readonly Gauge[];
  readonly #results: Gauge;
  readonly #latency = new LatencyHistogram();
  readonly #latencies: readonly LatencyHistogram[];
  #records = 0;
  readonly #seen: number[];
  /** ms in which something was under way, and since when something is; null while nothing is. */
  #busy = 0;
  #busySince: number | null = null;
  #throttled = 0;

  constructor({ now, hosts, hostRoom, resultRoom }: MeterOptions) {
    this.#now = now;
    this.#hosts = hosts;
    this.#queues = hosts.map(() => new Gauge(hostRoom));
    this.#results = new Gauge(resultRoom);
    const partitions = new Set(hosts.flat()).size;
    this.#latencies = Array.from({ length: partitions }, () => new LatencyHistogram());
    this.#seen = Array.from({ length: partitions }, () => 0);
  }

  /** What slows the source now. */
  get pressure(): Backpressure {
    return fullest([...this.#queues, this.#results].map(({ pressure }) => pressure));
  }

  /** Records that each partition got so far. */
  get records(): readonly number[] {
    return this.#seen;
  }

  /** A batch goes to all hosts. @param since ms at which it was read. */
  handed(records: number, since: number): MeteredBatch {
    this.#busySince ??= since;
    for (const queue of this.#queues) queue.move(records);
    return { records, since, answeredAt: new Float64Array(this.#hosts.length).fill(NaN) };
  }

  answered({ records, answeredAt }: MeteredBatch, host: number): void {
    answeredAt[host] = this.#now();
    this.#queues[host]!.move(-records);
    if (!answeredAt.some(Number.isNaN)) this.#results.move(records);
  }

  /** Its rows are merged and kept. @param isLast whether nothing else is under way. */
  taken({ records, since, answeredAt }: MeteredBatch, outputs: readonly HostOutput[], isLast: boolean): void {
    const now = this.#now();
    this.#results.move(-records);
    this.#records += records;
    this.#seen.fill(0);
    for (const [host, { outputs: parts, counts }] of outputs.entries()) {
      for (const { partition, length } of parts) {
        this.#latency.add(now - since, length);
        this.#latencies[partition]!.add(answeredAt[host]! - since, length);
      }
      for (const { partition, records: count } of counts) this.#seen[partition]! += count;
    }
    if (!isLast || this.#busySince === null) return;
    this.#busy += now - this.#busySince;
    this.#busySince = null;
  }

  /** The source waited for a queue. @param since ms at which it began to. */
  waited(since: number): void {
    this.#throttled += this.#now() - since;
  }

  get metrics(): RunMetrics {
    const busy = this.#busy + (this.#busySince === null ? 0 : this.#now() - this.#busySince);
    const perSecond = (records: number): number | null =>
      this.#records === 0 || busy <= 0 ? null : (1_000 * records) / busy;
    return {
      workers: this.#hosts.map((partitions, host) => ({ partitions, queue: this.#queues[host]!.metrics })),
      partitions: this.#latencies.map((latency, partition) => ({
        throughput: perSecond(this.#seen[partition]!),
        latency: latency.summary,
      })),
      results: this.#results.metrics,
      throughput: perSecond(this.#records),
      latency: this.#latency.summary,
      busy,
      throttled: this.#throttled,
    };
  }
}
