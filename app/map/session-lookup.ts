import { CORRECTED_BIT, isCounted } from "../../engine/client/types.ts";
import type { MirroredWindow, TraceMirror } from "../engine/trace-mirror.ts";
import { firstAtLeast } from "./first-at-least.ts";
import { SpanList } from "./span-list.ts";
import {
  isPast,
  type MapPosition,
  type SessionShape,
  type WindowAt,
  type WindowLookup,
} from "./windows-at.ts";

/** A session at a position: its window as it stands, and how it came to that. */
export interface SessionAt extends WindowAt {
  readonly session: SessionShape;
}

/** One session, however its bounds move, over all of these; it ends when it expires or goes into an earlier one. */
interface Chain {
  /** Ascending by `opened`. */
  readonly windows: MirroredWindow[];
  /** Records counted in it, and those of them that corrected it; ascending. */
  readonly counted: number[];
  readonly correcting: number[];
  /** ms. */
  start: number;
  end: number;
}

type Chains = SpanList<Chain>;

/**
 * Which records were counted in which session, for every position at once; as `WindowIndex` is of windows on a grid.
 */
export class SessionLookup implements WindowLookup {
  #epoch = -1;
  #records = 0;
  #windows = 0;
  readonly #byPartition = new Map<number, Chains>();
  readonly #byGroup = new Map<string, Chains>();
  readonly #chains = new Map<MirroredWindow, Chain>();
  #groups: readonly string[] = [];

  /** Takes the records before `read` that it lacks. */
  update(mirror: TraceMirror, read: number): void {
    if (mirror.epoch !== this.#epoch) this.#clear(mirror.epoch, mirror.first);
    this.#groups = mirror.groups;
    for (; this.#windows < mirror.windows.length; this.#windows++) this.#open(mirror.windows[this.#windows]!);
    this.#records = Math.max(this.#records, mirror.first);
    for (; this.#records < Math.min(read, mirror.known); this.#records++) this.#count(mirror, this.#records);
  }

  /**
   * Sessions of a partition that have a record at this position and touch [from, to), also those that went into
   * others; in the order in which they began.
   */
  windowsAt(partition: number, from: number, to: number, position: MapPosition): SessionAt[] {
    const found: SessionAt[] = [];
    this.#byPartition.get(partition)?.visit(from, to, (chain) => {
      if (isPast(chain.windows[0]!.opened, position)) found.push(this.#sessionAt(chain, position));
      return false;
    });
    return found.sort((a, b) => a.opened - b.opened);
  }

  #clear(epoch: number, first: number): void {
    this.#epoch = epoch;
    this.#records = first;
    this.#windows = 0;
    this.#byPartition.clear();
    this.#byGroup.clear();
    this.#chains.clear();
  }

  #open(window: MirroredWindow): void {
    const { session, partition, start, end } = window;
    if (!session) return;
    const before = session.grownFrom && this.#chains.get(session.grownFrom);
    const chain = before ?? { windows: [], counted: [], correcting: [], start, end };
    chain.windows.push(window);
    this.#chains.set(window, chain);
    const group = `${partition}/${session.key}`;
    const lists = [listOf(this.#byPartition, partition), listOf(this.#byGroup, group)];
    if (before) for (const list of lists) list.remove(chain);
    chain.start = Math.min(chain.start, start);
    chain.end = Math.max(chain.end, end);
    for (const list of lists) list.add(chain);
  }

  #count({ eventTime, partition, fate, key, first }: TraceMirror, seq: number): void {
    const at = seq - first;
    const byte = fate[at]!;
    if (!isCounted(byte)) return;
    const time = eventTime[at]!;
    const found: Chain[] = [];
    this.#byGroup.get(`${partition[at]!}/${key[at]!}`)?.visit(time, time + 1, (chain) => {
      const window = windowAfter(chain, seq);
      if (!window || time < window.start || time >= window.end) return false;
      // Of those that hold the time at most one has not expired.
      found.push(chain);
      return window.expired === null || window.expired > seq;
    });
    const [into] = found.sort((a, b) => b.windows[0]!.opened - a.windows[0]!.opened);
    into?.counted.push(seq);
    if ((byte & CORRECTED_BIT) !== 0) into?.correcting.push(seq);
  }

  #sessionAt(chain: Chain, position: MapPosition): SessionAt {
    const past = chain.windows.slice(0, pastCount(chain, position.read - 1));
    const window = past.at(-1)!;
    const { partition, start, end } = window;
    const { key, replaced } = window.session!;
    const closed = isPast(window.closed, position) ? window.closed : null;
    const expired = isPast(window.expired, position) ? window.expired : null;
    return {
      partition,
      start,
      end,
      state: expired !== null ? "expired" : closed !== null ? "closed" : "open",
      opened: past[0]!.opened,
      closed,
      expired,
      corrections: chain.correcting.filter((seq) => seq < position.read),
      retractions: past.flatMap(({ retracted }) => retracted.filter((seq) => isPast(seq, position))),
      counted: this.#countedIn(chain, past, position.read),
      groupsAtClose: closed === null ? 0 : 1,
      session: {
        key,
        group: this.#groups[key] ?? "",
        phases: past.map((each) => ({
          seq: each.opened,
          start: each.start,
          end: each.end,
          joined: 1 + each.session!.absorbed.length,
        })),
        closings: past
          .slice(0, -1)
          .flatMap((each) =>
            each.closed === null ? [] : [{ seq: each.closed, start: each.start, end: each.end }],
          ),
        absorbed: isPast(replaced, position) ? replaced : null,
      },
    };
  }

  /** With what was counted in the sessions that went into it. */
  #countedIn(chain: Chain, past: readonly MirroredWindow[], read: number): number {
    let counted = firstAtLeast(chain.counted, read);
    for (const { session } of past)
      for (const other of session!.absorbed) {
        const gone = this.#chains.get(other);
        if (gone) counted += this.#countedIn(gone, gone.windows, read);
      }
    return counted;
  }
}

function listOf<Key>(lists: Map<Key, Chains>, key: Key): Chains {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = new SpanList()));
  return list;
}

/** Bounds that records up to `seq` gave a session. */
function pastCount({ windows }: Chain, seq: number): number {
  let low = 0;
  let high = windows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (windows[middle]!.opened <= seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The bounds that a session has behind record `seq`; null: it is not there, or in another one. */
function windowAfter(chain: Chain, seq: number): MirroredWindow | null {
  const window = chain.windows[pastCount(chain, seq) - 1];
  const replaced = window?.session?.replaced ?? null;
  return window && (replaced === null || replaced > seq) ? window : null;
}
