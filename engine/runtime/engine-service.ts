import type { Diagnostic } from "../common/diagnostic.ts";
import { compileQuery, type SeenDialect } from "../plan/compile-query.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { type QuerySummary as PlanSummary, summarize } from "../plan/query-summary.ts";
import type { PresetName } from "../spec/semantics-rules.ts";
import type { FetchData } from "../source/samples/sample.ts";
import { Comparisons } from "./compare/comparisons.ts";
import type { ComparedRecord, ComparedRow, Comparison } from "./compare/comparison.ts";
import type { StartExecution } from "./execution.ts";
import { describeSource, openSource, type OpenSource, type SourceChoice } from "./open-source.ts";
import { hasLanes } from "./group-lane.ts";
import { QueryRun, type RunBudget } from "./query-run.ts";
import { Replay } from "./replay.ts";
import { RunQuestions } from "./run-questions.ts";
import { type RunState, runState, type WorkerStatus } from "./run-state.ts";
import type { RunView } from "./run-view.ts";
import { StateFeed, type StateListener } from "./state-feed.ts";
import type { Direction, EventKind } from "./timeline.ts";

export interface QueryDocument {
  readonly sql: string;
  readonly source: SourceChoice;
}

export interface QuerySummary extends PlanSummary {
  /** Records in the replay log where known beforehand, else null. */
  readonly records: number | null;
  /** ms of arrival time that 1x plays in a second. */
  readonly basePace: number;
  /** Whether several workers can share the groups of a partition, where nothing is traced. */
  readonly sharesGroups: boolean;
}

export interface LoadOptions {
  /** Whether the run records its steps, so that all can be asked of it; true unless said otherwise. Without it is faster. */
  readonly traced?: boolean;
}

/** What is known of a text without running it. */
export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Whose spelling the text uses, also where there are errors; null where it holds no query. */
  readonly dialect: SeenDialect | null;
}

export interface LoadResult extends CheckResult {
  /** Null when there are errors. */
  readonly query: QuerySummary | null;
}

/** What the service needs of the thread that it runs on. */
export interface EngineHost {
  readonly start: StartExecution;
  readonly workers: () => WorkerStatus;
  readonly fetchData: FetchData;
  /** ms; the wall clock of replay and metrics. */
  readonly now: () => number;
  /** What a run keeps; RUN_BUDGET unless said otherwise. */
  readonly budget?: RunBudget;
}

/**
 * The engine behind the page: one document, one source, one run at a time. The run is recorded ahead of what is shown;
 * play, step and seek move the view over it. The same on any thread.
 */
export class EngineService extends RunQuestions {
  readonly #host: EngineHost;
  readonly #comparisons: Comparisons;
  #source: OpenSource | null = null;
  #replay: Replay | null = null;
  #runs = 0;
  #speed = 1;
  /** Why nothing can run: a worker that is gone, or a source that could not be read. */
  #failure: string | null = null;
  /** Loads so far: one that was overtaken by a later one changes nothing. */
  #loads = 0;
  #document: QueryDocument | null = null;
  #traced = true;
  readonly #feed: StateFeed;

  constructor(host: EngineHost) {
    super();
    this.#host = host;
    this.#comparisons = new Comparisons(host.now);
    this.#feed = new StateFeed(host.now, () => this.#state());
  }

  /** @param listener called at most once a frame, only when something changed, and when it has taken the state before. */
  onState(listener: StateListener): void {
    this.#feed.listen(listener);
  }

  /** Parses and binds only. Rejects when the source cannot be opened. */
  async check(document: QueryDocument): Promise<CheckResult> {
    const open = this.#source?.isSame(document.source) ? this.#source : null;
    const stream = open ? open.stream : await describeSource(document.source);
    const { diagnostics, dialect } = compileQuery(document.sql, [stream]);
    return { diagnostics, dialect };
  }

  /** Replaces the run by this document, paused at 0; with errors, or when a later load overtook it, nothing changes. */
  async load(document: QueryDocument, { traced = true }: LoadOptions = {}): Promise<LoadResult> {
    const turn = ++this.#loads;
    const source = await this.#sourceOf(document.source);
    const { plan, diagnostics, dialect } = compileQuery(document.sql, [source.stream]);
    if (!plan || turn !== this.#loads) {
      if (source !== this.#source) source.close();
      return { diagnostics, query: null, dialect };
    }
    const isSame = this.#document?.sql === document.sql && this.#source === source;
    const loads = isSame ? this.#partitionLoads : null;
    this.#document = document;
    this.#traced = traced;
    if (this.#source && this.#source !== source) this.#source.close();
    this.#source = source;
    source.onProgress = () => {
      this.#publish();
      this.#replay?.wake();
    };
    source.reading.catch((error: unknown) => {
      if (source === this.#source) this.fail(error instanceof Error ? error.message : String(error));
    });
    this.#begin(plan, source, loads);
    const records = source.log.finished ? source.log.length : source.records;
    return {
      diagnostics,
      query: { ...summarize(plan), records, basePace: source.basePace(), sharesGroups: hasLanes(plan) },
      dialect,
    };
  }

  /** Plays on at the chosen speed. @param until position at which it pauses by itself; to the end unless given. */
  play(until: number = Infinity): void {
    this.#replay?.play(until);
  }

  /** Pauses where the view is. */
  pause(): void {
    this.#replay?.pause();
  }

  /** To position 0 of a new run, paused. A source that could not be read is opened again. */
  async restart(): Promise<void> {
    const traced = this.#traced;
    if (this.#source?.failure && this.#document) await this.load(this.#document, { traced });
    else if (this.#source && this.#replay)
      this.#begin(this.#replay.view.run.plan, this.#source, this.#partitionLoads);
  }

  /** Shows position `n`, paused: at once where it is known, else at full speed. n > length: the end of input. */
  seek(position: number): void {
    this.#replay?.seek(position);
  }

  /** Seeks behind the next or previous event of a kind. @returns Whether there is one; without one nothing moves. */
  async jump(kind: EventKind, direction: Direction): Promise<boolean> {
    return (await this.#replay?.jump(kind, direction)) ?? false;
  }

  /** @param speed multiples of the base pace, above 0; Infinity is full speed. */
  setSpeed(speed: number): void {
    this.#speed = speed > 0 ? speed : 1;
    this.#replay?.setSpeed(this.#speed);
  }

  /**
   * The same query on the same records under another preset's rules, beside what is shown, up to its position.
   * @returns null where nothing runs, without a trace, and when a later comparison or load came first.
   */
  async compare(preset: PresetName): Promise<Comparison | null> {
    const { view } = this;
    if (!view?.run.traced || !this.#source || !this.#document) return null;
    const { sql } = this.#document;
    return this.#comparisons.compare({ sql, stream: this.#source.stream }, preset, view);
  }

  /** Nobody waits for a comparison any more: what is under way ends with null. */
  stopComparing(): void {
    this.#comparisons.stop();
  }

  /** Finds by further runs which rules make the differences of the last comparison; null as `compare` is. */
  explainComparison(): Promise<Comparison | null> {
    return this.#comparisons.explain();
  }

  /** Rows of the last comparison. @param differing without those that agree. */
  comparedRows(from: number, to: number, differing: boolean): readonly ComparedRow[] {
    return this.#comparisons.rows(from, to, differing);
  }

  /** Records of the last comparison that are in another entry of the ledger there. */
  comparedRecords(from: number, to: number): readonly ComparedRecord[] {
    return this.#comparisons.records(from, to);
  }

  /** A worker has started: the state says so. */
  workersChanged(): void {
    this.#publish();
  }

  /** A worker or the source failed: says so, and stops. */
  fail(message: string): void {
    this.#failure = message;
    this.#replay?.fail(message);
    this.#publish();
  }

  /** What can be asked of the run where it is looked at. */
  protected override get view(): RunView | null {
    return this.#replay?.view ?? null;
  }

  protected override get runNumber(): number {
    return this.#runs;
  }

  /** Records of each partition in the run that is shown. */
  get #partitionLoads(): readonly number[] | null {
    return this.#replay?.view.run.loads ?? null;
  }

  /** @param loads records of each partition in an earlier run of the query, where there was one. */
  #begin(plan: PhysicalPlan, source: OpenSource, loads: readonly number[] | null): void {
    this.#replay?.dispose();
    this.#comparisons.clear();
    const { log } = source;
    const { start, now, workers, budget } = this.#host;
    const traced = this.#traced;
    const feed = this.#feed;
    let run: QueryRun | null = null;
    this.#replay = new Replay(
      {
        log,
        now,
        basePace: () => source.basePace(),
        start: () => {
          this.#runs++;
          const options = { now, ready: feed.ready, loads: run?.loads ?? loads };
          run = new QueryRun(plan, log, start, budget, traced, options);
          return run;
        },
        changed: (atOnce) => (atOnce ? feed.send() : feed.publish()),
      },
      this.#speed,
    );
    // A new run does not mend a worker that is gone: only a restart that starts it anew does.
    const { ready, count } = workers();
    if (ready >= count) this.#failure = null;
    if (this.#failure !== null) this.#replay.fail(this.#failure);
    this.#replay.wake();
    this.#publish();
  }

  async #sourceOf(choice: SourceChoice): Promise<OpenSource> {
    if (this.#source?.isSame(choice) && this.#source.failure === null) return this.#source;
    return openSource(choice, this.#host.fetchData);
  }

  #publish(): void {
    this.#feed.publish();
  }

  #state(): RunState {
    const { view, phase, rate, elapsed, failure } = this.#replay ?? {};
    return runState({
      phase: this.#failure === null ? (phase ?? "empty") : "failed",
      runs: this.#runs,
      view: view ?? null,
      log: this.#source?.log ?? null,
      workers: this.#host.workers(),
      rate: rate ?? 0,
      elapsed: elapsed ?? 0,
      failure: this.#failure ?? failure ?? null,
    });
  }
}
