import type { Accumulator, AggregateInput } from "../aggregate/accumulator.ts";
import { BY_CORRECTION, BY_RECORD, EARLY, LATE, NO_PANE, ON_TIME } from "../data/change.ts";
import type { DataType } from "../data/data-type.ts";
import { Changelog, type Having } from "../operator/changelog.ts";
import type { EmissionSpec } from "../spec/emission-spec.ts";
import type { WindowSpec } from "../spec/window-spec.ts";
import { NumberHeap } from "./number-heap.ts";
import { INITIALLY_PASSING, NEW, type PrintingRules, SHOWN, Visibility } from "./visibility.ts";
import { createAssigner } from "./create-assigner.ts";
import type { WindowAssigner } from "./window-assigner.ts";
import { WindowState } from "./window-state.ts";

/** What of the query's rules concerns windows. */
export interface WindowRules {
  readonly window: WindowSpec | null;
  /** ms: a window closes when watermark >= end + closeDelay. */
  readonly closeDelay: number;
  /** ms, at least closeDelay: it expires when watermark >= end + expireDelay. */
  readonly expireDelay: number;
  readonly emission: EmissionSpec;
  /** Types of the aggregates' results. */
  readonly types: readonly DataType[];
  readonly accumulators: readonly Accumulator[];
  readonly having: Having | null;
  readonly printing: PrintingRules;
  /** Whether a group whose first row fails HAVING is retracted when the result of no records would have passed. */
  readonly initialResult: boolean;
  /** Order of groups at one close; null: lowest contributing seq first. */
  readonly compareKeys: ((a: number, b: number) => number) | null;
  /** Told when results were written behind the rows that are there: what did not fit is known by row until the next. */
  readonly onWritten: () => void;
}

/** Records that passed the late verdict, in order of arrival. */
export interface WindowInput {
  /** Seq of row 0. */
  readonly base: number;
  /** Event time of each row, ms. */
  readonly times: Float64Array;
  /** Rows that are offered, and the watermark by which each is judged. */
  readonly rows: Int32Array;
  readonly judged: Float64Array;
  /** Id of the group of each row. */
  readonly keys: Int32Array;
  /** Arguments of each aggregate; `base` is the same. */
  readonly arguments: readonly AggregateInput[];
}

/** Told of records that a window's closing concerns, each with the watermark that judged it. */
export interface WindowListener {
  /** Past retention in every window it belongs to. */
  readonly onExpired: (row: number, judged: number) => void;
  /** Counted in a window that had closed. */
  readonly onCorrection: (row: number, judged: number) => void;
}

/** Told of windows that have state, each with its bounds in ms and the seq of the record that is the cause. */
export interface WindowWatcher {
  /** It got its first group. */
  readonly onOpened: (start: number, end: number, seq: number) => void;
  /** @param seq Infinity at the end of input. */
  readonly onClosed: (start: number, end: number, seq: number) => void;
  /** A shown row of it is taken back and not replaced: HAVING no longer holds. */
  readonly onRetracted: (start: number, end: number, seq: number) => void;
  /** Its state is gone. At the end of input nothing expires: no record comes that would be too late. */
  readonly onExpired: (start: number, end: number, seq: number) => void;
}

/**
 * Assignment, state, aggregation and emission of one query's windows. It knows records, groups and one clock: rows are
 * processed up to the record that moves the watermark over a window's end, then `advance` closes what that ends.
 * A record is offered to its window: open -> aggregate; closed but retained -> aggregate and correct; else expired.
 */
export class WindowOperator {
  readonly changelog: Changelog;
  /** Records aggregated, and those of them that went to a closed window. */
  counted = 0;
  corrections = 0;
  readonly #rules: WindowRules;
  readonly #watcher: WindowWatcher | null;
  readonly #assigner: WindowAssigner;
  readonly #state = new WindowState();
  readonly #visibility: Visibility;
  /** Numbers of windows that have state: not yet closed, and closed but retained. */
  readonly #open = new NumberHeap();
  readonly #retained = new NumberHeap();
  #capacity = 0;
  #watermark = -Infinity;
  #numbers: Float64Array = new Float64Array(0);
  #rows: Int32Array = new Int32Array(0);
  #slots: Int32Array = new Int32Array(0);
  #closed: Uint8Array = new Uint8Array(0);
  #judged: Float64Array = new Float64Array(0);
  /** Whether any of the records last placed went to a closed window. */
  #anyClosed = false;

  constructor(rules: WindowRules, watcher: WindowWatcher | null = null) {
    this.#rules = rules;
    this.#watcher = watcher;
    this.#assigner = createAssigner(rules.window);
    this.#visibility = new Visibility(
      rules.types,
      rules.having,
      rules.printing,
      watcher && ((slot, cause) => this.#tellWithdrawn(watcher, slot, cause)),
    );
    this.changelog = new Changelog(rules.types);
    this.#growAccumulators();
  }

  /** The watermark, ms, at or above which some window may close: rows are processed up to the step that reaches it. */
  get nextClose(): number {
    return this.#assigner.nextEnd(this.#watermark - this.#rules.closeDelay) + this.#rules.closeDelay;
  }

  /** The same of expirations: `advance` must be called at that step too where a watcher is to hear of it there. */
  get nextExpiry(): number {
    return this.#assigner.nextEnd(this.#watermark - this.#rules.expireDelay) + this.#rules.expireDelay;
  }

  /** Groups with state, over all windows. */
  get groups(): number {
    return this.#state.size;
  }

  /** Offers rows `from … to` of the input. Between two calls of `advance` no window closes. */
  process(input: WindowInput, from: number, to: number, listener: WindowListener): void {
    const { mode, scope } = this.#rules.emission;
    if (mode === "changes" && scope === "window") {
      for (let i = from; i < to; i++)
        if (this.#place(input, i, i + 1, listener) === 1) this.#emitWindow(input);
      return;
    }
    const count = this.#place(input, from, to, listener);
    if (mode === "final") this.#aggregateQuietly(input, count);
    else if (count > 0) this.#emitEach(input, 0, count);
  }

  /**
   * The watermark has reached `watermark`: closes windows, then drops state past retention. Rows leave in the order
   * (window, group order).
   * @param cause seq of the record that moved it, Infinity at the end of input. @param reason byte of the reason.
   */
  advance(watermark: number, cause: number, reason: number): void {
    const { closeDelay, expireDelay } = this.#rules;
    this.#watermark = watermark;
    while (this.#open.size > 0 && this.#assigner.end(this.#open.lowest) + closeDelay <= watermark) {
      const window = this.#open.pop();
      this.#close(window, watermark, cause, reason);
      this.#watcher?.onClosed(this.#assigner.start(window), this.#assigner.end(window), cause);
      this.#retained.push(window);
    }
    while (this.#retained.size > 0 && this.#assigner.end(this.#retained.lowest) + expireDelay <= watermark) {
      const window = this.#retained.pop();
      this.#state.remove(window);
      if (watermark < Infinity)
        this.#watcher?.onExpired(this.#assigner.start(window), this.#assigner.end(window), cause);
    }
  }

  /** Finds the slot of every row that is not expired, and whether its window has closed. @returns How many. */
  #place(input: WindowInput, from: number, to: number, listener: WindowListener): number {
    this.#makeRoom(to - from);
    const assigner = this.#assigner;
    const { closeDelay, expireDelay } = this.#rules;
    const numbers = this.#numbers;
    const slots = this.#slots;
    const kept = this.#rows;
    const closed = this.#closed;
    const judgedBy = this.#judged;
    const { rows, judged, keys } = input;
    assigner.assign(input.times, rows, from, to, numbers);
    const state = this.#state;
    const { base } = input;
    const latest = judged[to - 1]!;
    let count = 0;
    let corrections = 0;
    let lastWindow = NaN;
    let end = 0;
    let staysOpen = false;
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      const window = numbers[i - from]!;
      const watermark = judged[i]!;
      if (window !== lastWindow) {
        end = assigner.end(window);
        lastWindow = window;
        staysOpen = latest < end + closeDelay;
      }
      let isClosed = false;
      if (!staysOpen) {
        if (watermark >= end + expireDelay) {
          listener.onExpired(row, watermark);
          continue;
        }
        isClosed = watermark >= end + closeDelay;
      }
      const key = keys[row]!;
      let slot = state.find(key, window);
      if (slot < 0) slot = this.#addGroup(key, window, base + row, isClosed);
      slots[count] = slot;
      kept[count] = row;
      judgedBy[count] = watermark;
      closed[count++] = isClosed ? 1 : 0;
      if (isClosed) {
        corrections++;
        listener.onCorrection(row, watermark);
      }
    }
    this.#anyClosed = corrections > 0;
    this.corrections += corrections;
    this.counted += count;
    return count;
  }

  #addGroup(key: number, window: number, seq: number, isClosed: boolean): number {
    const slot = this.#state.add(key, window, seq);
    if (this.#state.isNewWindow) this.#openWindow(window, seq, isClosed);
    if (this.#state.capacity > this.#capacity) this.#growAccumulators();
    for (const accumulator of this.#rules.accumulators) accumulator.reset(slot);
    this.#state.shown[slot] = this.#passesInitially(slot) ? INITIALLY_PASSING : NEW;
    return slot;
  }

  /** @param isClosed its end has passed: its first record opens it and closes it. */
  #openWindow(window: number, seq: number, isClosed: boolean): void {
    (isClosed ? this.#retained : this.#open).push(window);
    if (!this.#watcher) return;
    const start = this.#assigner.start(window);
    const end = this.#assigner.end(window);
    this.#watcher.onOpened(start, end, seq);
    if (isClosed) this.#watcher.onClosed(start, end, seq);
  }

  #tellWithdrawn(watcher: WindowWatcher, slot: number, cause: number): void {
    const window = this.#state.window[slot]!;
    watcher.onRetracted(this.#assigner.start(window), this.#assigner.end(window), cause);
  }

  /** Tries the empty group's result as a row behind the changelog's last. */
  #passesInitially(slot: number): boolean {
    const { initialResult, having, emission, accumulators } = this.#rules;
    if (!initialResult || !having || emission.mode !== "changes") return false;
    const log = this.changelog;
    const at = log.length;
    const only = Int32Array.of(slot);
    log.reserve(1);
    accumulators.forEach((accumulator, index) => accumulator.read(only, 0, 1, log.aggregates[index]!, at));
    this.#describe(at, only, 0, 1);
    log.length = at + 1;
    const passes = having.test(log, at, at + 1)[0] === 1;
    log.truncate(at);
    return passes;
  }

  /** EMIT FINAL: an open window prints nothing; a closed one prints its correction after each record. */
  #aggregateQuietly(input: WindowInput, count: number): void {
    if (!this.#anyClosed) return this.#add(input, 0, count);
    let from = 0;
    while (from < count) {
      const isClosed = this.#closed[from]!;
      let to = from + 1;
      while (to < count && this.#closed[to] === isClosed) to++;
      if (isClosed === 0) this.#add(input, from, to);
      else if (this.#rules.printing.updateBefore)
        for (let i = from; i < to; i++) this.#emitEach(input, i, i + 1);
      else this.#emitEach(input, from, to);
      from = to;
    }
  }

  #add(input: WindowInput, from: number, to: number): void {
    this.#rules.accumulators.forEach((accumulator, index) =>
      accumulator.add(input.arguments[index]!, this.#rows, this.#slots, from, to),
    );
  }

  /** One row for each record, with its group's result after that record. */
  #emitEach(input: WindowInput, from: number, to: number): void {
    const log = this.changelog;
    const at = log.length;
    log.reserve(to - from);
    this.#rules.accumulators.forEach((accumulator, index) =>
      accumulator.addEach(
        input.arguments[index]!,
        this.#rows,
        this.#slots,
        from,
        to,
        log.aggregates[index]!,
        at,
      ),
    );
    const end = at + to - from;
    log.pane.fill(this.#rules.window ? EARLY : NO_PANE, at, end);
    log.reason.fill(BY_RECORD, at, end);
    log.watermark.set(this.#judged.subarray(from, to), at);
    const { cause, pane, reason } = log;
    const { base } = input;
    const rows = this.#rows;
    for (let i = from; i < to; i++) cause[at + i - from] = base + rows[i]!;
    if (this.#anyClosed)
      for (let i = from; i < to; i++) {
        if (this.#closed[i] === 0) continue;
        pane[at + i - from] = LATE;
        reason[at + i - from] = BY_CORRECTION;
      }
    this.#describe(at, this.#slots, from, to);
    log.length = end;
    this.#rules.onWritten();
    this.#visibility.apply(log, at, this.#state, this.#slots, from);
  }

  /** The one record just placed, then a row for every group of its window (`emit.scope = window`). */
  #emitWindow(input: WindowInput): void {
    this.#add(input, 0, 1);
    const window = this.#state.window[this.#slots[0]!]!;
    const isClosed = this.#closed[0] === 1;
    const openPane = this.#rules.window ? EARLY : NO_PANE;
    this.#emitGroups(
      this.#slotsOf(window),
      input.base + this.#rows[0]!,
      isClosed ? LATE : openPane,
      isClosed ? BY_CORRECTION : BY_RECORD,
      this.#judged[0]!,
    );
  }

  #close(window: number, watermark: number, cause: number, reason: number): void {
    const { emission, compareKeys } = this.#rules;
    const slots = this.#slotsOf(window);
    if (emission.mode === "final") {
      if (compareKeys) slots.sort((a, b) => compareKeys(this.#state.key[a]!, this.#state.key[b]!));
      this.#emitGroups(slots, cause, this.#rules.window ? ON_TIME : NO_PANE, reason, watermark);
    } else if (emission.finalMarker && this.#rules.window) {
      const shown = slots.filter((slot) => this.#state.shown[slot] === SHOWN);
      this.#emitGroups(shown, cause, ON_TIME, reason, watermark);
    }
  }

  #emitGroups(slots: Int32Array, cause: number, pane: number, reason: number, watermark: number): void {
    const log = this.changelog;
    const at = log.length;
    const to = at + slots.length;
    log.reserve(slots.length);
    this.#rules.accumulators.forEach((accumulator, index) =>
      accumulator.read(slots, 0, slots.length, log.aggregates[index]!, at),
    );
    log.cause.fill(cause, at, to);
    log.pane.fill(pane, at, to);
    log.reason.fill(reason, at, to);
    log.watermark.fill(watermark, at, to);
    this.#describe(at, slots, 0, slots.length);
    log.length = to;
    this.#rules.onWritten();
    this.#visibility.apply(log, at, this.#state, slots, 0);
  }

  /** Group, window and place in the order of a close, of rows `at` on. */
  #describe(at: number, slots: Int32Array, from: number, to: number): void {
    const { key, windowStart, first } = this.changelog;
    const state = this.#state;
    let lastWindow = NaN;
    let start = 0;
    for (let i = from; i < to; i++) {
      const slot = slots[i]!;
      const window = state.window[slot]!;
      if (window !== lastWindow) {
        start = this.#assigner.start(window);
        lastWindow = window;
      }
      const row = at + i - from;
      key[row] = state.key[slot]!;
      windowStart[row] = start;
      first[row] = state.first[slot]!;
    }
  }

  #slotsOf(window: number): Int32Array {
    const entry = this.#state.entry(window)!;
    const slots = new Int32Array(entry.groups);
    this.#state.slots(entry, slots);
    return slots;
  }

  #makeRoom(count: number): void {
    if (count <= this.#rows.length) return;
    this.#numbers = new Float64Array(count);
    this.#rows = new Int32Array(count);
    this.#slots = new Int32Array(count);
    this.#closed = new Uint8Array(count);
    this.#judged = new Float64Array(count);
  }

  #growAccumulators(): void {
    this.#capacity = this.#state.capacity;
    for (const accumulator of this.#rules.accumulators) accumulator.reserve(this.#capacity);
  }
}
