import { BY_CORRECTION, BY_MERGE, BY_RECORD, EARLY, LATE, ON_TIME, phaseOf } from "../data/change.ts";
import type { Changelog } from "../operator/changelog.ts";
import { DueQueue } from "./due-queue.ts";
import { GroupEmission } from "./group-emission.ts";
import { NONE } from "./group-slots.ts";
import { PlacedRecords } from "./placed-records.ts";
import { PlacedSessions } from "./placed-sessions.ts";
import { SessionChanges } from "./session-changes.ts";
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

const nothing: Float64Array = Float64Array.of(Infinity);

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
  readonly #emission: GroupEmission;
  readonly #closes: DueQueue;
  readonly #expiries: DueQueue;
  /** Prints runs of records; null where results leave one by one, or not at all before the close. */
  readonly #changes: SessionChanges | null;
  /** Records that are in a session, and not yet in its aggregates: a run of those that print, or of those that do not. */
  readonly #waiting = new PlacedSessions();
  readonly #single = new PlacedRecords();
  /** Of the input's rows from each on: the lowest watermark at which what they open may close, or expire. */
  #soonestClose: Float64Array = nothing;
  #soonestExpiry: Float64Array = nothing;
  /** The input, how many rows of it were foreseen, and how many offered. */
  #input: WindowInput | null = null;
  #foreseen = 0;
  #offered = 0;
  #byTimer = false;

  constructor(rules: SessionWindowRules, watcher: SessionWatcher | null = null) {
    const { gap, touchingJoins } = rules.window;
    this.#rules = rules;
    this.#watcher = watcher;
    this.#gap = gap;
    this.#joins = touchingJoins ? gap : gap - 1;
    this.#times = new SessionTimes(this.#state, rules);
    this.#closes = new DueQueue(this.#times.closeAt);
    this.#expiries = new DueQueue(this.#times.expireAt);
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
    this.#changes = printsRuns ? new SessionChanges(rules, this.#state, changelog, lastShown) : null;
    this.#single.reserve(1);
  }

  get changelog(): Changelog {
    return this.#emission.changelog;
  }

  get nextClose(): number {
    return Math.min(this.#closes.lowest, this.#soonestClose[this.#offered]!);
  }

  get nextExpiry(): number {
    return Math.min(this.#expiries.lowest, this.#soonestExpiry[this.#offered]!);
  }

  /** Sessions with state. */
  get sessions(): number {
    return this.#state.size;
  }

  foresee(input: WindowInput, count: number): void {
    this.#foreseen = count;
    this.#offered = 0;
    this.#waiting.reserve(count);
    this.#soonestClose = this.#times.soonestCloses(input, count);
    if (this.#watcher) this.#soonestExpiry = this.#times.soonestExpiries(input, count);
  }

  process(input: WindowInput, from: number, to: number, listener: WindowListener): void {
    this.#byTimer = false;
    this.#input = input;
    for (let i = from; i < to; i++) this.#offer(input, i, listener);
    this.#offered = to;
    if (to === this.#foreseen) this.#addWaiting();
  }

  /** Rows leave in the order of the rules: by end, by start, then by group. */
  advance(watermark: number, cause: number, reason: number): void {
    this.#byTimer = phaseOf(reason) === 0;
    const closing: number[] = [];
    for (let slot = this.#closes.take(watermark); slot !== NONE; slot = this.#closes.take(watermark)) {
      this.#state.closed[slot] = 1;
      closing.push(slot);
    }
    if (closing.length > 0) this.#close(closing, watermark, cause, reason);
    else if (this.#expiries.lowest <= watermark) this.#addWaiting();
    for (let slot = this.#expiries.take(watermark); slot !== NONE; slot = this.#expiries.take(watermark)) {
      if (watermark < Infinity) this.#watcher?.onExpired(this.#moment(slot, cause));
      this.#state.remove(slot);
    }
  }

  printChanged(cause: number, watermark: number): void {
    this.#byTimer = true;
    this.#addWaiting();
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
    this.#state.closed[slot] = isClosed ? 1 : 0;
    (isClosed ? this.#expiries : this.#closes).put(slot);
    this.#tellOlder(older);
    this.#watcher?.onOpened(this.#moment(slot, seq));
    if (isClosed) this.#watcher?.onClosed(this.#moment(slot, seq));
    if (this.#changes === null) this.#aggregate(input, i, slot, isClosed, false);
    else this.#wait(input, i, slot, isClosed, false, NaN, NaN);
  }

  /** The record joins a session, and the next newer one too unless that is NONE: then they are one, in the first's slot. */
  #join(input: WindowInput, i: number, slot: number, absorbed: number, isClosed: boolean): void {
    // What is shown and aggregated has to be up to date where sessions merge.
    if (absorbed !== NONE) this.#addWaiting();
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

    const runs = this.#changes !== null && absorbed === NONE;
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
      if (newStart !== oldStart) this.#tellOlder(older[slot]!);
      this.#setClosed(slot, isClosed);
      if (this.#watcher) {
        const session = this.#moment(slot, seq);
        this.#watcher.onGrown(session, oldStart, oldLast + this.#gap);
        if (absorbed !== NONE) this.#watcher.onAbsorbed(session, absorbedStart, absorbedEnd);
        if (isClosed) this.#watcher.onClosed(session);
      }
    }
    if (runs) return this.#wait(input, i, slot, isClosed, takesBack, oldStart, oldLast);
    const printed = this.#aggregate(input, i, slot, isClosed, merges);
    if (retracts && printed && shown[slot] !== SHOWN) this.#watcher?.onRetracted(this.#moment(slot, seq));
  }

  /** The record goes into the run that is to print. */
  #wait(
    input: WindowInput,
    i: number,
    slot: number,
    isClosed: boolean,
    takesBack: boolean,
    oldStart: number,
    oldLast: number,
  ): void {
    const waiting = this.#waiting;
    const at = waiting.count++;
    put(waiting, at, input, i, slot, isClosed);
    waiting.takesBack[at] = takesBack ? 1 : 0;
    waiting.oldStart[at] = oldStart;
    waiting.oldEnd[at] = oldLast + this.#gap;
    waiting.start[at] = this.#state.start[slot]!;
    waiting.end[at] = this.#state.last[slot]! + this.#gap;
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
    this.#closes.remove(from);
    this.#expiries.remove(from);
    this.#state.remove(from);
  }

  /** With other bounds it is another session: open, or closed without a close that is still to come. */
  #setClosed(slot: number, isClosed: boolean): void {
    if (this.#state.closed[slot] === (isClosed ? 1 : 0)) return;
    this.#state.closed[slot] = isClosed ? 1 : 0;
    (isClosed ? this.#closes : this.#expiries).remove(slot);
    (isClosed ? this.#expiries : this.#closes).put(slot);
  }

  /** A session has a newer neighbour that it had not, or that starts earlier: it may close earlier. */
  #tellOlder(slot: number): void {
    if (slot !== NONE && this.#state.closed[slot] === 0) this.#closes.put(slot);
  }

  /** @returns Whether the session's result was looked at, to be printed. */
  #aggregate(input: WindowInput, i: number, slot: number, isClosed: boolean, merges: boolean): boolean {
    const { mode, everyRows } = this.#rules.emission;
    const emission = this.#emission;
    if (mode === "final" && everyRows === null && !isClosed) {
      put(this.#waiting, this.#waiting.count++, input, i, slot, isClosed);
      return false;
    }
    this.#addWaiting();
    const single = this.#single;
    put(single, 0, input, i, slot, isClosed);
    single.anyClosed = isClosed;
    const { length } = this.changelog;
    if (everyRows === null || isClosed) emission.addEach(input, single, 0, 1);
    else emission.addEvery(everyRows, input, single, 0, 1);
    if (merges) this.changelog.reason.fill(BY_MERGE, length, this.changelog.length);
    return this.changelog.length > length || everyRows === null;
  }

  /** Before anything else is printed, or a slot given out anew, and at the end of an input. */
  #addWaiting(): void {
    const { count } = this.#waiting;
    if (count === 0) return;
    if (this.#changes === null) this.#emission.add(this.#input!, this.#waiting, 0, count);
    else this.#changes.add(this.#input!, this.#waiting, count);
    this.#waiting.count = 0;
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
        this.#addWaiting();
        if (at === newest) newest = next;
        this.#watcher?.onExpired(this.#moment(at, seq));
        this.#expiries.remove(at);
        this.#state.remove(at);
      }
      at = next;
    }
    return newest;
  }

  #close(slots: number[], watermark: number, cause: number, reason: number): void {
    this.#addWaiting();
    const { emission } = this.#rules;
    const { shown } = this.#state;
    const closing = Int32Array.from(slots).sort((a, b) => this.#compare(a, b));
    if (emission.mode === "final") this.#emission.print(closing, cause, ON_TIME, reason, watermark);
    else if (emission.finalMarker) {
      const marked = closing.filter((slot) => shown[slot] === SHOWN);
      this.#emission.print(marked, cause, ON_TIME, reason, watermark);
    }
    for (const slot of closing) {
      this.#watcher?.onClosed(this.#moment(slot, cause));
      this.#expiries.put(slot);
    }
  }

  /** The order of two sessions at one close. */
  #compare(a: number, b: number): number {
    const { start, last, first, key } = this.#state;
    const { byStart, compareKeys } = this.#rules;
    return (
      last[a]! - last[b]! ||
      (byStart ? start[a]! - start[b]! : 0) ||
      (compareKeys ? compareKeys(key[a]!, key[b]!) : first[a]! - first[b]!)
    );
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

function put(
  placed: PlacedRecords,
  at: number,
  input: WindowInput,
  i: number,
  slot: number,
  isClosed: boolean,
): void {
  placed.rows[at] = input.rows[i]!;
  placed.slots[at] = slot;
  placed.closed[at] = isClosed ? 1 : 0;
  placed.judged[at] = input.judged[i]!;
}
