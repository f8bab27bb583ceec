import { CORRECTED_BIT, isCounted, MISSED_BIT } from "../../engine/client/types.ts";
import type { MirroredWindow, TraceMirror } from "../engine/trace-mirror.ts";
import type { WindowState } from "../words/window-state.ts";
import { firstAtLeast } from "./first-at-least.ts";

/** Where a trace is looked at: what holds there is what its entries with seq < read say; at the end of input, all. */
export interface MapPosition {
  /** Records read. */
  readonly read: number;
  /** Whether the end of input was processed as well. */
  readonly ended: boolean;
}

/** A window at a position: nothing here knows of records to come. */
export interface WindowAt {
  readonly partition: number;
  /** ms, [start, end). */
  readonly start: number;
  readonly end: number;
  readonly state: WindowState;
  /** Seq of its first counted record; of what closed and what expired it; null: not yet; Infinity: the end of input. */
  readonly opened: number;
  readonly closed: number | null;
  readonly expired: number | null;
  /** Seqs of the records that corrected it after it had closed, ascending. */
  readonly corrections: readonly number[];
  /** Seqs of the records that took back a shown row of it, because HAVING no longer held, ascending. */
  readonly retractions: readonly number[];
  readonly counted: number;
  /** Groups with a record in it when it closed; 0 while open. */
  readonly groupsAtClose: number;
  /** Of a session alone. */
  readonly session?: SessionShape;
}

/** How a session came to its bounds. */
export interface SessionShape {
  /** Id of its group key, and its text; "" where that is not known. */
  readonly key: number;
  readonly group: string;
  /** Its bounds from record `seq` on, ascending; at least one. */
  readonly phases: readonly SessionPhase[];
  /** Closings before the present bounds: a record that came after them let it grow. */
  readonly closings: readonly Omit<SessionPhase, "joined">[];
  /** Seq of the record with which it went into another session; null: it did not. */
  readonly absorbed: number | null;
}

/** ms, [start, end). */
export interface SessionPhase {
  readonly seq: number;
  readonly start: number;
  readonly end: number;
  /** Sessions that the record made one. */
  readonly joined: number;
}

/** What tells the windows of a partition at a position. */
export interface WindowLookup {
  /** Those that have a record and touch [from, to), ms. */
  windowsAt(partition: number, from: number, to: number, position: MapPosition): readonly WindowAt[];
}

/** A window, and which records were counted in it, as far as is known. */
interface Entry {
  readonly window: MirroredWindow;
  /** Ascending. */
  readonly counted: number[];
  /** Those of them that corrected some closed window, ascending. */
  readonly correcting: number[];
  readonly keys: number[];
  /** Groups with a record in it when it closed: counted once. */
  groups: number | null;
}

/**
 * Which records were counted in which window, for every position at once: it grows as the run is looked at, and a position
 * only says how far each list counts. Going back costs no more than going on.
 */
export class WindowIndex implements WindowLookup {
  #epoch = -1;
  #records = 0;
  #windows = 0;
  #size = 0;
  /** By partition, ascending by start. */
  readonly #entries = new Map<number, Entry[]>();

  /** Takes the records before `read` that it lacks; later ones are nobody's business yet. */
  update(mirror: TraceMirror, read: number): void {
    if (mirror.epoch !== this.#epoch) this.#clear(mirror.epoch, mirror.first);
    for (; this.#windows < mirror.windows.length; this.#windows++) this.#open(mirror.windows[this.#windows]!);
    this.#records = Math.max(this.#records, mirror.first);
    for (; this.#records < Math.min(read, mirror.known); this.#records++) this.#count(mirror, this.#records);
  }

  /** Windows of a partition that have a record at this position and touch [from, to), ascending by start. */
  windowsAt(partition: number, from: number, to: number, position: MapPosition): WindowAt[] {
    const entries = this.#entries.get(partition) ?? [];
    const found: WindowAt[] = [];
    for (let i = firstEnding(entries, from - this.#size); i < entries.length; i++) {
      const { window } = entries[i]!;
      if (window.start >= to) break;
      if (window.end > from && isPast(window.opened, position)) found.push(stateOf(entries[i]!, position));
    }
    return found;
  }

  #clear(epoch: number, first: number): void {
    this.#epoch = epoch;
    this.#records = first;
    this.#windows = 0;
    this.#size = 0;
    this.#entries.clear();
  }

  #open(window: MirroredWindow): void {
    let entries = this.#entries.get(window.partition);
    if (!entries) this.#entries.set(window.partition, (entries = []));
    let at = entries.length;
    while (at > 0 && entries[at - 1]!.window.start > window.start) at--;
    entries.splice(at, 0, { window, counted: [], correcting: [], keys: [], groups: null });
    this.#size = Math.max(this.#size, window.end - window.start);
  }

  #count({ eventTime, partition, fate, key, first }: TraceMirror, seq: number): void {
    const time = eventTime[seq - first]!;
    const byte = fate[seq - first]!;
    if (!isCounted(byte)) return;
    const entries = this.#entries.get(partition[seq - first]!) ?? [];
    for (let i = firstEnding(entries, time - this.#size + 1); i < entries.length; i++) {
      const { window, counted, correcting, keys } = entries[i]!;
      if (window.start > time) return;
      if (window.end <= time) continue;
      if ((byte & MISSED_BIT) !== 0 && window.expired !== null && seq >= window.expired) continue;
      counted.push(seq);
      keys.push(key[seq - first]!);
      if ((byte & CORRECTED_BIT) !== 0) correcting.push(seq);
    }
  }
}

/** Whether what record `seq` caused has happened: Infinity is the end of input. */
export function isPast(seq: number | null, { read, ended }: MapPosition): boolean {
  return seq !== null && (seq < read || (ended && seq === Infinity));
}

/** Index of the first window that starts at `start` or later. */
function firstEnding(entries: readonly Entry[], start: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries[middle]!.window.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function stateOf(entry: Entry, position: MapPosition): WindowAt {
  const { window, counted, correcting } = entry;
  const { partition, start, end, opened } = window;
  const closed = isPast(window.closed, position) ? window.closed : null;
  const expired = isPast(window.expired, position) ? window.expired : null;
  const corrections = closed === null ? [] : correcting.filter((seq) => seq >= closed && seq < position.read);
  return {
    partition,
    start,
    end,
    state: expired !== null ? "expired" : closed !== null ? "closed" : "open",
    opened,
    closed,
    expired,
    corrections,
    retractions: window.retracted.filter((seq) => isPast(seq, position)),
    counted: firstAtLeast(counted, position.read),
    groupsAtClose: closed === null ? 0 : (entry.groups ??= groupsAt(closed, entry)),
  };
}

/** The record that closes a window may be its own last one; one that corrects it at once came after. */
function groupsAt(closed: number, { counted, correcting, keys }: Entry): number {
  const groups = new Set<number>();
  for (let i = 0; i < counted.length && counted[i]! <= closed; i++)
    if (counted[i]! < closed || !correcting.includes(closed)) groups.add(keys[i]!);
  return groups.size;
}
