import type { Diagnostic } from "../common/diagnostic.ts";
import { compileQuery } from "../plan/compile-query.ts";
import type { PhysicalPlan } from "../plan/physical-plan.ts";
import { type QuerySummary as PlanSummary, summarize } from "../plan/query-summary.ts";
import type { FetchData } from "../source/samples/sample.ts";
import type { StartExecution } from "./execution.ts";
import { describeSource, openSource, type OpenSource, type SourceChoice } from "./open-source.ts";
import { QueryRun } from "./query-run.ts";
import { ReplayPace } from "./replay-pace.ts";
import { ReplayRate } from "./replay-rate.ts";
import { type Phase, type RunState, runState, type WorkerStatus } from "./run-state.ts";
import { RunQuestions } from "./run-questions.ts";
import { RunView } from "./run-view.ts";
import { type Direction, type EventKind, eventPosition } from "./timeline.ts";

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
/** Records, and output rows, that a run is ahead of what is shown, when there is time. */
const AHEAD = 100_000;
const ROWS_AHEAD = 250_000;

/**
 * The engine behind the page: one document, one source, one run at a time. The run is recorded ahead of what is shown;
 * play, step and seek move the view over it. The same on any thread.
 */
export class EngineService extends RunQuestions {
  readonly #host: EngineHost;
  #listener: (state: RunState) => void = () => undefined;
  #source: OpenSource | null = null;
  #view: RunView | null = null;
  #pace: ReplayPace | null = null;
  #phase: Phase = "empty";
  #runs = 0;
  #speed = 1;
  /** Position at which play pauses by itself; Infinity: it goes to the end of input. */
  #target = Infinity;
  /** Whether the view hurries to the target, whatever the speed. */
  #hurries = false;
  #working = false;
  #failure: string | null = null;
  #elapsed = 0;
  readonly #rate = new ReplayRate();
  /** Loads so far: one that was overtaken by a later one changes nothing. */
  #loads = 0;
  /** Deliberate moves so far: a search that was overtaken by a later one ends. */
  #moves = 0;
  #document: QueryDocument | null = null;
  #publishing = false;
  #lastSent = -Infinity;

  constructor(host: EngineHost) {
    super();
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
    source.onProgress = () => {
      this.#publish();
      this.#wake();
    };
    source.reading.catch((error: unknown) => {
      if (source === this.#source) this.fail(error instanceof Error ? error.message : String(error));
    });
    this.#begin(plan);
    const records = source.log.finished ? source.log.length : source.records;
    return { diagnostics, query: { ...summarize(plan), records, basePace: source.basePace() } };
  }

  /** Plays on at the chosen speed. @param until position at which it pauses by itself; to the end unless given. */
  play(until: number = Infinity): void {
    this.#moves++;
    this.#playTo(until, false);
  }

  /** Pauses where the view is. */
  pause(): void {
    this.#moves++;
    if (this.#phase !== "playing") return;
    this.#phase = "paused";
    this.#send();
  }

  /** To position 0 of a new run, paused. A source that could not be read is opened again. */
  async restart(): Promise<void> {
    this.#moves++;
    if (this.#source?.failure && this.#document) await this.load(this.#document);
    else if (this.#view) this.#begin(this.#view.run.plan);
  }

  /** At full speed to the end of input. */
  runToEnd(): void {
    this.seek(Infinity);
  }

  /** Shows position `n`, paused: at once where it is known, else at full speed. n > length: the end of input. */
  seek(position: number): void {
    this.#moves++;
    if (!(position >= 0) || !this.#view || this.#phase === "failed") return;
    const { run } = this.#view;
    const { log } = this.#source!;
    const atEnd = log.finished && position > log.length;
    if (!atEnd && position < run.first) this.#begin(run.plan);
    if (atEnd ? run.knownEnd : position <= this.#view.run.known) this.#show(position, atEnd);
    else this.#playTo(position, true);
  }

  /** Seeks behind the next or previous event of a kind. @returns Whether there is one; without one nothing moves. */
  async jump(kind: EventKind, direction: Direction): Promise<boolean> {
    const view = this.#view;
    if (!view || this.#phase === "failed") return false;
    this.pause();
    const mine = this.#moves;
    while (view === this.#view && mine === this.#moves) {
      const position = eventPosition(view.run, view, kind, direction);
      if (position !== null) {
        this.seek(position > view.run.known ? Infinity : position);
        return true;
      }
      if (direction === "previous" || !(await this.#readOn(view))) return false;
    }
    return false;
  }

  /** @param speed multiples of the base pace, above 0; Infinity is full speed. */
  setSpeed(speed: number): void {
    this.#speed = speed > 0 ? speed : 1;
    const { log } = this.#source ?? {};
    if (!this.#pace || !this.#view || !log) return;
    const now = this.#host.now();
    const due = this.#pace.arrivalAt(now);
    this.#pace.setSpeed(this.#speed, now);
    // At full speed, or where reading fell behind, play goes on from what is shown.
    const { read, arrival } = this.#view;
    if (read < log.length && due > log.arrivalAt(read))
      this.#pace.restartAt(arrival ?? log.firstArrival ?? 0, now);
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

  /** What can be asked of the run where it is looked at. */
  protected override get view(): RunView | null {
    return this.#view;
  }

  protected override get runNumber(): number {
    return this.#runs;
  }

  #begin(plan: PhysicalPlan): void {
    this.#view?.run.dispose();
    this.#view = new RunView(new QueryRun(plan, this.#source!.log, this.#host.start));
    this.#runs++;
    const { ready, count } = this.#host.workers();
    /** A new run does not mend a worker that is gone: only a restart that starts it anew does. */
    const broken = this.#failure !== null && ready < count;
    this.#phase = broken ? "failed" : "paused";
    if (!broken) this.#failure = null;
    this.#elapsed = 0;
    this.#pace = null;
    this.#target = Infinity;
    this.#publish();
    this.#wake();
  }

  async #sourceOf(choice: SourceChoice): Promise<OpenSource> {
    if (this.#source?.isSame(choice) && this.#source.failure === null) return this.#source;
    return openSource(choice, this.#host.fetchData);
  }

  /** Moves the view, and leaves it standing there. */
  #show(position: number, atEnd: boolean): void {
    const view = this.#view!;
    view.moveTo(atEnd ? view.run.known : position, atEnd);
    this.#phase = atEnd ? "finished" : "paused";
    this.#send();
    this.#wake();
  }

  #playTo(target: number, hurries: boolean): void {
    const view = this.#view;
    if (!view || this.#phase === "failed" || view.ended) return;
    this.#target = target;
    this.#hurries = hurries;
    const now = this.#host.now();
    const arrival = view.arrival ?? this.#source!.log.firstArrival ?? 0;
    this.#pace = new ReplayPace(
      this.#source!.basePace(),
      this.#speed,
      view.read === 0 ? this.#start(arrival) : arrival,
      now,
    );
    this.#rate.start(view.read, now);
    this.#phase = "playing";
    this.#publish();
    this.#wake();
  }

  /** A small log plays from time 0, so that what the clock shows and what the axis shows agree; others from their first record. */
  #start(arrival: number): number {
    const { log } = this.#source!;
    const length = (log.lastArrival ?? 0) - arrival;
    return arrival >= 0 && arrival < length / 2 ? 0 : arrival;
  }

  #wake(): void {
    if (!this.#working) void this.#work();
  }

  /** Plays and reads ahead, as long as there is anything to do; gives way to messages after every slice. */
  async #work(): Promise<void> {
    this.#working = true;
    try {
      while (this.#view && this.#phase !== "failed") {
        const view = this.#view;
        const began = this.#host.now();
        const before = { read: view.read, known: view.run.known, end: view.run.knownEnd };
        const wanted = this.#wanted(view, began);
        const failure = await this.#read(view, wanted, began).then(
          () => null,
          (error: unknown) => error,
        );
        // A run that was replaced while it worked fails for that reason alone.
        if (view !== this.#view) continue;
        if (failure !== null) throw failure;
        if (this.#phase === "playing") this.#follow(view, wanted, this.#host.now() - began);
        const moved = view.read > before.read || view.run.known > before.known;
        if (moved || view.run.knownEnd !== before.end) this.#publish();
        else if (this.#phase !== "playing") return;
        await nextTurn(moved ? 0 : FRAME);
      }
    } catch (error) {
      this.fail(error instanceof Error ? error.message : String(error));
    } finally {
      this.#working = false;
    }
  }

  /** The position that should be shown now. */
  #wanted(view: RunView, now: number): number {
    if (this.#phase !== "playing") return view.read;
    const { log } = this.#source!;
    const due = this.#hurries ? Infinity : this.#pace!.arrivalAt(now);
    return Math.min(due === Infinity ? log.length : log.positionAt(due), this.#target);
  }

  /** Reads what is to be shown, else a slice ahead of it, else the end of input. */
  async #read({ run, read, rowsOut }: RunView, wanted: number, began: number): Promise<void> {
    const { log } = this.#source!;
    const playing = this.#phase === "playing";
    const goOn = (): boolean =>
      run === this.#view?.run &&
      this.#host.now() - began < SLICE &&
      (playing === (this.#phase === "playing") || run.known >= wanted);
    if (wanted > run.known) await run.readTo(wanted, goOn);
    else if (run.changes.length - rowsOut < ROWS_AHEAD) await run.readTo(read + AHEAD, goOn);
    if (log.finished && run.known === log.length && run.failure === null) await run.end();
  }

  /** Moves the view while playing, and stops it at the target, at the end, or at the record that ends the run. */
  #follow(view: RunView, wanted: number, spent: number): void {
    const { run } = view;
    const { log } = this.#source!;
    const target = Math.min(this.#target, wanted);
    if (view.read < target) view.moveTo(Math.min(target, run.known), false);
    this.#elapsed += spent;
    this.#rate.measure(view.read, this.#host.now());
    if (run.failure && view.read === run.known && wanted > run.known) this.fail(run.failure.message);
    else if (view.read >= this.#target) this.#phase = "paused";
    else if (run.knownEnd && view.read === log.length) {
      view.moveTo(view.read, true);
      this.#phase = "finished";
    }
    if (this.#phase !== "playing") this.#publish();
  }

  /** Reads one slice more, or waits for records. @returns Whether there may be more to find. */
  async #readOn({ run }: RunView): Promise<boolean> {
    const { log } = this.#source!;
    if (run.knownEnd || run.failure || this.#phase === "failed") return false;
    const began = this.#host.now();
    try {
      if (run.known < log.length) await run.readTo(log.length, () => this.#host.now() - began < SLICE);
      else if (log.finished) await run.end();
      this.#publish();
      await nextTurn(run.known < log.length ? 0 : FRAME);
      return true;
    } catch {
      return false;
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
        view: this.#view,
        log: this.#source?.log ?? null,
        workers: this.#host.workers(),
        rate: this.#phase === "playing" ? this.#rate.value : 0,
        elapsed: this.#elapsed,
        failure: this.#failure,
      }),
    );
  }
}

function nextTurn(delay: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delay));
}
