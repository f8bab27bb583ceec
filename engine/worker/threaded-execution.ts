import type { KeyTable } from "../data/key-table.ts";
import { collectColumns } from "../expression/used-columns.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { assignHosts } from "../runtime/assign-hosts.ts";
import type { PreparedBatch } from "../runtime/batch-preparer.ts";
import type { Execution, StartExecution } from "../runtime/execution.ts";
import type { HostOutput } from "../runtime/partition-host.ts";
import { recordExpressions } from "../runtime/record-arguments.ts";
import { ColumnReceiver, ColumnSender, copy, type Place } from "./column-wire.ts";
import { unpackLate } from "./late-wire.ts";
import {
  arraysOf,
  type FromPartitions,
  type Port,
  type ToPartitions,
  transferables,
  type WireBatch,
  type WireHostOutput,
} from "./protocol.ts";
import { SharedSlot, slotBytes } from "./shared-slots.ts";

interface Waiting {
  resolve(output: HostOutput): void;
  reject(error: Error): void;
}

/** One partition worker as one query sees it. */
class RemoteHost {
  readonly sender: ColumnSender = new ColumnSender();
  readonly #port: Port;
  readonly #query: number;
  readonly #receiver = new ColumnReceiver();
  readonly #waiting: Waiting[] = [];
  #failure: Error | null = null;
  #keysSent: number;

  /** @param start what the worker is told of the query. @param firstKey id of the first group key that it lacks. */
  constructor(port: Port, start: Extract<ToPartitions, { kind: "start" }>, firstKey: number) {
    this.#port = port;
    this.#query = start.query;
    this.#keysSent = firstKey;
    this.#post(start, []);
  }

  batch(batch: Omit<WireBatch, "newKeys" | "newKeyCount">, keys: KeyTable): Promise<HostOutput> {
    const newKeyCount = keys.size - this.#keysSent;
    const newKeys = newKeyCount
      ? keys.since(this.#keysSent).map((column) => this.sender.send(column, newKeyCount, (array) => array))
      : [];
    this.#keysSent = keys.size;
    const wire: WireBatch = { ...batch, newKeys, newKeyCount };
    const arrays = [
      wire.status,
      wire.eventTime,
      wire.punctuation ?? null,
      wire.arrival,
      wire.split,
      wire.key,
      ...arraysOf(wire.columns),
    ];
    return this.#ask(
      { kind: "batch", query: this.#query, batch: wire },
      transferables([...arrays, ...arraysOf(newKeys)]),
    );
  }

  finish(): Promise<HostOutput> {
    return this.#ask({ kind: "finish", query: this.#query }, []);
  }

  stop(): void {
    this.#post({ kind: "stop", query: this.#query }, []);
    this.fail("The query was stopped.");
  }

  answer(message: FromPartitions): void {
    if (message.kind === "failed") this.fail(message.message);
    else this.#waiting.shift()?.resolve(this.#read(message.output));
  }

  fail(message: string): void {
    this.#failure = new Error(message);
    for (const waiting of this.#waiting.splice(0)) waiting.reject(this.#failure);
  }

  #ask(message: ToPartitions, transfer: Transferable[]): Promise<HostOutput> {
    if (this.#failure) return Promise.reject(this.#failure);
    this.#post(message, transfer);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #post(message: ToPartitions, transfer: Transferable[]): void {
    this.#port.postMessage(message, transfer);
  }

  #read(output: WireHostOutput): HostOutput {
    return {
      ...output,
      late: unpackLate(output.late),
      outputs: output.outputs.map((batch) => ({
        ...batch,
        columns: batch.columns.map((column) => this.#receiver.receive(column)),
      })),
    };
  }
}

/**
 * The partition workers of one engine: kept warm from query to query. Batches go over shared memory, one copy for all
 * workers, where the page is cross-origin isolated; else each worker gets a copy that is transferred.
 */
export class PartitionWorkers {
  readonly shared: boolean;
  readonly #ports: Port[] = [];
  readonly #hosts = new Map<number, readonly RemoteHost[]>();
  readonly #freeSlots: SharedSlot[] = [];
  #queries = 0;

  constructor(shared: boolean) {
    this.shared = shared;
  }

  get count(): number {
    return this.#ports.length;
  }

  /** Puts a worker's port at `index`; a new one there replaces one that failed. */
  attach(index: number, port: Port): void {
    this.#ports[index] = port;
    port.onmessage = (event) => {
      const message = event.data as FromPartitions;
      this.#hosts.get(message.query)?.[index]?.answer(message);
    };
  }

  /** Fails what waits for a worker that died. */
  fail(index: number, message: string): void {
    for (const hosts of this.#hosts.values()) hosts[index]?.fail(message);
  }

  readonly start: StartExecution = (plan, keys, traced, loads): Execution => {
    const query = this.#queries++;
    const shares = assignHosts(plan, this.#ports.length, traced, loads);
    const firstKey = keys.types.length === 0 ? keys.size : 0;
    const hosts = shares.map(
      (share, index) =>
        new RemoteHost(this.#ports[index]!, { kind: "start", query, plan, traced, share }, firstKey),
    );
    this.#hosts.set(query, hosts);
    const used = columnsOfPartitions(plan);
    return {
      hosts: shares.map(({ own }) => own),
      process: (batch) =>
        this.shared ? this.#share(batch, hosts, used, keys) : transfer(batch, hosts, used, keys),
      finish: () => hosts.map((host) => host.finish()),
      dispose: () => {
        for (const host of hosts) host.stop();
        this.#hosts.delete(query);
      },
    };
  };

  #share(
    batch: PreparedBatch,
    hosts: readonly RemoteHost[],
    used: ReadonlySet<number>,
    keys: KeyTable,
  ): readonly Promise<HostOutput>[] {
    const slot = this.#freeSlots.pop() ?? new SharedSlot();
    slot.begin(bytesOf(batch, used));
    const first = wireOf(batch, hosts[0]!.sender, used, slot.place);
    const answers = hosts.map((host, index) =>
      host.batch(index === 0 ? first : sameArrays(first, batch, host.sender), keys),
    );
    // A host that failed may still read the slot: then it is not used again.
    void Promise.all(answers).then(
      () => this.#freeSlots.push(slot),
      () => undefined,
    );
    return answers;
  }
}

function transfer(
  batch: PreparedBatch,
  hosts: readonly RemoteHost[],
  used: ReadonlySet<number>,
  keys: KeyTable,
): readonly Promise<HostOutput>[] {
  return hosts.map((host) => host.batch(wireOf(batch, host.sender, used, copy), keys));
}

/** Indexes of the stream's columns that partitions read: arguments of aggregates, or what a plain SELECT projects. */
function columnsOfPartitions({ query }: PhysicalPlan): ReadonlySet<number> {
  const used = new Set<number>();
  for (const list of recordExpressions(query))
    for (const expression of list) collectColumns(expression, used);
  return used;
}

function wireOf(
  { header, columns }: PreparedBatch,
  sender: ColumnSender,
  used: ReadonlySet<number>,
  place: Place,
): Omit<WireBatch, "newKeys" | "newKeyCount"> {
  const { base, length } = header;
  return {
    base,
    length,
    status: place(header.status, length),
    allLive: header.allLive,
    eventTime: place(header.eventTime, length),
    punctuation: header.punctuation ? place(header.punctuation, length) : null,
    arrival: place(header.arrival, length),
    split: header.split && place(header.split, length),
    key: place(header.key, length),
    columns: columns.map((column, index) => (used.has(index) ? sender.send(column, length, place) : null)),
  };
}

/** The batch for another worker: the same places in shared memory, and the strings that this worker lacks. */
function sameArrays(
  first: Omit<WireBatch, "newKeys" | "newKeyCount">,
  { columns }: PreparedBatch,
  sender: ColumnSender,
): Omit<WireBatch, "newKeys" | "newKeyCount"> {
  return {
    ...first,
    columns: first.columns.map((column, index) => {
      if (column?.kind !== "string") return column;
      const { codes, validity } = column;
      return { ...sender.send(columns[index]!, 0, (array) => array), codes, validity } as typeof column;
    }),
  };
}

function bytesOf({ header, columns }: PreparedBatch, used: ReadonlySet<number>): number {
  const { length } = header;
  let bytes = 0;
  const { status, eventTime, punctuation = null, arrival, split, key } = header;
  for (const array of [status, eventTime, punctuation, arrival, split, key])
    if (array) bytes += slotBytes(array, length);
  for (const index of used) {
    const column = columns[index]!;
    if (column.validity) bytes += slotBytes(column.validity, length);
    if (column.kind === "string") bytes += slotBytes(column.codes, length);
    else bytes += slotBytes(column.values, length);
    if (column.kind === "number" && column.exact) bytes += slotBytes(column.exact, 2 * length);
  }
  return bytes;
}
