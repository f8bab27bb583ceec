import * as Comlink from "comlink";
import { nothingRun } from "../runtime/run-state.ts";
import type { EngineApi } from "../worker/engine-api.ts";
import type {
  Direction,
  Engine,
  EventKind,
  LoadOptions,
  PresetName,
  QueryDocument,
  RunState,
  TraceMark,
} from "./types.ts";

export interface EngineOptions {
  /** Partition workers; one for each hardware thread unless said otherwise. At least 1, at most 64. */
  readonly workers?: number;
}

/** ms in which a worker must say that it has started: one that cannot be loaded says nothing at all. */
const START_LIMIT = 10_000;

/** Starts the engine's workers and gives the page its one door to them. A worker that fails is named in the state. */
export function createEngine(options: EngineOptions = {}): Engine {
  return new EngineClient(Math.max(1, Math.min(64, options.workers ?? navigator.hardwareConcurrency)));
}

class EngineClient implements Engine {
  readonly #listeners = new Set<(state: RunState) => void>();
  readonly #partitions: (Worker | null)[];
  #worker!: Worker;
  #remote!: Comlink.Remote<EngineApi>;
  #started!: Promise<unknown>;
  #state: RunState | null = null;
  #document: QueryDocument | null = null;
  #options: LoadOptions = {};
  #speed = 1;
  /** Why the engine worker itself died: a restart makes everything anew. */
  #death: string | null = null;
  /** Ends the calls that are under way. */
  readonly #underWay = new Set<(reason: Error) => void>();
  /** Runs of engine workers that died: a new one counts from the start. */
  #earlierRuns = 0;

  constructor(count: number) {
    this.#partitions = Array.from({ length: count }, () => null);
    this.#start();
  }

  async samples(): ReturnType<Engine["samples"]> {
    return this.#answer(this.#remote.samples());
  }

  async check(document: QueryDocument): ReturnType<Engine["check"]> {
    return this.#answer(this.#remote.check(document));
  }

  async load(document: QueryDocument, options: LoadOptions = {}): ReturnType<Engine["load"]> {
    this.#document = document;
    this.#options = options;
    return this.#answer(this.#started.then(() => this.#remote.load(document, options)));
  }

  async play(until?: number): Promise<void> {
    await this.#answer(this.#remote.play(until));
  }

  async pause(): Promise<void> {
    await this.#answer(this.#remote.pause());
  }

  async restart(): Promise<void> {
    if (this.#death !== null) {
      this.#end();
      this.#start();
      await this.#answer(this.#started);
      if (this.#document) await this.#answer(this.#remote.load(this.#document, this.#options));
      await this.#answer(this.#remote.setSpeed(this.#speed));
      return;
    }
    const missing = this.#partitions.flatMap((worker, index) => (worker ? [] : [index]));
    await Promise.all(missing.map((index) => this.#startPartition(index)));
    await this.#answer(this.#remote.restart());
  }

  async seek(position: number): Promise<void> {
    await this.#answer(this.#remote.seek(position));
  }

  async jump(kind: EventKind, direction: Direction): Promise<boolean> {
    return this.#answer(this.#remote.jump(kind, direction));
  }

  async setSpeed(speed: number): Promise<void> {
    this.#speed = speed;
    await this.#answer(this.#remote.setSpeed(speed));
  }

  subscribe(listener: (state: RunState) => void): () => void {
    this.#listeners.add(listener);
    if (this.#state) listener(this.#state);
    return () => this.#listeners.delete(listener);
  }

  async changes(from: number, to: number): ReturnType<Engine["changes"]> {
    return this.#answer(this.#remote.changes(from, to));
  }

  async table(from: number, to: number): ReturnType<Engine["table"]> {
    return this.#answer(this.#remote.table(from, to));
  }

  async late(from: number, to: number): ReturnType<Engine["late"]> {
    return this.#answer(this.#remote.late(from, to));
  }

  async malformed(from: number, to: number): ReturnType<Engine["malformed"]> {
    return this.#answer(this.#remote.malformed(from, to));
  }

  async records(from: number, to: number): ReturnType<Engine["records"]> {
    return this.#answer(this.#remote.records(from, to));
  }

  async chart(column: string | null, maxLines: number): ReturnType<Engine["chart"]> {
    return this.#answer(this.#remote.chart(column, maxLines));
  }

  async windows(from: number, to: number): ReturnType<Engine["windows"]> {
    return this.#answer(this.#remote.windows(from, to));
  }

  async trace(mark: TraceMark): ReturnType<Engine["trace"]> {
    const earlier = this.#earlierRuns;
    const tail = await this.#answer(this.#remote.trace(mark));
    return tail && { ...tail, run: tail.run + earlier };
  }

  async timeline(): ReturnType<Engine["timeline"]> {
    const earlier = this.#earlierRuns;
    const timeline = await this.#answer(this.#remote.timeline());
    return timeline && { ...timeline, run: timeline.run + earlier };
  }

  async story(seq: number): ReturnType<Engine["story"]> {
    return this.#answer(this.#remote.story(seq));
  }

  async lineage(row: number): ReturnType<Engine["lineage"]> {
    return this.#answer(this.#remote.lineage(row));
  }

  async effects(seq: number): ReturnType<Engine["effects"]> {
    return this.#answer(this.#remote.effects(seq));
  }

  async keepAll(): ReturnType<Engine["keepAll"]> {
    return this.#answer(this.#remote.keepAll());
  }

  async compare(preset: PresetName): ReturnType<Engine["compare"]> {
    return this.#answer(this.#remote.compare(preset));
  }

  async stopComparing(): Promise<void> {
    return this.#answer(this.#remote.stopComparing());
  }

  async explainComparison(): ReturnType<Engine["explainComparison"]> {
    return this.#answer(this.#remote.explainComparison());
  }

  async comparedRows(from: number, to: number, differing: boolean): ReturnType<Engine["comparedRows"]> {
    return this.#answer(this.#remote.comparedRows(from, to, differing));
  }

  async comparedRecords(from: number, to: number): ReturnType<Engine["comparedRecords"]> {
    return this.#answer(this.#remote.comparedRecords(from, to));
  }

  dispose(): void {
    this.#listeners.clear();
    this.#end();
  }

  #start(): void {
    this.#death = null;
    this.#earlierRuns = this.#state?.run ?? 0;
    const worker = new Worker(new URL("../worker/engine.worker.ts", import.meta.url), {
      type: "module",
      name: "engine",
    });
    this.#worker = worker;
    worker.onerror = (event) => {
      event.preventDefault();
      this.#die(worker, `The engine worker stopped${reason(event)}. Restart starts it anew.`);
    };
    this.#remote = Comlink.wrap<EngineApi>(worker);
    void this.#remote.begin(globalThis.location.href);
    const ready = this.#remote.onState(
      Comlink.proxy((state: RunState) => this.#publish({ ...state, run: state.run + this.#earlierRuns })),
    );
    void withLimit(ready).catch(() =>
      this.#die(worker, "The engine worker did not start. Restart tries again; a reload may help."),
    );
    this.#started = Promise.all(this.#partitions.map((_, index) => this.#startPartition(index)));
  }

  /** Resolves when the worker has started, and also when it failed: the state then says so. */
  async #startPartition(index: number): Promise<void> {
    const worker = new Worker(new URL("../worker/partition.worker.ts", import.meta.url), {
      type: "module",
      name: `partition-${index}`,
    });
    const { port1, port2 } = new MessageChannel();
    this.#partitions[index] = worker;
    const started = new Promise<void>((resolve, reject) => {
      worker.onmessage = () => resolve();
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(`Partition worker ${index} stopped${reason(event)}. Restart starts it anew.`));
        void this.#failPartition(
          index,
          worker,
          `Partition worker ${index} stopped${reason(event)}. Restart starts it anew.`,
        );
      };
    });
    started.catch(() => undefined);
    worker.postMessage({ port: port2 }, [port2]);
    await this.#remote.attach(index, Comlink.transfer(port1, [port1]));
    try {
      await withLimit(started);
      await this.#remote.workerStarted(index);
    } catch {
      await this.#failPartition(
        index,
        worker,
        `Partition worker ${index} did not start. Restart tries again.`,
      );
    }
  }

  async #failPartition(index: number, worker: Worker, message: string): Promise<void> {
    if (this.#partitions[index] !== worker) return;
    worker.terminate();
    this.#partitions[index] = null;
    await this.#remote.workerFailed(index, message);
  }

  /** A worker that died answers nothing: then the call, begun before or after, fails by the reason of its death. */
  #answer<Answer>(answer: Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#death !== null) reject(new Error(this.#death));
      this.#underWay.add(reject);
      answer.then(resolve, reject).finally(() => this.#underWay.delete(reject));
    });
  }

  #failCalls(reason: string): void {
    for (const reject of this.#underWay) reject(new Error(reason));
    this.#underWay.clear();
  }

  #publish(state: RunState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }

  /** Says what failed, also when the engine never said a word. @param worker says nothing once it was replaced. */
  #die(worker: Worker, failure: string): void {
    if (worker !== this.#worker || this.#death !== null) return;
    worker.terminate();
    this.#death = failure;
    const known = this.#state ?? nothingRun({ count: this.#partitions.length, ready: 0, shared: false });
    this.#publish({ ...known, phase: "failed", failure });
    this.#failCalls(failure);
  }

  #end(): void {
    this.#failCalls("The engine was stopped.");
    this.#worker.terminate();
    for (const worker of this.#partitions) worker?.terminate();
    this.#partitions.fill(null);
  }
}

/** An error event without a message comes from a script that could not be loaded. */
function reason(event: ErrorEvent): string {
  return event.message ? ` (${event.message})` : " (its script could not be loaded)";
}

function withLimit<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer")), START_LIMIT);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
