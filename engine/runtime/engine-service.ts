import type { Diagnostic } from "../common/diagnostic.ts";
import { compileQuery } from "../plan/compile-query.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { type QuerySummary as PlanSummary, summarize } from "../plan/query-summary.ts";
import type { FetchData } from "../source/samples/sample.ts";
import { chartData, type ChartData } from "./chart-data.ts";
import type { StartExecution } from "./execution.ts";
import { describeSource, openSource, type OpenSource, type SourceChoice } from "./open-source.ts";
import { readRow } from "./output-batch.ts";
import { QueryRun } from "./query-run.ts";
import { ReplayPace } from "./replay-pace.ts";
import type { ResultRow } from "./result-row.ts";
import { type LateRecord, lateRows, type RecordRow, recordRows } from "./run-rows.ts";
import { type Phase, type RunState, runState, type WorkerStatus } from "./run-state.ts";

export interface QueryDocument {
  readonly sql: string;
  readonly source: SourceChoice;
}

export interface QuerySummary extends PlanSummary {
  /** Records in the replay log where known beforehand, else null. */
  readonly records: number | null;
  /** ms of arrival time that 1x plays in a second. */
  readonly basePace: number;
}

export interface LoadResult {
  readonly diagnostics: readonly Diagnostic[];
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
}

/** ms between two states sent: one frame. */
const FRAME = 16;
/** ms of work after which other messages get their turn. */
const SLICE = 8;

/** The engine behind the page: one document, one source, one run at a time. The same on any thread. */
export class EngineService {
  readonly #host: EngineHost;
  #listener: (state: RunState) => void = () => undefined;
  #source: OpenSource | null = null;
  #run: QueryRun | null = null;
  #pace: ReplayPace | null = null;
  #phase: Phase = "empty";
  #runs = 0;
  #speed = 1;
  /** Position at which play pauses by itself. */
  #target = Infinity;
  #working = false;
  #failure: string | null = null;
  #elapsed = 0;
  #rate = 0;
  /** Loads so far: one that was overtaken by a later one changes nothing. */
  #loads = 0;
  #document: QueryDocument | null = null;
  #publishing = false;
  #lastSent = -Infinity;

  constructor(host: EngineHost) {
    this.#host = host;
  }

  /** @param listener called at most once a frame, and only when something changed. */
  onState(listener: (state: RunState) => void): void {
    this.#listener = listener;
    this.#publish();
  }

  /** Parses and binds only. Rejects when the source cannot be opened. */
  async check(document: QueryDocument): Promise<readonly Diagnostic[]> {
    const open = this.#source?.isSame(document.source) ? this.#source : null;
    const stream = open ? open.stream : await describeSource(document.source);
    return compileQuery(document.sql, [stream]).diagnostics;
  }

  /** Replaces the run by this document, paused at 0; with errors, or when a later load overtook it, nothing changes. */
  async load(document: QueryDocument): Promise<LoadResult> {
    const turn = ++this.#loads;
    const source = await this.#sourceOf(document.source);
    const { plan, diagnostics } = compileQuery(document.sql, [source.stream]);
    if (!plan || turn !== this.#loads) {
      if (source !== this.#source) source.close();
      return { diagnostics, query: null };
    }
    this.#document = document;
    if (this.#source && this.#source !== source) this.#source.close();
    this.#source = source;
    source.onProgress = () => this.#publish();
    source.reading.catch((error: unknown) => {
      if (source === this.#source) this.fail(error instanceof Error ? error.message : String(error));
    });
    this.#begin(plan);
    const records = source.log.finished ? source.log.length : source.records;
    return { diagnostics, query: { ...summarize(plan), records, basePace: source.basePace() } };
  }

  /** Plays on at the chosen speed, until paused or at the end. */
  play(): void {
    this.#playTo(Infinity);
  }

  /** Pauses after the slice of work that is under way. */
  pause(): void {
    if (this.#phase !== "playing") return;
    this.#phase = "paused";
    this.#send();
  }

  /** To position 0, paused. A source that could not be read is opened again. */
  async restart(): Promise<void> {
    if (this.#source?.failure && this.#document) await this.load(this.#document);
    else if (this.#run) this.#begin(this.#run.plan);
  }

  /** At full speed to the end of input. */
  async runToEnd(): Promise<void> {
    const speed = this.#speed;
    this.#speed = Infinity;
    this.#playTo(Infinity);
    this.#speed = speed;
  }

  /** Reads on to a position, not less than the present one, then pauses. */
  async runTo(position: number): Promise<void> {
    if (!(position >= 0)) return;
    const speed = this.#speed;
    this.#speed = Infinity;
    this.#playTo(position);
    this.#speed = speed;
  }

  /** @param speed multiples of the base pace, above 0; Infinity is full speed. */
  setSpeed(speed: number): void {
    this.#speed = speed > 0 ? speed : 1;
    const { log } = this.#source ?? {};
    if (!this.#pace || !this.#run || !log) return;
    const now = this.#host.now();
    const due = this.#pace.arrivalAt(now);
    this.#pace.setSpeed(this.#speed, now);
    // At full speed, or where reading fell behind, play goes on from what was read.
    const { position } = this.#run;
    if (position < log.length && due > log.arrivalAt(position))
      this.#pace.restartAt(this.#run.handedOutArrival ?? log.firstArrival ?? 0, now);
  }

  /** A worker has started: the state says so. */
  workersChanged(): void {
    this.#publish();
  }

  /** A worker or the run itself failed: says so, and stops. */
  fail(message: string): void {
    this.#failure = message;
    this.#phase = "failed";
    this.#publish();
  }

  /** Rows `from … to` of the changelog that are kept. */
  changes(from: number, to: number): readonly ResultRow[] {
    const rows: ResultRow[] = [];
    const run = this.#run;
    run?.changes.visit(from, to, (output, row) => rows.push(readRow(run.plan, output, row)));
    return rows;
  }

  /** Rows `from … to` of the folded changelog. */
  table(from: number, to: number): readonly ResultRow[] {
    const rows: ResultRow[] = [];
    const run = this.#run;
    run?.table.visit(from, to, (output, row) => rows.push(readRow(run.plan, output, row)));
    return rows;
  }

  /** Late records `from … to`, in order of arrival, and how many there are. */
  late(from: number, to: number): { readonly total: number; readonly rows: readonly LateRecord[] } {
    return lateRows(this.#run, from, to);
  }

  /** Malformed rows `from … to` of those read, and how many there are. */
  malformed(
    from: number,
    to: number,
  ): {
    readonly total: number;
    readonly rows: OpenSource["log"]["malformed"];
  } {
    const log = this.#source?.log;
    const read = this.#run?.position ?? 0;
    const rows = log?.malformed.filter((row) => row.seq < read) ?? [];
    return { total: this.#run?.ledger.malformed ?? 0, rows: rows.slice(from, to) };
  }

  /** Records `from … to` of the stream, read or not. */
  records(from: number, to: number): readonly RecordRow[] {
    return this.#run ? recordRows(this.#run, from, to) : [];
  }

  /** What the charts draw now. @param column null: the first that can be drawn. */
  chart(column: string | null, maxLines: number): ChartData {
    return chartData(this.#run, column, maxLines);
  }

  #begin(plan: PhysicalPlan): void {
    this.#run?.dispose();
    this.#run = new QueryRun(plan, this.#source!.log, this.#host.start);
    this.#runs++;
    const { ready, count } = this.#host.workers();
    /** A new run does not mend a worker that is gone: only a restart that starts it anew does. */
    const broken = this.#failure !== null && ready < count;
    this.#phase = broken ? "failed" : "paused";
    if (!broken) this.#failure = null;
    this.#elapsed = 0;
    this.#rate = 0;
    this.#pace = null;
    this.#target = Infinity;
    this.#publish();
  }

  async #sourceOf(choice: SourceChoice): Promise<OpenSource> {
    if (this.#source?.isSame(choice) && this.#source.failure === null) return this.#source;
    return openSource(choice, this.#host.fetchData);
  }

  #playTo(target: number): void {
    const run = this.#run;
    if (!run || this.#phase === "failed" || run.ended) return;
    this.#target = target;
    const now = this.#host.now();
    const arrival = run.handedOutArrival ?? this.#source!.log.firstArrival ?? 0;
    if (this.#pace) {
      this.#pace.setSpeed(this.#speed, now);
      this.#pace.restartAt(arrival, now);
    } else
      this.#pace = new ReplayPace(
        this.#source!.basePace(),
        this.#speed,
        run.position === 0 ? this.#start(arrival) : arrival,
        now,
      );
    this.#phase = "playing";
    this.#publish();
    if (!this.#working) void this.#work();
  }

  /** A small log plays from time 0, so that what the clock shows and what the axis shows agree; others from their first record. */
  #start(arrival: number): number {
    const { log } = this.#source!;
    const length = (log.lastArrival ?? 0) - arrival;
    return arrival >= 0 && arrival < length / 2 ? 0 : arrival;
  }

  /** Plays until paused, ended, failed or replaced; gives way to messages after every slice. */
  async #work(): Promise<void> {
    this.#working = true;
    try {
      while (this.#phase === "playing") {
        const run = this.#run!;
        const began = this.#host.now();
        const before = run.position;
        const failure = await this.#slice(run, began).then(
          () => null,
          (error: unknown) => error,
        );
        const spent = this.#host.now() - began;
        // A run that was replaced while it worked fails for that reason alone.
        if (run !== this.#run) continue;
        if (failure !== null) throw failure;
        if (run.position > before) {
          this.#elapsed += spent;
          const rate = ((run.position - before) / Math.max(spent, 0.1)) * 1_000;
          this.#rate = this.#rate === 0 ? rate : 0.7 * this.#rate + 0.3 * rate;
        }
        if (run.position > before || this.#phase !== "playing") this.#publish();
        await nextTurn(run.position > before ? 0 : FRAME);
      }
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    } finally {
      this.#working = false;
    }
  }

  async #slice(run: QueryRun, began: number): Promise<void> {
    const { log } = this.#source!;
    const due = this.#pace!.arrivalAt(this.#host.now());
    const position = due === Infinity ? log.length : log.positionAt(due);
    const until = Math.min(position, this.#target);
    const goOn = (): boolean =>
      this.#phase === "playing" && run === this.#run && this.#host.now() - began < SLICE;
    await run.readTo(until, goOn);
    if (run !== this.#run || this.#phase !== "playing") return;
    const atEnd = log.finished && run.position === log.length;
    if (run.position >= this.#target && !(atEnd && this.#target === Infinity)) this.#phase = "paused";
    else if (atEnd) {
      await run.end();
      if (run === this.#run) this.#phase = "finished";
    }
  }

  /** Sends the state at once when the last one was sent a frame ago or longer, else when that time is over. */
  #publish(): void {
    if (this.#publishing) return;
    const wait = this.#lastSent + FRAME - this.#host.now();
    if (wait <= 0) {
      this.#send();
      return;
    }
    this.#publishing = true;
    setTimeout(() => {
      this.#publishing = false;
      this.#send();
    }, wait);
  }

  #send(): void {
    this.#lastSent = this.#host.now();
    this.#listener(
      runState({
        phase: this.#phase,
        runs: this.#runs,
        run: this.#run,
        log: this.#source?.log ?? null,
        workers: this.#host.workers(),
        rate: this.#phase === "playing" ? this.#rate : 0,
        elapsed: this.#elapsed,
        failure: this.#failure,
      }),
    );
  }
}

function nextTurn(delay: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delay));
}
