import {
  ABSORBED,
  CLOSED,
  GROWN,
  OPENED,
  RETRACTED,
  type TraceMark,
  type TraceTail,
} from "../../engine/client/types.ts";
import { firstAtLeast } from "../map/first-at-least.ts";

/** A clock's staircase: it stands at `values[i]` from record `seqs[i]` on. Arrays may be longer than `length`. */
export interface Staircase {
  seqs: Float64Array;
  values: Float64Array;
  /** 1 where a timer moved it, before the record was looked at. */
  timers: Uint8Array;
  length: number;
}

/** A window and the records at which it passed from one state to the next; Infinity: at the end of input. */
export interface MirroredWindow {
  readonly partition: number;
  /** ms. */
  readonly start: number;
  readonly end: number;
  readonly opened: number;
  /** null: not as far as is known. */
  closed: number | null;
  expired: number | null;
  /** Records that took back a shown row of it, ascending. */
  readonly retracted: number[];
  /** Of a session: it has such a window for each of the bounds that it had. */
  readonly session?: MirroredSession;
}

/** What a session has beside its bounds. */
export interface MirroredSession {
  /** Id of its group key. */
  readonly key: number;
  /** Its bounds before; null: it began with these. */
  readonly grownFrom: MirroredWindow | null;
  /** Other sessions that went into it with the record that gave it these bounds, as they were. */
  readonly absorbed: MirroredWindow[];
  /** Seq of the record that gave it other bounds, or let it go into another session; null: not as far as is known. */
  replaced: number | null;
}

/** Most records that the page holds of a run. */
export const MIRROR_CAPACITY = 200_000;

/** Records that come with one answer, at most. */
const CHUNK = 50_000;
/** Records left by a cut: fewer than may be held, so that not every answer cuts. */
const LEFT_BY_CUT = MIRROR_CAPACITY - 20_000;

/**
 * The page's copy of the run's trace: append-only, by seq. What holds at position n is what its entries with seq < n
 * say, so playing, stepping and stepping back read it and never change it. Records `first … known - 1` are there, at
 * most MIRROR_CAPACITY of them: the whole log where it is small enough, else those around the position.
 */
export class TraceMirror {
  run = -1;
  /** Grows when it begins anew: an index over it then starts again at `first`. */
  epoch = 0;
  /** Seq of the oldest record held. */
  first = 0;
  /** Records whose fate is known. */
  known = 0;
  /** Grows with every change. */
  revision = 0;
  /** Columns by `seq - first`; longer than what is known. */
  eventTime: Float64Array = new Float64Array(0);
  arrival: Float64Array = new Float64Array(0);
  partition: Int16Array = new Int16Array(0);
  /** The splits whose clocks they touch, -1: none; null where splits have no clocks. */
  split: Int16Array | null = null;
  fate: Uint8Array = new Uint8Array(0);
  key: Int32Array = new Int32Array(0);
  /** By clock: a partition, a split, or COMBINED. */
  readonly clocks = new Map<number, Staircase>();
  /** In the order in which they were opened. */
  readonly windows: MirroredWindow[] = [];
  /** Texts of group keys by their ids; only of sessions. */
  readonly groups: string[] = [];
  readonly #alive = new Map<string, MirroredWindow>();
  /** Keys of the groups that have sessions, by partition. */
  readonly #sessionKeys = new Map<number, Set<number>>();
  #steps = 0;
  #windowEvents = 0;

  /** What is held, as the engine is asked for the rest. */
  get mark(): TraceMark {
    const { known: records, groups } = this;
    return { records, steps: this.#steps, windows: this.#windowEvents, groups: groups.length };
  }

  /** Groups with sessions: in the partition that has most of them, and in all; 0 where windows are no sessions. */
  get sessionGroups(): { readonly most: number; readonly all: number } {
    const sizes = Array.from(this.#sessionKeys.values(), ({ size }) => size);
    return { most: Math.max(0, ...sizes), all: sizes.reduce((sum, size) => sum + size, 0) };
  }

  /**
   * Whether more records are to be asked for.
   * @param known records whose fate the engine knows. @param position records read, where the run is looked at.
   */
  lacks(known: number, position: number): boolean {
    if (this.known >= known) return false;
    return this.known + CHUNK <= this.first + MIRROR_CAPACITY || this.known < position + CHUNK;
  }

  /** Lets go of everything and begins again at a record: what is looked at lies before what is held. */
  restartAt(seq: number): void {
    this.#clear(this.run, seq);
  }

  /**
   * Takes what was lacking.
   * @param asked the mark that the tail answers; what is held has changed since when it differs. With `records` Infinity
   * no records were asked for.
   * @returns Whether anything changed.
   */
  take(tail: TraceTail, asked: TraceMark = this.mark): boolean {
    const { records, steps, windows } = tail;
    const began = tail.run !== this.run;
    if (began) {
      this.#clear(tail.run, 0);
      if (asked.records + asked.steps + asked.windows > 0) return true;
    } else if (!sameMark(asked, this.mark)) return false;
    if (asked.records < Infinity) {
      // The engine keeps what came next no longer: the copy goes on where its trace begins.
      if (records.from > this.known) this.#clear(tail.run, records.from);
      this.#takeRecords(records);
    }
    for (let i = 0; i < steps.seq.length; i++)
      this.#step(steps.clock[i]!, steps.seq[i]!, steps.value[i]!, steps.timer[i]!);
    this.#steps = steps.from + steps.seq.length;
    for (let i = 0; i < windows.seq.length; i++) this.#window(windows, i);
    this.#windowEvents = windows.from + windows.seq.length;
    if (tail.groups?.from === this.groups.length) this.groups.push(...tail.groups.texts);
    const changed = records.fate.length + steps.seq.length + windows.seq.length > 0;
    if (this.known - this.first > MIRROR_CAPACITY) this.#cut(this.known - LEFT_BY_CUT);
    if (changed) this.revision++;
    return changed || began;
  }

  #clear(run: number, first: number): void {
    this.run = run;
    this.first = first;
    this.known = first;
    this.split = null;
    this.clocks.clear();
    this.windows.length = 0;
    this.groups.length = 0;
    this.#sessionKeys.clear();
    this.#alive.clear();
    this.#steps = 0;
    this.#windowEvents = 0;
    this.epoch++;
    this.revision++;
  }

  /** Lets go of records before `first`, and of the steps that only they needed. */
  #cut(first: number): void {
    const gone = first - this.first;
    const held = this.known - this.first;
    for (const column of [this.eventTime, this.arrival, this.partition, this.split, this.fate, this.key])
      column?.copyWithin(0, gone, held);
    this.first = first;
    for (const steps of this.clocks.values()) {
      const kept = Math.max(0, firstAtLeast(steps.seqs, first, steps.length) - 1);
      steps.seqs.copyWithin(0, kept, steps.length);
      steps.values.copyWithin(0, kept, steps.length);
      steps.timers.copyWithin(0, kept, steps.length);
      steps.length -= kept;
    }
  }

  #takeRecords(records: TraceTail["records"]): void {
    const count = records.fate.length;
    const held = this.known - this.first;
    this.eventTime = grown(this.eventTime, held, count);
    this.arrival = grown(this.arrival, held, count);
    this.partition = grown(this.partition, held, count);
    if (records.split) this.split = grown(this.split ?? new Int16Array(0), held, count);
    this.fate = grown(this.fate, held, count);
    this.key = grown(this.key, held, count);
    this.eventTime.set(records.eventTime, held);
    this.arrival.set(records.arrival, held);
    this.partition.set(records.partition, held);
    if (records.split) this.split!.set(records.split, held);
    this.fate.set(records.fate, held);
    this.key.set(records.key, held);
    this.known += count;
  }

  #step(clock: number, seq: number, value: number, timer: number): void {
    let steps = this.clocks.get(clock);
    if (!steps) {
      steps = {
        seqs: new Float64Array(0),
        values: new Float64Array(0),
        timers: new Uint8Array(0),
        length: 0,
      };
      this.clocks.set(clock, steps);
    }
    steps.seqs = grown(steps.seqs, steps.length, 1);
    steps.values = grown(steps.values, steps.length, 1);
    steps.timers = grown(steps.timers, steps.length, 1);
    steps.seqs[steps.length] = seq;
    steps.values[steps.length] = value;
    steps.timers[steps.length++] = timer;
  }

  #window(rows: TraceTail["windows"], at: number): void {
    const [event, seq] = [rows.event[at]!, rows.seq[at]!];
    if (event === OPENED) {
      this.#open(rows, at, null);
      return;
    }
    const isMoved = event === GROWN || event === ABSORBED;
    const bounds = isMoved ? [rows.oldStart, rows.oldEnd] : [rows.start, rows.end];
    const name = nameOf(rows, at, bounds[0]![at]!, bounds[1]![at]!);
    const window = this.#alive.get(name);
    if (!window) return;
    if (event === CLOSED) window.closed = seq;
    else if (event === RETRACTED) window.retracted.push(seq);
    else {
      this.#alive.delete(name);
      if (isMoved) this.#replace(window.session!, rows, at, window);
      else window.expired = seq;
    }
  }

  #open(rows: TraceTail["windows"], at: number, grownFrom: MirroredWindow | null): MirroredWindow {
    const [partition, start, end, key] = [rows.partition[at]!, rows.start[at]!, rows.end[at]!, rows.key[at]!];
    const window: MirroredWindow = {
      partition,
      start,
      end,
      opened: rows.seq[at]!,
      closed: null,
      expired: null,
      retracted: [],
      ...(key >= 0 && { session: { key, grownFrom, absorbed: [], replaced: null } }),
    };
    this.windows.push(window);
    if (key >= 0) {
      const keys = this.#sessionKeys.get(partition) ?? new Set();
      this.#sessionKeys.set(partition, keys.add(key));
    }
    this.#alive.set(nameOf(rows, at, start, end), window);
    return window;
  }

  /** GROWN comes before ABSORBED, so what a session goes into is there. */
  #replace(session: MirroredSession, rows: TraceTail["windows"], at: number, window: MirroredWindow): void {
    session.replaced = rows.seq[at]!;
    if (rows.event[at] === GROWN) this.#open(rows, at, window);
    else this.#alive.get(nameOf(rows, at, rows.start[at]!, rows.end[at]!))?.session?.absorbed.push(window);
  }
}

function nameOf({ partition, key }: TraceTail["windows"], at: number, start: number, end: number): string {
  return `${partition[at]}/${key[at]}/${start}/${end}`;
}

function sameMark(asked: TraceMark, held: TraceMark): boolean {
  const sameRecords = asked.records === Infinity || asked.records === held.records;
  const sameGroups = (asked.groups ?? 0) === (held.groups ?? 0);
  return sameRecords && sameGroups && asked.steps === held.steps && asked.windows === held.windows;
}

function grown<Column extends Float64Array | Int32Array | Int16Array | Uint8Array>(
  column: Column,
  held: number,
  more: number,
): Column {
  if (held + more <= column.length) return column;
  const Kind = column.constructor as new (length: number) => Column;
  const larger = new Kind(Math.max(1_024, held + more, 2 * column.length));
  larger.set(column);
  return larger;
}
