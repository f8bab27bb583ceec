import { BY_CORRECTION, BY_MERGE, BY_RECORD, EARLY, LATE, ON_TIME, phaseOf } from "../data/change.ts";
import type { Changelog } from "../operator/changelog.ts";
import { GroupEmission } from "./group-emission.ts";
import { NONE } from "./group-slots.ts";
import { SessionChanges } from "./session-changes.ts";
import { SessionDues } from "./session-dues.ts";
import { SessionRecords } from "./session-records.ts";
import { SessionState } from "./session-state.ts";
import { SessionTimes } from "./session-times.ts";
import { NEW, SHOWN } from "./visibility.ts";
import type {
  SessionMoment,
  SessionWatcher,
  SessionWindowRules,
  WindowedAggregation,
  WindowInput,
  WindowListener,
} from "./windowed-aggregation.ts";

/**
 * Sessions of one query: each record makes [t, t + gap) in its group, and joins the sessions of that group that it
 * touches, two at most. It is judged by what comes of that: open -> aggregate; closed but retained -> aggregate and
 * correct; else expired, and no session changes. Sums of a merged session are those of both, then the record.
 */
export class SessionAggregation implements WindowedAggregation {
  counted = 0;
  corrections = 0;
  readonly #rules: SessionWindowRules;
  readonly #watcher: SessionWatcher | null;
  readonly #gap: number;
  /** The longest time between two records of one session. */
  readonly #joins: number;
  readonly #state = new SessionState();
  readonly #times: SessionTimes;
  readonly #dues: SessionDues;
  readonly #emission: GroupEmission;
  readonly #records: SessionRecords;
  /** How many rows of the input were foreseen. */
  #foreseen = 0;
  #byTimer = false;

  constructor(rules: SessionWindowRules, watcher: SessionWatcher | null = null) {
    const { gap, touchingJoins } = rules.window;
    this.#rules = rules;
    this.#watcher = watcher;
    this.#gap = gap;
    this.#joins = touchingJoins ? gap : gap - 1;
    this.#times = new SessionTimes(this.#state, rules);
    this.#dues = new SessionDues(this.#state, this.#times, rules);
    const bounds = {
      start: (slot: number) => this.#state.start[slot]!,
      end: (slot: number) => this.#state.last[slot]! + gap,
    };
    this.#emission = new GroupEmission(
      rules,
      bounds,
      this.#state,
      watcher && ((slot, seq) => watcher.onRetracted(this.#moment(slot, seq))),
    );
    const printsRuns = rules.emission.mode === "changes" && rules.having === null;
    const { changelog, lastShown } = this.#emission;
    const changes = printsRuns ? new SessionChanges(rules, this.#state, changelog, lastShown) : null;
    this.#records = new SessionRecords(rules.emission, gap, this.#state, this.#emission, changes);
  }

  get changelog(): Changelog {
    return this.#emission.changelog;
  }

  get nextClose(): number {
    return this.#dues.nextClose;
  }

  get nextExpiry(): number {
    return this.#dues.nextExpiry;
  }

  /** Sessions with state. */
  get sessions(): number {
    return this.#state.size;
  }

  foresee(input: WindowInput, count: number): void {
    this.#foreseen = count;
    this.#records.reserve(count);
    this.#dues.foresee(input, count, this.#watcher !== null);
  }

  process(input: WindowInput, from: number, to: number, listener: WindowListener): void {
    this.#byTimer = false;
    this.#records.begin(input);
    for (let i = from; i < to; i++) this.#offer(input, i, listener);
    this.#dues.pass(to);
    if (to === this.#foreseen) this.#records.flush();
  }

  /** Rows leave in the order of the rules: by end, by start, then by group. */
  advance(watermark: number, cause: number, reason: number): void {
    this.#byTimer = phaseOf(reason) === 0;
    const dues = this.#dues;
    const closing = dues.takeClosing(watermark);
    if (closing.length > 0) this.#close(closing, watermark, cause, reason);
    else if (dues.mayExpire(watermark)) this.#records.flush();
    for (let slot = dues.takeExpired(watermark); slot !== NONE; slot = dues.takeExpired(watermark)) {
      if (watermark < Infinity) this.#watcher?.onExpired(this.#moment(slot, cause));
      this.#state.remove(slot);
    }
  }

  printChanged(cause: number, watermark: number): void {
    this.#byTimer = true;
    this.#records.flush();
    this.#emission.printChanged(cause, watermark);
  }

  #offer(input: WindowInput, i: number, listener: WindowListener): void {
    const { start, last, newer: newerOf } = this.#state;
    const row = input.rows[i]!;
    const time = input.times[row]!;
    const judged = input.judged[i]!;
    let older = this.#state.find(input.keys[row]!, time);
    const newer = this.#state.foundNewer;
    if (this.#rules.session.outlivesClose && older !== NONE)
      older = this.#dropUnreachable(older, time, judged, input.base + row);
    const joinsOlder =
      older !== NONE && time - last[older]! <= this.#joins && this.#times.takes(older, judged);
    const joinsNewer =
      newer !== NONE && start[newer]! - time <= this.#joins && this.#times.takes(newer, judged);

    const latest = joinsNewer ? last[newer]! : joinsOlder ? Math.max(last[older]!, time) : time;
    const next = joinsNewer ? newerOf[newer]! : newer;
    if (judged >= this.#times.expiryOf(latest, next)) return listener.onExpired(row, judged);
    const isClosed = judged >= this.#times.closeOf(latest, next);
    this.counted++;
    if (isClosed) {
      this.corrections++;
      listener.onCorrection(row, judged);
    }
    if (joinsOlder) this.#join(input, i, older, joinsNewer ? newer : NONE, isClosed);
    else if (joinsNewer) this.#join(input, i, newer, NONE, isClosed);
    else this.#open(input, i, older, newer, isClosed);
  }

  /** The record makes a session of its own, between two of its group. */
  #open(input: WindowInput, i: number, older: number, newer: number, isClosed: boolean): void {
    const row = input.rows[i]!;
    const seq = input.base + row;
    const slot = this.#state.add(input.keys[row]!, input.times[row]!, seq, older, newer);
    this.#emission.begin(slot);
    this.#dues.open(slot, isClosed);
    this.#dues.tellOlder(older);
    this.#watcher?.onOpened(this.#moment(slot, seq));
    if (isClosed) this.#watcher?.onClosed(this.#moment(slot, seq));
    if (this.#records.printInRuns) this.#records.wait(i, slot, isClosed, false, NaN, NaN);
    else this.#records.add(i, slot, isClosed, false);
  }

  /** The record joins a session, and the next newer one too unless that is NONE: then they are one, in the first's slot. */
  #join(input: WindowInput, i: number, slot: number, absorbed: number, isClosed: boolean): void {
    // What is shown and aggregated has to be up to date where sessions merge.
    if (absorbed !== NONE) this.#records.flush();
    const { start, last, shown, older } = this.#state;
    const row = input.rows[i]!;
    const time = input.times[row]!;
    const seq = input.base + row;
    const oldStart = start[slot]!;
    const oldLast = last[slot]!;
    const newStart = Math.min(oldStart, time);
    const newLast = Math.max(last[absorbed === NONE ? slot : absorbed]!, time);
    const moves = newStart !== oldStart || newLast !== oldLast;
    const takesBack = this.#takesBack(moves, newStart === newLast);

    const runs = this.#records.printInRuns && absorbed === NONE;
    const isShown = shown[slot] === SHOWN;
    const isOtherShown = absorbed !== NONE && shown[absorbed] === SHOWN;
    const merges = absorbed !== NONE && (isShown || isOtherShown);
    const retracts = !runs && takesBack && (isShown || isOtherShown);
    if (retracts) {
      const reason = merges ? BY_MERGE : isClosed ? BY_CORRECTION : BY_RECORD;
      const slots = isShown ? (isOtherShown ? [slot, absorbed] : [slot]) : [absorbed];
      this.#emission.retract(Int32Array.from(slots), seq, isClosed ? LATE : EARLY, reason, input.judged[i]!);
    } else if (moves && !runs) shown[slot] = NEW;

    const absorbedStart = absorbed === NONE ? NaN : start[absorbed]!;
    const absorbedEnd = absorbed === NONE ? NaN : last[absorbed]! + this.#gap;
    if (absorbed !== NONE) this.#absorb(slot, absorbed);
    if (moves) {
      start[slot] = newStart;
      last[slot] = newLast;
      if (newStart !== oldStart) this.#dues.tellOlder(older[slot]!);
      this.#dues.reopen(slot, isClosed);
      if (this.#watcher) {
        const session = this.#moment(slot, seq);
        this.#watcher.onGrown(session, oldStart, oldLast + this.#gap);
        if (absorbed !== NONE) this.#watcher.onAbsorbed(session, absorbedStart, absorbedEnd);
        if (isClosed) this.#watcher.onClosed(session);
      }
    }
    if (runs) return this.#records.wait(i, slot, isClosed, takesBack, oldStart, oldLast);
    const printed = this.#records.add(i, slot, isClosed, merges);
    if (retracts && printed && shown[slot] !== SHOWN) this.#watcher?.onRetracted(this.#moment(slot, seq));
  }

  /** Whether a record that joins shown sessions takes their rows back. @param isPoint whether all records are of one time. */
  #takesBack(moves: boolean, isPoint: boolean): boolean {
    if (this.#rules.session.retracts === "moved") return moves;
    return this.#rules.emission.mode === "changes" && !isPoint;
  }

  #absorb(into: number, from: number): void {
    const { first } = this.#state;
    this.#emission.merge(into, from);
    first[into] = Math.min(first[into]!, first[from]!);
    this.#dues.remove(from);
    this.#state.remove(from);
  }

  /**
   * Drops closed sessions which no record can reach as things stand, but which this one might bring within reach: what is
   * there then depends on records alone, not on when state was last looked through.
   * @param slot the newest session that does not start after the record. @returns What is the newest then.
   */
  #dropUnreachable(slot: number, time: number, judged: number, seq: number): number {
    const { start, last, closed, older } = this.#state;
    const from = time - last[slot]! <= this.#joins ? start[slot]! : time;
    let newest = slot;
    for (let at = slot; at !== NONE && this.#times.isInReach(last[at]! + this.#gap, from);) {
      const next = older[at]!;
      if (closed[at] === 1 && judged >= this.#times.expireAt(at)) {
        // A correction of it may be waiting, and its slot is given out again before an input ends.
        this.#records.flush();
        if (at === newest) newest = next;
        this.#watcher?.onExpired(this.#moment(at, seq));
        this.#dues.remove(at);
        this.#state.remove(at);
      }
      at = next;
    }
    return newest;
  }

  #close(closing: Int32Array, watermark: number, cause: number, reason: number): void {
    this.#records.flush();
    const { emission } = this.#rules;
    const { shown } = this.#state;
    if (emission.mode === "final") this.#emission.print(closing, cause, ON_TIME, reason, watermark);
    else if (emission.finalMarker) {
      const marked = closing.filter((slot) => shown[slot] === SHOWN);
      this.#emission.print(marked, cause, ON_TIME, reason, watermark);
    }
    for (const slot of closing) {
      this.#watcher?.onClosed(this.#moment(slot, cause));
      this.#dues.close(slot);
    }
  }

  #moment(slot: number, seq: number): SessionMoment {
    const { key, start, last } = this.#state;
    return {
      key: key[slot]!,
      start: start[slot]!,
      end: last[slot]! + this.#gap,
      seq,
      timer: this.#byTimer,
    };
  }
}
