import type { Column } from "../data/column.ts";
import { CellStore } from "../operator/over/cell-store.ts";
import type { OverRules } from "../operator/over/over-rules.ts";
import { OverWindow } from "../operator/over/over-window.ts";
import type { OverQuery, OverWindowPlan } from "../plan/physical-plan.ts";
import { overColumns, overRules } from "./over-rules.ts";
import type { QueryRun } from "./query-run.ts";
import { RowEvaluator } from "./row-evaluator.ts";
import { EXPIRED_BIT, isCounted, isDropped } from "./trace/fate.ts";

/** Records that are worked on at once. */
const CHUNK = 8_192;

/** The frame that a record's row was computed from, in one window of the query. */
interface Frame {
  /** By place the record at it; the frame is [low, high). */
  readonly at: (place: number) => number;
  readonly low: number;
  readonly high: number;
}

/** A record that buffers are filled with. */
interface Filling {
  readonly seq: number;
  readonly cell: number;
  readonly time: number;
  /** By window: the slot of its group. */
  readonly slots: readonly number[];
}

/** Told of each record, in the order in which their rows leave, with its frames in the windows that took it. */
type Visit = (seq: number, frames: readonly Frame[]) => void;

/**
 * The records of the frames that a row of OVER was computed from, its own one with them, ascending: the buffers of its
 * partition are filled anew, from the log and the trace, as the operator fills them.
 * @param seq of its record. @param until seqs from here on have not arrived when its row leaves.
 * @returns null where some of these records are kept no longer.
 */
export function recordsOfFrames(run: QueryRun, seq: number, until: number): readonly number[] | null {
  const begin = firstNeeded(run, seq);
  if (begin === null) return null;
  const records = new Set([seq]);
  fill(run, run.records.partition.at(seq), { from: begin, to: until }, (current, frames) => {
    if (current !== seq) return;
    for (const { at, low, high } of frames)
      for (let place = low; place < high; place++) records.add(at(place));
  });
  return [...records].sort((a, b) => a - b);
}

/**
 * The records whose rows were computed from a record: those in whose frames it is, itself among them.
 * @param until seqs from here on have not arrived.
 */
export function recordsOverRecord(run: QueryRun, seq: number, until: number): ReadonlySet<number> {
  const found = new Set([seq]);
  const from = firstNeeded(run, seq) ?? run.records.first;
  fill(run, run.records.partition.at(seq), { from, to: lastNeeded(run, seq, until) }, (current, frames) => {
    if (current !== seq && frames.some((frame) => holds(frame, seq))) found.add(current);
  });
  return found;
}

function holds({ at, low, high }: Frame, seq: number): boolean {
  for (let place = low; place < high; place++) if (at(place) === seq) return true;
  return false;
}

/** @returns The first record that the buffers have to be filled with; null where it is not kept. */
function firstNeeded(run: QueryRun, seq: number): number | null {
  const { records } = run;
  let [left, at] = [reachOf(run), seq];
  if (left < Infinity) {
    while (left > 0 && at > records.first) if (isOfSameGroup(run, --at, seq)) left--;
    if (left === 0) return at;
  }
  return records.first === 0 ? 0 : null;
}

/** @returns The seq behind the last record in whose frames a record may be; at most `until`. */
function lastNeeded(run: QueryRun, seq: number, until: number): number {
  let [left, at] = [reachOf(run), seq + 1];
  if (left === Infinity) return until;
  for (; left > 0 && at < until; at++) if (isOfSameGroup(run, at, seq)) left--;
  return Math.min(at, until);
}

function isOfSameGroup({ records }: QueryRun, at: number, seq: number): boolean {
  return (
    records.key.at(at) === records.key.at(seq) &&
    records.partition.at(at) === records.partition.at(seq) &&
    isCounted(records.fate.at(at))
  );
}

function reachOf({ plan }: QueryRun): number {
  return Math.max(...(plan.query as OverQuery).windows.map(reachIn));
}

/** Records before a record that its frame may reach back to; Infinity where its group's whole past matters. */
function reachIn({ spec, keys }: OverWindowPlan): number {
  const { leaves, order, expireAfter, bufferRows, frame } = spec;
  if (keys !== null || leaves !== "on-arrival" || order.length > 0 || expireAfter !== null) return Infinity;
  const framed = frame.unit === "rows" && frame.start !== null ? frame.start : Infinity;
  return Math.min(framed, bufferRows === null ? Infinity : bufferRows - 1);
}

/** Fills the buffers of a partition with the counted records from … to - 1. */
function fill(
  run: QueryRun,
  partition: number,
  range: { readonly from: number; readonly to: number },
  visit: Visit,
): void {
  const buffers = new Buffers(run);
  const { waits } = buffers;
  const waiting: Filling[] = [];
  for (let from = range.from; from < range.to; from += CHUNK) {
    const fillings = buffers.take(partition, from, Math.min(range.to, from + CHUNK));
    if (waits) waiting.push(...fillings);
    else for (const filling of fillings) buffers.put([filling], visit);
  }
  waiting.sort((a, b) => a.time - b.time || a.seq - b.seq);
  for (let i = 0; i < waiting.length;) {
    let end = i + 1;
    while (end < waiting.length && waiting[end]!.time === waiting[i]!.time) end++;
    buffers.put(waiting.slice(i, end), visit);
    i = end;
  }
}

/** The buffers of one partition's windows; a record's cell is the number of records before it. */
class Buffers {
  readonly waits: boolean;
  readonly #run: QueryRun;
  readonly #rules: OverRules;
  /** Columns that groups and orders go by, by index of the rules' columns. */
  readonly #needed: readonly number[];
  readonly #evaluator: RowEvaluator;
  readonly #store: CellStore;
  readonly #windows: readonly OverWindow[];
  /** By window and slot the cells by place, where frames begin with the first record of all. */
  readonly #pasts: readonly Map<number, number[]>[];
  readonly #seqs: number[] = [];

  constructor(run: QueryRun) {
    this.#run = run;
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
  put(fillings: readonly Filling[], visit: Visit): void {
    const places = fillings.map(({ cell, slots }) =>
      this.#windows.map(({ lanes }, index) =>
        this.#add(index, lanes.add(slots[index]!, cell), slots[index]!, cell),
      ),
    );
    fillings.forEach(({ seq, slots }, i) => {
      const frames = this.#windows.flatMap(({ lanes }, index): Frame[] => {
        const [slot, place] = [slots[index]!, places[i]![index]!];
        if (place < 0) return [];
        lanes.move(slot, place);
        const lane = lanes.lane(slot);
        const past = this.#pasts[index]!.get(slot);
        const cellAt = past ? (at: number) => past[at]! : (at: number) => lane.at(at);
        return [{ at: (at) => this.#seqs[cellAt(at)]!, low: lane.low, high: lane.high }];
      });
      visit(seq, frames);
      for (const { lanes } of this.#windows) lanes.clear();
    });
  }

  /** What leaves a buffer whose frames hold all records so far is kept here. */
  #add(index: number, place: number, slot: number, cell: number): number {
    const { bufferRows, frame } = this.#rules.windows[index]!.spec;
    if (bufferRows !== null || frame.start !== null || place < 0) return place;
    const past = this.#pasts[index]!.get(slot) ?? [];
    this.#pasts[index]!.set(slot, past);
    past[place] = cell;
    return place;
  }
}
