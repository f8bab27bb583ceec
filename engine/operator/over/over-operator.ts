import type { AggregateInput } from "../../aggregate/accumulator.ts";
import { BY_RECORD, INSERT, NO_PANE } from "../../data/change.ts";
import type { Column } from "../../data/column.ts";
import { takeRows } from "../../data/take-rows.ts";
import { mergeWarnings, type WarningCounts } from "../../expression/warning-counts.ts";
import { Changelog } from "../changelog.ts";
import { CellStore } from "./cell-store.ts";
import { OverWindow } from "./over-window.ts";
import type { OverInput, OverRules } from "./over-rules.ts";
import { WaitingCells } from "./waiting-cells.ts";

/** Told of a record that no window takes any more, with the watermark that judged it. */
export interface ExpiryListener {
  readonly onExpired: (row: number, judged: number) => void;
}

/**
 * The functions of one query over windows of records: a record puts out one row, when it arrives or when the watermark
 * has passed its event time. Frames are moved record by record; what functions make of them is computed once a batch.
 */
export class OverOperator {
  readonly changelog: Changelog;
  /** Records that were taken. */
  counted = 0;
  readonly corrections = 0;
  readonly nextExpiry: number = Infinity;
  readonly #rules: OverRules;
  readonly #store: CellStore;
  readonly #windows: readonly OverWindow[];
  readonly #waiting: WaitingCells;
  /** By seq. */
  readonly #warnings: WarningCounts;
  /** By row of the changelog. */
  readonly #misfits: WarningCounts = new Map();
  /** By window its functions, as indexes of the rules' functions. */
  readonly #functions: readonly (readonly number[])[];
  #watermark = -Infinity;
  /** By row of the changelog: its record, and 0 where it is held back until buffers are full. */
  #current: Int32Array = new Int32Array(1_024);
  #prints: Uint8Array = new Uint8Array(1_024);
  /** Rows that are held back. */
  #held = 0;
  /** The cells of the records at hand. */
  #cells: Int32Array = new Int32Array(0);
  /** By cell that waits: its group's slot in each window, and the group by which it was spread. */
  readonly #slots: Int32Array[];
  #keys: Int32Array = new Int32Array(0);

  /** @param warnings counts results that do not fit their types, by seq. */
  constructor(rules: OverRules, warnings: WarningCounts) {
    this.#rules = rules;
    this.#warnings = warnings;
    const { columns, functions, windows, waits } = rules;
    const read = new Set([
      ...functions.flatMap((each) => each.columns),
      ...windows.flatMap((window) => window.order),
      ...(waits ? rules.carried : []),
    ]);
    this.#store = new CellStore(
      columns.map((type, index) => (read.has(index) ? type : null)),
      windows.length,
      waits || windows.some(({ spec }) => spec.expireAfter !== null),
    );
    this.#waiting = new WaitingCells(this.#store);
    this.#functions = windows.map((_, window) =>
      functions.flatMap(({ over }, index) => (over.window === window ? [index] : [])),
    );
    this.#windows = windows.map(
      (window, index) =>
        new OverWindow(
          rules,
          window,
          this.#functions[index]!.map((at) => functions[at]!),
          this.#store,
          this.#misfits,
        ),
    );
    this.#slots = windows.map(() => new Int32Array(0));
    this.changelog = new Changelog(functions.map(({ over }) => over.type));
  }

  /** The watermark, ms, at or above which rows may leave: where they wait, any that is higher than the last. */
  get nextClose(): number {
    return this.#rules.waits ? this.#watermark + 1 : Infinity;
  }

  /** Offers rows `from … to` of the input. */
  process(
    input: OverInput & { readonly arguments: readonly AggregateInput[] },
    from: number,
    to: number,
    listener: ExpiryListener,
  ): void {
    const { columns } = input.arguments[0]!;
    const groups = this.#windows.map((window) => window.groupsOf(columns, input.times.length, input.keys));
    if (this.#rules.waits) this.#wait(input, columns, groups, from, to, listener);
    else this.#take(input, columns, groups, from, to, listener);
  }

  /**
   * The watermark has reached `watermark`: lets the rows go whose time it has passed, in order of (event time, seq).
   * @param cause seq of the record that moved it, Infinity at the end of input. @param reason byte of the reason.
   */
  advance(watermark: number, cause: number, reason: number): void {
    this.#watermark = watermark;
    const log = this.changelog;
    while (
      this.#waiting.earliest < Infinity &&
      this.#waiting.earliest + this.#rules.leaveDelay <= watermark
    ) {
      const cells = this.#waiting.takeEarliest();
      const places = this.#windows.map((window, index) =>
        cells.map((cell) => window.lanes.add(this.#slots[index]![cell]!, cell)),
      );
      cells.forEach((cell, at) => {
        this.#windows.forEach(({ lanes }, index) => {
          const slot = this.#slots[index]![cell]!;
          lanes.move(slot, places[index]![at]!);
          lanes.lane(slot).lastLeft = this.#store.time[cell]!;
        });
        const row = this.#appendRows(1);
        log.cause[row] = cause;
        log.reason[row] = reason;
        log.watermark[row] = watermark;
        log.first[row] = this.#store.seq[cell]!;
        log.key[row] = this.#keys[cell]!;
        // Rows that waited are in the order of their times, over all partitions too.
        log.windowEnd[row] = this.#store.time[cell]!;
        this.#current[row] = cell;
      });
    }
  }

  /**
   * Computes the functions of the rows since the last `clear`.
   * @param input the batch's columns, or null where rows wait.
   * @returns The carried columns, one row a row of the changelog.
   */
  finishRows(input: { readonly base: number; readonly columns: readonly Column[] } | null): Column[] {
    const log = this.changelog;
    this.#windows.forEach((window, index) =>
      window.write(
        this.#functions[index]!.map((at) => log.aggregates[at]!),
        this.#current,
      ),
    );
    mergeWarnings(this.#warnings, this.#misfits, (row) => log.first[row]!);
    this.#misfits.clear();
    this.#dropHeldBack();
    const { length } = log;
    const rows = this.#rules.waits ? this.#current : new Int32Array(length);
    if (input && !this.#rules.waits)
      for (let row = 0; row < length; row++) rows[row] = log.first[row]! - input.base;
    return this.#rules.carried.map((index) =>
      takeRows(this.#rules.waits ? this.#store.column(index) : input!.columns[index]!, rows, length),
    );
  }

  /** Forgets the rows that are out. */
  clear(): void {
    this.changelog.clear();
    for (const { lanes } of this.#windows) lanes.clear();
    this.#store.recycle();
  }

  #take(
    input: OverInput,
    columns: readonly Column[],
    groups: readonly Int32Array[],
    from: number,
    to: number,
    listener: ExpiryListener,
  ): void {
    const cells = this.#cellsOf(input, columns, from, to);
    const windows = this.#windows;
    const log = this.changelog;
    const first = this.#appendRows(to - from);
    log.reason.fill(BY_RECORD, first, log.length);
    for (let i = from; i < to; i++) {
      const row = input.rows[i]!;
      const cell = cells[i]!;
      let taken = 0;
      let prints = 1;
      for (let index = 0; index < windows.length; index++) {
        const { lanes } = windows[index]!;
        const slot = lanes.slotOf(groups[index]![row]!);
        if (!lanes.take(slot, cell)) {
          lanes.skip();
          this.#store.giveUp(cell);
          continue;
        }
        taken++;
        if (this.#rules.windows[index]!.spec.onlyFull && !lanes.isFull(slot)) prints = 0;
      }
      if (taken === 0) listener.onExpired(row, input.judged[i]!);
      else this.counted++;
      const at = first + i - from;
      log.cause[at] = log.first[at] = input.base + row;
      log.watermark[at] = input.judged[i]!;
      log.key[at] = input.keys[row]!;
      this.#current[at] = cell;
      if (taken > 0 && prints === 1) continue;
      this.#prints[at] = 0;
      this.#held++;
    }
  }

  #wait(
    input: OverInput,
    columns: readonly Column[],
    groups: readonly Int32Array[],
    from: number,
    to: number,
    listener: ExpiryListener,
  ): void {
    const { lateByGroup, leaveDelay } = this.#rules;
    const cells = this.#cellsOf(input, columns, from, to);
    this.#makeRoomToWait();
    for (let i = from; i < to; i++) {
      const row = input.rows[i]!;
      const cell = cells[i]!;
      const time = input.times[row]!;
      let late = !lateByGroup && time + leaveDelay <= input.judged[i]!;
      this.#windows.forEach(({ lanes }, index) => {
        const slot = lanes.slotOf(groups[index]![row]!);
        this.#slots[index]![cell] = slot;
        late ||= lateByGroup && time <= lanes.lane(slot).lastLeft;
      });
      if (late) {
        listener.onExpired(row, input.judged[i]!);
        for (let each = 0; each < this.#windows.length; each++) this.#store.giveUp(cell);
        continue;
      }
      this.counted++;
      this.#keys[cell] = input.keys[row]!;
      this.#waiting.add(cell);
    }
  }

  /** Keeps rows `from … to` in cells, which it returns by position. */
  #cellsOf(input: OverInput, columns: readonly Column[], from: number, to: number): Int32Array {
    const store = this.#store;
    const { base, rows, times, arrival } = input;
    if (this.#cells.length < to) this.#cells = new Int32Array(rows.length);
    const cells = this.#cells;
    store.take(cells, from, to - from);
    for (let i = from; store.keepsTimes && i < to; i++) {
      const row = rows[i]!;
      const cell = cells[i]!;
      store.seq[cell] = base + row;
      store.time[cell] = times[row]!;
      store.arrival[cell] = arrival[row]!;
    }
    store.put(columns, rows, cells, from, to);
    return cells;
  }

  #makeRoomToWait(): void {
    const { capacity } = this.#store;
    if (this.#keys.length === capacity) return;
    this.#keys = grown(this.#keys, capacity);
    this.#slots.forEach((slots, index) => (this.#slots[index] = grown(slots, capacity)));
  }

  /** @returns The first of the new rows, which insert a record without a window. */
  #appendRows(count: number): number {
    const log = this.changelog;
    log.reserve(count);
    const from = log.length;
    const to = from + count;
    log.length = to;
    log.kind.fill(INSERT, from, to);
    log.pane.fill(NO_PANE, from, to);
    log.windowStart.fill(-Infinity, from, to);
    log.windowEnd.fill(Infinity, from, to);
    if (to > this.#current.length) {
      this.#current = grown(this.#current, 2 * to);
      const flags = new Uint8Array(2 * to);
      flags.set(this.#prints);
      this.#prints = flags;
    }
    this.#prints.fill(1, from, to);
    return from;
  }

  #dropHeldBack(): void {
    if (this.#held === 0) return;
    const log = this.changelog;
    let to = 0;
    for (let from = 0; from < log.length; from++) if (this.#prints[from] === 1) log.move(from, to++);
    log.truncate(to);
    this.#held = 0;
  }
}

function grown(array: Int32Array, length: number): Int32Array {
  const longer = new Int32Array(length);
  longer.set(array);
  return longer;
}
