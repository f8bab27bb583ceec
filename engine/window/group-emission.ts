import { BY_CORRECTION, BY_RECORD, BY_TIMER, EARLY, LATE, NO_PANE } from "../data/change.ts";
import type { ColumnBuffer } from "../data/column-buffer.ts";
import { Changelog } from "../operator/changelog.ts";
import { ChangedSlots } from "./changed-slots.ts";
import type { GroupSlots } from "./group-slots.ts";
import type { PlacedRecords } from "./placed-records.ts";
import { INITIALLY_PASSING, NEW, Visibility } from "./visibility.ts";
import type { WindowInput, WindowRules } from "./windowed-aggregation.ts";

/** Where windows lie, by number: ms, [start, end). */
export interface WindowBounds {
  start(window: number): number;
  end(window: number): number;
}

/**
 * Aggregation and printing of the groups of a state: records go into their slots, results come out as rows of the
 * changelog, which say what HAVING and the preset's rules make of them.
 */
export class GroupEmission {
  readonly changelog: Changelog;
  readonly #rules: WindowRules;
  readonly #bounds: WindowBounds;
  readonly #state: GroupSlots;
  readonly #visibility: Visibility;
  #capacity = 0;
  /** Records of each slot, where EMIT EVERY n ROWS counts them. */
  #records: Float64Array = new Float64Array(0);
  /** Where EMIT EVERY interval prints them; else null. */
  readonly #changed: ChangedSlots | null;

  /** @param onWithdrawn told of each shown row that HAVING takes back: its slot, and the seq that is the cause. */
  constructor(
    rules: WindowRules,
    bounds: WindowBounds,
    state: GroupSlots,
    onWithdrawn: ((slot: number, cause: number) => void) | null,
  ) {
    this.#rules = rules;
    this.#bounds = bounds;
    this.#state = state;
    this.#visibility = new Visibility(
      rules.types,
      rules.having,
      rules.printing,
      onWithdrawn,
      rules.window?.kind === "session",
    );
    this.changelog = new Changelog(rules.types);
    this.#changed = rules.emission.everyInterval === null ? null : new ChangedSlots();
    this.#grow();
  }

  /** Of each aggregate what is shown of each slot; none where nobody asks. */
  get lastShown(): readonly ColumnBuffer[] {
    return this.#visibility.lastShown;
  }

  /** Begins a slot that the state has just given out: it holds no record. */
  begin(slot: number): void {
    if (this.#state.capacity > this.#capacity) this.#grow();
    for (const accumulator of this.#rules.accumulators) accumulator.reset(slot);
    if (this.#rules.emission.everyRows !== null) this.#records[slot] = 0;
    this.#changed?.clear(slot);
    this.#state.shown[slot] = this.#passesInitially(slot) ? INITIALLY_PASSING : NEW;
  }

  /** Aggregates pairs `from … to` and prints nothing: where a timer prints, they count as changed. */
  add(input: WindowInput, placed: PlacedRecords, from: number, to: number): void {
    this.#rules.accumulators.forEach((accumulator, index) =>
      accumulator.add(input.arguments[index]!, placed.rows, placed.slots, from, to),
    );
    if (this.#changed) for (let i = from; i < to; i++) this.#changed.mark(placed.slots[i]!);
  }

  /** Aggregates pairs `from … to`, and prints a group's result after every `every`-th of its records. */
  addEvery(every: number, input: WindowInput, placed: PlacedRecords, from: number, to: number): void {
    let done = from;
    for (let i = from; i < to; i++) {
      if (++this.#records[placed.slots[i]!]! % every !== 0) continue;
      if (i > done) this.add(input, placed, done, i);
      this.addEach(input, placed, i, i + 1);
      done = i + 1;
    }
    if (to > done) this.add(input, placed, done, to);
  }

  /** Aggregates pairs `from … to`, and after each prints its group's result. */
  addEach(input: WindowInput, placed: PlacedRecords, from: number, to: number): void {
    const log = this.changelog;
    const at = log.length;
    const { rows, slots, closed, judged } = placed;
    log.reserve(to - from);
    this.#rules.accumulators.forEach((accumulator, index) =>
      accumulator.addEach(input.arguments[index]!, rows, slots, from, to, log.aggregates[index]!, at),
    );
    const end = at + to - from;
    log.pane.fill(this.#rules.window ? EARLY : NO_PANE, at, end);
    log.reason.fill(BY_RECORD, at, end);
    log.watermark.set(judged.subarray(from, to), at);
    const { cause, pane, reason } = log;
    const { base } = input;
    for (let i = from; i < to; i++) cause[at + i - from] = base + rows[i]!;
    if (placed.anyClosed)
      for (let i = from; i < to; i++) {
        if (closed[i] === 0) continue;
        pane[at + i - from] = LATE;
        reason[at + i - from] = BY_CORRECTION;
      }
    this.#describe(at, slots, from, to);
    this.#write(at, end, slots, from);
  }

  /**
   * Takes back the shown rows of groups, whose window is to have other bounds.
   * @param slots all shown. @param cause seq of the record. @param watermark ms.
   */
  retract(slots: Int32Array, cause: number, pane: number, reason: number, watermark: number): void {
    const log = this.changelog;
    const at = log.length;
    const to = at + slots.length;
    log.reserve(slots.length);
    log.cause.fill(cause, at, to);
    log.pane.fill(pane, at, to);
    log.reason.fill(reason, at, to);
    log.watermark.fill(watermark, at, to);
    this.#describe(at, slots, 0, slots.length);
    log.length = to;
    this.#visibility.retract(log, at, this.#state, slots);
  }

  /** Two groups become one: `into` holds the records of both, and is to get another; `from` is to be given out anew. */
  merge(into: number, from: number): void {
    for (const accumulator of this.#rules.accumulators) accumulator.merge(into, from);
    if (this.#rules.emission.everyRows !== null) this.#records[into]! += this.#records[from]!;
    this.#changed?.clear(from);
  }

  /** Prints the results of groups as they are. @param cause seq of the record. @param watermark ms. @param count of the slots. */
  print(
    slots: Int32Array,
    cause: number,
    pane: number,
    reason: number,
    watermark: number,
    count: number = slots.length,
  ): void {
    const log = this.changelog;
    const at = log.length;
    const to = at + count;
    log.reserve(count);
    this.#rules.accumulators.forEach((accumulator, index) =>
      accumulator.read(slots, 0, count, log.aggregates[index]!, at),
    );
    const { cause: causes, pane: panes, reason: reasons, watermark: watermarks } = log;
    // Often these are few rows, for which calls of fill would cost more than all else.
    for (let row = at; row < to; row++) {
      causes[row] = cause;
      panes[row] = pane;
      reasons[row] = reason;
      watermarks[row] = watermark;
    }
    this.#describe(at, slots, 0, count);
    this.#write(at, to, slots, 0);
    if (this.#changed) for (let i = 0; i < count; i++) this.#changed.clear(slots[i]!);
  }

  /**
   * Prints the groups that changed since they last printed, in the order of their windows, then of first contribution.
   * @param cause seq of the record whose arrival let the timer pass. @param watermark ms.
   */
  printChanged(cause: number, watermark: number): void {
    const slots = this.#changed?.take();
    if (!slots || slots.length === 0) return;
    const { window, first } = this.#state;
    const start = (slot: number): number => this.#bounds.start(window[slot]!);
    const end = (slot: number): number => this.#bounds.end(window[slot]!);
    slots.sort((a, b) => end(a) - end(b) || start(a) - start(b) || first[a]! - first[b]!);
    this.print(slots, cause, this.#rules.window ? EARLY : NO_PANE, BY_TIMER, watermark);
  }

  /** @param start where the slot of the first of these rows stands. */
  #write(from: number, to: number, slots: Int32Array, start: number): void {
    this.changelog.length = to;
    this.#rules.onWritten();
    this.#visibility.apply(this.changelog, from, this.#state, slots, start);
  }

  /** Group, window and place in the order of a close, of rows `at` on. */
  #describe(at: number, slots: Int32Array, from: number, to: number): void {
    const { key, windowStart, windowEnd, first } = this.changelog;
    const state = this.#state;
    let lastWindow = NaN;
    let start = 0;
    let end = 0;
    for (let i = from; i < to; i++) {
      const slot = slots[i]!;
      const window = state.window[slot]!;
      if (window !== lastWindow) {
        start = this.#bounds.start(window);
        end = this.#bounds.end(window);
        lastWindow = window;
      }
      const row = at + i - from;
      key[row] = state.key[slot]!;
      windowStart[row] = start;
      windowEnd[row] = end;
      first[row] = state.first[slot]!;
    }
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
    const passes = having.test(log, at, at + 1, true)[0] === 1;
    log.truncate(at);
    return passes;
  }

  #grow(): void {
    this.#capacity = this.#state.capacity;
    for (const accumulator of this.#rules.accumulators) accumulator.reserve(this.#capacity);
    this.#changed?.reserve(this.#capacity);
    if (this.#rules.emission.everyRows === null) return;
    const records = new Float64Array(this.#capacity);
    records.set(this.#records);
    this.#records = records;
  }
}
