import type { ReplayLog } from "../source/replay-log.ts";
import type { QueryRun } from "./query-run.ts";
import { ReplayPace } from "./replay-pace.ts";
import { ReplayRate } from "./replay-rate.ts";
import type { Phase } from "./run-state.ts";
import { RunView } from "./run-view.ts";
import { type Direction, type EventKind, eventPosition } from "./timeline.ts";

type ReplayPhase = Exclude<Phase, "empty" | "loading">;

/** What replay needs around it. */
export interface ReplayHost {
  readonly log: ReplayLog;
  /** ms of arrival time that 1x plays in a second; of a log still being read it changes. */
  readonly basePace: () => number;
  /** Begins a run of the query. */
  readonly start: () => QueryRun;
  /** ms; the wall clock. */
  readonly now: () => number;
  /** What is shown has changed. @param atOnce after a deliberate move; else within a frame will do. */
  readonly changed: (atOnce: boolean) => void;
}

/** ms of work after which other messages get their turn. */
const SLICE = 8;
/** ms after which it is looked again whether something is due: one frame. */
const FRAME = 16;
/** Records, output rows and windows that a run is ahead of what is shown, when there is time. */
const AHEAD = 100_000;
const ROWS_AHEAD = 250_000;
const WINDOWS_AHEAD = 250_000;

/**
 * Moves the view of a run: play by the pace clock, and deliberate moves that leave it paused. Once woken, one loop
 * reads what is to be shown, then ahead of it, in slices that give way to messages; after `dispose` it touches nothing.
 */
export class Replay {
  readonly #host: ReplayHost;
  #view: RunView;
  #phase: ReplayPhase = "paused";
  #failure: string | null = null;
  #pace: ReplayPace | null = null;
  /** ms of arrival a second at 1x by which the pace was made. */
  #base = 0;
  #speed: number;
  /** Position at which play pauses by itself; Infinity: it goes to the end of input. */
  #target = Infinity;
  /** Whether the view hurries to the target, whatever the speed. */
  #hurries = false;
  #working = false;
  #disposed = false;
  /** Deliberate moves so far: what was begun under an earlier one ends, and moves nothing. */
  #moves = 0;
  /** The move that searches for an event; null or past: none does. */
  #search: number | null = null;
  /** ms of play that is over, and when play began that is not. */
  #played = 0;
  #playingSince: number | null = null;
  readonly #rate = new ReplayRate();

  /** @param speed multiples of the base pace, above 0; Infinity is full speed. */
  constructor(host: ReplayHost, speed: number) {
    this.#host = host;
    this.#speed = speed;
    this.#view = new RunView(host.start());
  }

  get view(): RunView {
    return this.#view;
  }

  get phase(): ReplayPhase {
    return this.#phase;
  }

  /** Why it failed: for people; null while it has not. */
  get failure(): string | null {
    return this.#failure;
  }

  /** Records that the position passes in a second, lately; 0 when it stands still. */
  get rate(): number {
    return this.#phase === "playing" ? this.#rate.value : 0;
  }

  /** ms of play. */
  get elapsed(): number {
    return this.#played + (this.#playingSince === null ? 0 : this.#host.now() - this.#playingSince);
  }

  /** Plays on at the chosen speed. @param until position at which it pauses by itself. */
  play(until: number): void {
    this.#moves++;
    this.#playTo(until >= 0 ? until : Infinity, false);
  }

  /** Pauses where the view is. */
  pause(): void {
    this.#moves++;
    if (this.#phase !== "playing") return;
    this.#enter("paused");
    this.#host.changed(true);
  }

  /** Shows position `n`, paused: at once where it is known, else at full speed. n > length: the end of input. */
  seek(position: number): void {
    this.#moves++;
    if (!(position >= 0) || !this.#mayMove()) return;
    const { log } = this.#host;
    const read = Math.floor(position);
    const atEnd = log.finished && read > log.length;
    if (!atEnd && read < this.#view.run.first) this.#beginAnew();
    const { run } = this.#view;
    if (atEnd ? run.knownEnd : read <= run.known) this.#show(atEnd ? run.known : read, atEnd);
    else this.#playTo(read, true);
  }

  /**
   * Seeks behind the next or previous event of a kind. The next one is searched for to the end of the log, unless
   * another move comes first.
   * @returns Whether there is one; without one nothing moves.
   * @throws Error of a run without a trace, which knows no events.
   */
  async jump(kind: EventKind, direction: Direction): Promise<boolean> {
    this.pause();
    if (!this.#view.run.traced)
      throw new Error("Stepping to an event needs the trace, which is off. Turn it on to do that.");
    if (!this.#mayMove()) return false;
    const position =
      direction === "next"
        ? await this.#searchNext(kind)
        : eventPosition(this.#view.run, this.#view, kind, direction);
    if (position !== null) this.seek(position);
    return position !== null;
  }

  /** @param speed multiples of the base pace, above 0; Infinity is full speed. */
  setSpeed(speed: number): void {
    this.#speed = speed;
    if (!this.#pace) return;
    const { log } = this.#host;
    const now = this.#host.now();
    const due = this.#pace.arrivalAt(now);
    this.#pace.setSpeed(speed, now);
    // At full speed, or where reading fell behind, play goes on from what is shown.
    const { read, arrival } = this.#view;
    if (read < log.length && due > log.arrivalAt(read))
      this.#pace.restartAt(arrival ?? log.firstArrival ?? 0, now);
  }

  /** Stops. @param message for people. */
  fail(message: string): void {
    this.#failure = message;
    this.#enter("failed");
    this.#host.changed(false);
  }

  /** Says that there may be more to read. */
  wake(): void {
    if (!this.#working && !this.#disposed) void this.#work();
  }

  dispose(): void {
    this.#disposed = true;
    this.#moves++;
    this.#view.run.dispose();
  }

  #enter(phase: ReplayPhase): void {
    if (this.#phase === "playing" && phase !== "playing") {
      this.#played = this.elapsed;
      this.#playingSince = null;
    } else if (phase === "playing") this.#playingSince ??= this.#host.now();
    this.#phase = phase;
    if (phase !== "failed") this.#failure = null;
  }

  /** A run that a record ends can be looked at before that record. */
  #mayMove(): boolean {
    return this.#phase !== "failed" || this.#failure === this.#view.run.failure?.message;
  }

  #beginAnew(): void {
    this.#view.run.dispose();
    this.#view = new RunView(this.#host.start());
    this.#enter("paused");
  }

  /** Moves the view, and leaves it standing there. */
  #show(read: number, ended: boolean): void {
    this.#view.moveTo(read, ended);
    this.#enter(ended ? "finished" : "paused");
    this.#host.changed(true);
    this.wake();
  }

  #playTo(target: number, hurries: boolean): void {
    const { read, ended } = this.#view;
    if (ended || !this.#mayMove()) return;
    this.#target = target;
    this.#hurries = hurries;
    const { now } = this.#host;
    this.#pace = null;
    this.#paceNow();
    this.#rate.start(read, now());
    this.#enter("playing");
    this.#host.changed(false);
    this.wake();
  }

  /**
   * The pace from what is shown on; null while the log has no record yet. Of a log that is still being read it is made
   * anew when its length has told another pace.
   */
  #paceNow(): ReplayPace | null {
    const { log, now, basePace } = this.#host;
    if (log.firstArrival === null) return null;
    const base = basePace();
    if (this.#pace && base <= 1.5 * this.#base) return this.#pace;
    const { read, arrival } = this.#view;
    const from = arrival ?? log.firstArrival;
    this.#base = base;
    this.#pace = new ReplayPace(base, this.#speed, read === 0 ? this.#start(from) : from, now());
    return this.#pace;
  }

  /** A small log plays from time 0, so that what the clock shows and what the axis shows agree; others from their first record. */
  #start(arrival: number): number {
    const length = (this.#host.log.lastArrival ?? 0) - arrival;
    return arrival >= 0 && arrival < length / 2 ? 0 : arrival;
  }

  /** Reads to the end of the log for it where need be. @returns null where there is none, or another move came first. */
  async #searchNext(kind: EventKind): Promise<number | null> {
    const view = this.#view;
    const { run, read } = view;
    const mine = this.#moves;
    this.#search = mine;
    while (mine === this.#moves && this.#mayMove()) {
      const position = eventPosition(run, view, kind, "next");
      if (position !== null) return position;
      if (run.knownEnd || run.failure) break;
      // Nothing behind the view is forgotten: on a long way it has to come along.
      const { records, rows } = run.budget;
      if (run.known - view.read > records || run.changes.length - view.rowsOut > rows)
        view.moveTo(run.known, false);
      this.wake();
      await nextTurn(FRAME);
    }
    if (mine === this.#moves && view.read !== read) this.seek(read);
    return null;
  }

  /** Plays and reads ahead, as long as there is anything to do; gives way to messages after every slice. */
  async #work(): Promise<void> {
    this.#working = true;
    while (this.#phase !== "failed" && !this.#disposed) {
      const view = this.#view;
      const moves = this.#moves;
      const { read } = view;
      const { known, knownEnd } = view.run;
      try {
        await this.#read(view);
        if (this.#phase !== "playing" || moves !== this.#moves) await this.#settle(view);
        else this.#follow();
      } catch (error) {
        // A run that was replaced while it was read fails for that reason alone.
        if (!this.#disposed && view === this.#view)
          this.fail(error instanceof Error ? error.message : String(error));
      }
      if (this.#disposed || view !== this.#view) continue;
      const isMoved = view.read !== read || view.run.known !== known || view.run.knownEnd !== knownEnd;
      if (isMoved) this.#host.changed(false);
      else if (this.#phase !== "playing" && !view.run.isUnderWay) break;
      await nextTurn(isMoved || view.run.isUnderWay ? 0 : FRAME);
    }
    this.#working = false;
  }

  /** The position that should be shown now. */
  get #due(): number {
    const { read } = this.#view;
    if (this.#phase !== "playing") return read;
    const { log, now } = this.#host;
    const arrival = this.#hurries ? Infinity : (this.#paceNow()?.arrivalAt(now()) ?? -Infinity);
    return Math.max(read, Math.min(log.positionAt(arrival), this.#target));
  }

  /** Reads what is to be shown, else a slice ahead of it, else the end of input. */
  async #read(view: RunView): Promise<void> {
    const { run } = view;
    const { log, now } = this.#host;
    const began = now();
    const moves = this.#moves;
    const isInTime = (): boolean => moves === this.#moves && !this.#disposed && now() - began < SLICE;
    const { windows } = run;
    const windowsAhead = (): number => windows.histories.length - windows.openedBefore(view.read);
    const hasRoom = (): boolean =>
      run.changes.length - view.rowsOut < ROWS_AHEAD && windowsAhead() < WINDOWS_AHEAD;
    const due = this.#due;
    if (due > run.known) await run.readTo(due, isInTime);
    else if (this.#search === moves) await run.readTo(log.length, isInTime);
    else if (run.traced) await run.readTo(view.read + AHEAD, () => isInTime() && hasRoom());
    if (log.finished && run.known === log.length && run.failure === null && !this.#disposed) await run.end();
  }

  /** Without a trace nothing before what was read can be shown: a pause meanwhile stands behind what was under way. */
  async #settle(view: RunView): Promise<void> {
    const { run } = view;
    if (run.traced || view !== this.#view) return;
    await run.settled();
    if (view === this.#view && this.#phase === "paused" && view.read < run.known)
      view.moveTo(run.known, false);
  }

  /** Moves the view while playing, and stops it at the target, at the end, or at the record that ends the run. */
  #follow(): void {
    const { run } = this.#view;
    const { log, now } = this.#host;
    const due = this.#due;
    if (!run.traced && due < run.known) {
      // More was read for an earlier move than this one shows.
      if (due === this.#target) this.seek(due);
      return;
    }
    if (this.#view.read < due) this.#view.moveTo(Math.min(due, run.known), false);
    const { read } = this.#view;
    this.#rate.measure(read, now());
    if (run.failure?.seq === read && due > read) this.fail(run.failure.message);
    else if (read >= this.#target) this.#enter("paused");
    else if (run.knownEnd && read === log.length) {
      this.#view.moveTo(read, true);
      this.#enter("finished");
    }
    if (this.#phase !== "playing") this.#host.changed(false);
  }
}

function nextTurn(delay: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delay));
}
