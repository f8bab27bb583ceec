import { BY_CORRECTION, BY_RECORD, EARLY, LATE, NO_PANE, ON_TIME } from "../data/change.ts";
import type { Changelog } from "../operator/changelog.ts";
import { createAssigner } from "./create-assigner.ts";
import { GroupEmission } from "./group-emission.ts";
import { NumberHeap } from "./number-heap.ts";
import { PlacedRecords } from "./placed-records.ts";
import { type Slices, slicesOf } from "./slices.ts";
import { SHOWN } from "./visibility.ts";
import type { WindowAssigner } from "./window-assigner.ts";
import type {
  GridRules,
  WindowedAggregation,
  WindowInput,
  WindowListener,
  WindowWatcher,
} from "./windowed-aggregation.ts";
import { WindowState } from "./window-state.ts";

/** Pairs of a record and a window that are worked on at once, unless one record alone has more. */
const PAIRS_AT_ONCE = 65_536;

/**
 * Windows that lie on a grid, each of which an event time tells: assignment, state and closing of one query. Rows are
 * processed up to the record that moves the watermark over a window's end, then `advance` closes what that ends.
 * A record is offered to each of its windows: open -> aggregate; closed but retained -> aggregate and correct; else
 * expired there. Where slices serve and nobody watches, a record goes into one slice for all its open windows.
 */
export class WindowOperator implements WindowedAggregation {
  counted = 0;
  corrections = 0;
  readonly #rules: GridRules;
  readonly #watcher: WindowWatcher | null;
  readonly #assigner: WindowAssigner;
  readonly #state = new WindowState();
  readonly #emission: GroupEmission;
  readonly #placed = new PlacedRecords();
  readonly #slices: Slices | null;
  /** Numbers of windows that have state: not yet closed (those still in slices apart), and closed but retained. */
  readonly #open = new NumberHeap();
  readonly #retained = new NumberHeap();
  /** Slots of groups that a record began for which their window is closed, while its close is still to be told. */
  readonly #begunLate = new Set<number>();
  #watermark = -Infinity;
  /** The slots of the window that was printed last. */
  #printed: Int32Array = new Int32Array(0);
  #printedWindow = NaN;
  #printedCount = 0;
  /** Numbers of the first and the last window of each record. */
  #first: Float64Array = new Float64Array(0);
  #last: Float64Array = new Float64Array(0);

  constructor(rules: GridRules, watcher: WindowWatcher | null = null) {
    this.#rules = rules;
    this.#watcher = watcher;
    this.#assigner = createAssigner(rules.window);
    this.#emission = new GroupEmission(
      rules,
      this.#assigner,
      this.#state,
      watcher && ((slot, cause) => this.#tellRetracted(watcher, slot, cause)),
    );
    // Who watches hears of each window as it gets its first record.
    this.#slices = watcher ? null : slicesOf(rules, { state: this.#state, emission: this.#emission });
  }

  get changelog(): Changelog {
    return this.#emission.changelog;
  }

  get nextClose(): number {
    return this.#assigner.nextEnd(this.#watermark - this.#rules.closeDelay) + this.#rules.closeDelay;
  }

  get nextExpiry(): number {
    return this.#assigner.nextEnd(this.#watermark - this.#rules.expireDelay) + this.#rules.expireDelay;
  }

  /** Groups with state, over all windows. */
  get groups(): number {
    return this.#state.size;
  }

  /** Where windows may end is known whatever records come. */
  foresee(): void {}

  process(input: WindowInput, from: number, to: number, listener: WindowListener): void {
    const slices = this.#slices;
    if (!slices) return this.#offer(input, from, to, listener);
    for (let at = from; at < to;) {
      slices.close(input.judged[at]!, this.#open);
      const end = slices.runEnd(input.judged, at, to);
      this.#offer(input, at, end, listener);
      at = end;
    }
  }

  #offer(input: WindowInput, from: number, to: number, listener: WindowListener): void {
    const { mode, scope } = this.#rules.emission;
    const printsWindows = mode === "changes" && scope === "window";
    const most = printsWindows ? 1 : Math.max(1, Math.floor(PAIRS_AT_ONCE / this.#assigner.windowsPerRecord));
    for (let at = from; at < to; at += most) {
      this.#place(input, at, Math.min(at + most, to), listener);
      const { count } = this.#placed;
      if (count === 0) continue;
      if (printsWindows) this.#printWindows(input);
      else if (mode === "final") this.#aggregateQuietly(input, count);
      else this.#emission.addEach(input, this.#placed, 0, count);
    }
  }

  /** Rows leave in the order (window, group order). */
  advance(watermark: number, cause: number, reason: number): void {
    const { closeDelay, expireDelay } = this.#rules;
    this.#watermark = watermark;
    this.#slices?.close(watermark, this.#open);
    while (this.#open.size > 0 && this.#assigner.end(this.#open.lowest) + closeDelay <= watermark) {
      const window = this.#open.pop();
      this.#close(window, watermark, cause, reason);
      this.#watcher?.onClosed(this.#assigner.start(window), this.#assigner.end(window), cause);
      this.#retained.push(window);
    }
    this.#begunLate.clear();
    while (this.#retained.size > 0 && this.#assigner.end(this.#retained.lowest) + expireDelay <= watermark) {
      const window = this.#retained.pop();
      this.#state.remove(window);
      if (watermark < Infinity)
        this.#watcher?.onExpired(this.#assigner.start(window), this.#assigner.end(window), cause);
    }
  }

  printChanged(cause: number, watermark: number): void {
    this.#emission.printChanged(cause, watermark);
  }

  /** Finds the slot of every row in each of its windows that is not expired, and whether that window has closed. */
  #place(input: WindowInput, from: number, to: number, listener: WindowListener): void {
    const assigner = this.#assigner;
    const placed = this.#placed;
    const { closeDelay, expireDelay } = this.#rules;
    const { base, times, rows, judged, keys } = input;
    this.#makeRoom(to - from);
    const firsts = this.#first;
    const lasts = this.#last;
    assigner.assign(times, rows, from, to, firsts, lasts);
    const state = this.#state;
    const sliced = this.#slices !== null;
    const latest = judged[to - 1]!;
    const { rows: kept, slots, closed, judged: judgedBy } = placed;
    let count = 0;
    let counted = 0;
    let corrections = 0;
    let lastWindow = NaN;
    let end = 0;
    let staysOpen = false;
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      const watermark = judged[i]!;
      const last = lasts[i - from]!;
      const before = count;
      let missed = false;
      let corrected = false;
      for (let window = firsts[i - from]!; window <= last; window++) {
        if (window !== lastWindow) {
          end = assigner.end(window);
          lastWindow = window;
          staysOpen = latest < end + closeDelay;
        }
        let isClosed = false;
        if (!staysOpen) {
          if (watermark >= end + expireDelay) {
            missed = true;
            continue;
          }
          isClosed = watermark >= end + closeDelay;
        }
        // All windows from this one on are open: it goes into what they share.
        if (sliced && !isClosed) window = last;
        const key = keys[row]!;
        let slot = state.find(key, window);
        if (slot < 0) slot = this.#addGroup(key, window, base + row, isClosed);
        slots[count] = slot;
        kept[count] = row;
        judgedBy[count] = watermark;
        closed[count++] = isClosed ? 1 : 0;
        corrected ||= isClosed;
      }
      if (count > before) {
        counted++;
        if (missed) listener.onMissed(row, watermark);
        if (corrected) {
          corrections++;
          listener.onCorrection(row, watermark);
        }
      } else if (missed) listener.onExpired(row, watermark);
      else listener.onNoWindow(row, watermark);
    }
    placed.count = count;
    placed.anyClosed = corrections > 0;
    this.counted += counted;
    this.corrections += corrections;
  }

  #addGroup(key: number, window: number, seq: number, isClosed: boolean): number {
    const slot = this.#state.add(key, window, seq);
    if (this.#state.isNewWindow) this.#openWindow(window, seq, isClosed);
    else if (isClosed && this.#assigner.end(window) + this.#rules.closeDelay > this.#watermark)
      this.#begunLate.add(slot);
    this.#emission.begin(slot);
    return slot;
  }

  /** @param isClosed its end has passed: its first record opens it and closes it. */
  #openWindow(window: number, seq: number, isClosed: boolean): void {
    if (isClosed) this.#retained.push(window);
    else if (this.#slices) this.#slices.add(window);
    else this.#open.push(window);
    if (!this.#watcher) return;
    const start = this.#assigner.start(window);
    const end = this.#assigner.end(window);
    this.#watcher.onOpened(start, end, seq);
    if (isClosed) this.#watcher.onClosed(start, end, seq);
  }

  /** EMIT FINAL and EVERY: a closed window prints its correction after each record, an open one nothing, or after every n-th. */
  #aggregateQuietly(input: WindowInput, count: number): void {
    const placed = this.#placed;
    if (!placed.anyClosed) return this.#addOpen(input, 0, count);
    let from = 0;
    while (from < count) {
      const isClosed = placed.closed[from]!;
      let to = from + 1;
      while (to < count && placed.closed[to] === isClosed) to++;
      if (isClosed === 0) this.#addOpen(input, from, to);
      else this.#emission.addEach(input, placed, from, to);
      from = to;
    }
  }

  #addOpen(input: WindowInput, from: number, to: number): void {
    const { everyRows } = this.#rules.emission;
    if (everyRows === null) this.#emission.add(input, this.#placed, from, to);
    else this.#emission.addEvery(everyRows, input, this.#placed, from, to);
  }

  /** The one record just placed, then a row for every group of each of its windows (`emit.scope = window`). */
  #printWindows(input: WindowInput): void {
    const { count, rows, slots, closed, judged } = this.#placed;
    this.#emission.add(input, this.#placed, 0, count);
    const openPane = this.#rules.window ? EARLY : NO_PANE;
    for (let i = 0; i < count; i++) {
      const isClosed = closed[i] === 1;
      this.#listPrinted(this.#state.window[slots[i]!]!);
      this.#emission.print(
        this.#printed,
        input.base + rows[i]!,
        isClosed ? LATE : openPane,
        isClosed ? BY_CORRECTION : BY_RECORD,
        judged[i]!,
        this.#printedCount,
      );
    }
  }

  #close(window: number, watermark: number, cause: number, reason: number): void {
    const { emission, compareKeys } = this.#rules;
    if (emission.mode === "final") {
      this.#listPrinted(window);
      const count = this.#leaveOutBegunLate(this.#printed, this.#printedCount);
      if (this.#slices) this.#state.sortByFirst(this.#printed, count);
      if (compareKeys)
        this.#printed
          .subarray(0, count)
          .sort((a, b) => compareKeys(this.#state.key[a]!, this.#state.key[b]!));
      this.#emission.print(
        this.#printed,
        cause,
        this.#rules.window ? ON_TIME : NO_PANE,
        reason,
        watermark,
        count,
      );
      this.#printedWindow = NaN;
    } else if (emission.finalMarker && this.#rules.window) {
      const slots = this.#slotsOf(window);
      const shown = slots
        .subarray(0, this.#leaveOutBegunLate(slots, slots.length))
        .filter((slot) => this.#state.shown[slot] === SHOWN);
      this.#emission.print(shown, cause, ON_TIME, reason, watermark);
    }
  }

  /** Groups that a correction began are no part of the close, though that is told after it. @returns How many slots are left. */
  #leaveOutBegunLate(slots: Int32Array, count: number): number {
    if (this.#begunLate.size === 0) return count;
    let kept = 0;
    for (let i = 0; i < count; i++) if (!this.#begunLate.has(slots[i]!)) slots[kept++] = slots[i]!;
    return kept;
  }

  #tellRetracted(watcher: WindowWatcher, slot: number, cause: number): void {
    const window = this.#state.window[slot]!;
    watcher.onRetracted(this.#assigner.start(window), this.#assigner.end(window), cause);
  }

  /** Lists the slots of a window, which may be printed again and again: anew only when it has got a group. */
  #listPrinted(window: number): void {
    const entry = this.#state.entry(window)!;
    if (window === this.#printedWindow && entry.groups === this.#printedCount) return;
    if (entry.groups > this.#printed.length) this.#printed = new Int32Array(2 * entry.groups);
    this.#state.slots(entry, this.#printed);
    this.#printedWindow = window;
    this.#printedCount = entry.groups;
  }

  #slotsOf(window: number): Int32Array {
    const entry = this.#state.entry(window)!;
    const slots = new Int32Array(entry.groups);
    this.#state.slots(entry, slots);
    return slots;
  }

  #makeRoom(records: number): void {
    this.#placed.reserve(records * this.#assigner.windowsPerRecord);
    if (records <= this.#first.length) return;
    this.#first = new Float64Array(records);
    this.#last = new Float64Array(records);
  }
}
