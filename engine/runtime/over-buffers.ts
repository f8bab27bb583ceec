import type { Column } from "../data/column.ts";
import { CellStore } from "../operator/over/cell-store.ts";
import type { OverRules } from "../operator/over/over-rules.ts";
import { OverWindow } from "../operator/over/over-window.ts";
import type { OverQuery } from "../plan/physical-plan.ts";
import { overColumns, overRules } from "./over-rules.ts";
import type { QueryRun } from "./query-run.ts";
import { RowEvaluator } from "./row-evaluator.ts";
import { EXPIRED_BIT, isCounted, isDropped } from "./trace/fate.ts";

/** The frame that a record's row was computed from, in one window of the query. */
export interface BufferedFrame {
  /** By place the record at it; the frame is [low, high). */
  readonly at: (place: number) => number;
  readonly low: number;
  readonly high: number;
  /** Whether the record that is followed is in it. */
  readonly holdsFollowed: boolean;
}

/** A record that buffers are filled with. */
export interface Filling {
  readonly seq: number;
  readonly cell: number;
  readonly time: number;
  /** By window: the slot of its group. */
  readonly slots: readonly number[];
}

/** Told of each record, in the order in which their rows leave, with its frames in the windows that took it. */
export type VisitFrames = (seq: number, frames: readonly BufferedFrame[]) => void;

/** The buffers of one partition's windows; a record's cell is the number of records before it. */
export class OverBuffers {
  readonly waits: boolean;
  readonly #run: QueryRun;
  readonly #followed: number;
  /** By window: where the record that is followed lies, once it was put in; others may be put before it. */
  readonly #followedAt: ({ readonly slot: number; place: number } | null)[];
  readonly #rules: OverRules;
  /** Columns that groups and orders go by, by index of the rules' columns. */
  readonly #needed: readonly number[];
  readonly #evaluator: RowEvaluator;
  readonly #store: CellStore;
  readonly #windows: readonly OverWindow[];
  /** By window and slot the cells by place, where frames begin with the first record of all. */
  readonly #pasts: readonly Map<number, number[]>[];
  readonly #seqs: number[] = [];

  /** @param followed seq of the record whose place is known at any moment, so that frames need not be searched for it. */
  constructor(run: QueryRun, followed: number) {
    this.#run = run;
    this.#followed = followed;
    const columns = overColumns(run.plan.query as OverQuery);
    const rules = overRules(run.plan, columns);
    this.#rules = rules;
    this.waits = rules.waits;
    const needed = new Set(rules.windows.flatMap(({ keys, order }) => [...(keys ?? []), ...order]));
    this.#needed = [...needed];
    this.#evaluator = new RowEvaluator(this.#needed.map((index) => columns.expressions[index]!));
    this.#store = new CellStore(
      rules.columns.map((type, index) => (needed.has(index) ? type : null)),
      rules.windows.length,
      true,
    );
    this.#windows = rules.windows.map((window) => new OverWindow(rules, window, [], this.#store, new Map()));
    this.#pasts = rules.windows.map(() => new Map());
    this.#followedAt = rules.windows.map(() => null);
  }

  /** Takes the records of a partition that were offered to its buffers, from … to - 1, into cells. */
  take(partition: number, from: number, to: number): Filling[] {
    const { records, log, plan } = this.#run;
    const wanted: number[] = [];
    for (let seq = from; seq < to; seq++)
      if (records.partition.at(seq) === partition && this.#isOffered(records.fate.at(seq)))
        wanted.push(seq - from);
    const rows = Int32Array.from(wanted);
    const batch = log.read(from, to);
    const { length } = batch;
    const arrival = records.arrival.slice(from, to);
    const clock: Column = { kind: "number", values: arrival, exact: null, validity: null };
    const columns = plan.time.arrival === null ? [...batch.columns, clock] : batch.columns;
    const computed = this.#evaluator.at(columns, length, rows, rows.length, new Map());
    const all: Column[] = [];
    this.#needed.forEach((index, i) => (all[index] = computed[i]!));
    const cells = new Int32Array(rows.length);
    this.#store.take(cells, 0, rows.length);
    const times = records.eventTime.slice(from, to);
    rows.forEach((row, i) => {
      this.#seqs[cells[i]!] = from + row;
      this.#store.seq[cells[i]!] = from + row;
      this.#store.time[cells[i]!] = times[row]!;
      this.#store.arrival[cells[i]!] = arrival[row]!;
    });
    this.#store.put(all, rows, cells, 0, rows.length);
    const keys = records.key.slice(from, to);
    const groups = this.#windows.map((window) => window.groupsOf(all, length, keys).slice(0, length));
    return Array.from(rows, (row, i) => ({
      seq: from + row,
      cell: cells[i]!,
      time: times[row]!,
      slots: this.#windows.map(({ lanes }, index) => lanes.slotOf(groups[index]![row]!)),
    }));
  }

  /** A record that finds no room in a buffer keeps it from expiring all the same. */
  #isOffered(fate: number): boolean {
    return isCounted(fate) || (!this.waits && isDropped(fate) && (fate & EXPIRED_BIT) !== 0);
  }

  /** Puts records of one moment into their buffers, then tells of each its frames. */
  put(fillings: readonly Filling[], visit: VisitFrames): void {
    const places = fillings.map((filling) => this.#windows.map((_, index) => this.#add(index, filling)));
    fillings.forEach(({ seq, slots }, i) => {
      const frames = this.#windows.flatMap(({ lanes }, index): BufferedFrame[] => {
        const [slot, place] = [slots[index]!, places[i]![index]!];
        if (place < 0) return [];
        lanes.move(slot, place);
        const lane = lanes.lane(slot);
        const past = this.#pasts[index]!.get(slot);
        const cellAt = past ? (at: number) => past[at]! : (at: number) => lane.at(at);
        const { low, high } = lane;
        const followed = this.#followedAt[index];
        const holdsFollowed = followed?.slot === slot && followed.place >= low && followed.place < high;
        return [{ at: (at) => this.#seqs[cellAt(at)]!, low, high, holdsFollowed }];
      });
      visit(seq, frames);
      for (const { lanes } of this.#windows) lanes.clear();
    });
  }

  /** @returns The place of a record in a window's buffer; -1 where it finds no room. */
  #add(index: number, { seq, cell, slots }: Filling): number {
    const slot = slots[index]!;
    const place = this.#windows[index]!.lanes.add(slot, cell);
    if (place < 0) return place;
    const followed = this.#followedAt[index];
    if (seq === this.#followed) this.#followedAt[index] = { slot, place };
    else if (followed?.slot === slot && place <= followed.place) followed.place++;
    this.#remember(index, slot, place, cell);
    return place;
  }

  /** What leaves a buffer whose frames hold all records so far is kept here. */
  #remember(index: number, slot: number, place: number, cell: number): void {
    const { bufferRows, frame } = this.#rules.windows[index]!.spec;
    if (bufferRows !== null || frame.start !== null) return;
    const past = this.#pasts[index]!.get(slot) ?? [];
    this.#pasts[index]!.set(slot, past);
    past[place] = cell;
  }
}
