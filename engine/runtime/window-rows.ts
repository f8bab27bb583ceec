import { correctedUpTo, delaysOf, missedUpTo } from "./judgement.ts";
import type { QueryRun } from "./query-run.ts";
import type { RunPosition } from "./run-position.ts";
import { CORRECTED_BIT, isCounted, MISSED_BIT } from "./trace/fate.ts";
import { COMBINED } from "./trace/trace-tables.ts";
import type { WindowHistory, WindowTrace } from "./trace/window-trace.ts";

/** One window that has or had state, at the position that is shown. */
export interface WindowRow {
  readonly partition: number;
  /** ms, [start, end). */
  readonly start: number;
  readonly end: number;
  /** Of a session: the id of its group key, and its values as text. */
  readonly key?: number;
  readonly group?: readonly string[];
  readonly state: "open" | "closed" | "expired";
  /** Records counted in it, and those of them that corrected it after it had closed; of the records that are kept. */
  readonly counted: number;
  readonly corrections: number;
  /** Its first record. */
  readonly opened: Moment;
  readonly closed: Moment | null;
  readonly expired: Moment | null;
  /**
   * ms of watermark still missing until it closes (open) or expires (closed), above 0; null once expired, while the
   * watermark is unset, and where the end of input has closed all.
   */
  readonly remaining: number | null;
}

/** A record, and when it came. */
export interface Moment {
  /** Infinity at the end of input. */
  readonly seq: number;
  /** ms; null at the end of input. */
  readonly arrival: number | null;
}

/** The histories of a run, latest start first, then latest end, then by partition. */
interface Order {
  /** What was ordered, and how many of it. */
  readonly histories: readonly WindowHistory[];
  length: number;
  readonly sorted: WindowHistory[];
}

/** Records counted in a window, of those from `from` to `to` - 1. */
interface Tally {
  readonly from: number;
  to: number;
  counted: number;
  corrections: number;
}

const orders = new WeakMap<WindowTrace, Order>();
const tallies = new WeakMap<WindowHistory, Tally>();

/**
 * Windows that have or had state at the position, sessions as they are or were last, latest start first, then latest end, then by partition: rows from … to - 1, and how
 * many there are. Sorts only what is new since the last call, and looks, for each row that is asked for, at the records
 * between the position of the last call and this one.
 */
export function windowRows(
  run: QueryRun,
  position: RunPosition,
  from: number,
  to: number,
): { readonly total: number; readonly rows: readonly WindowRow[] } {
  const total = run.windows.presentBefore(position.read);
  const rows: WindowRow[] = [];
  const end = Math.min(to, total);
  let index = 0;
  for (const history of sortedHistories(run.windows)) {
    if (index >= end) break;
    if (history.opened >= position.read || isReplaced(history, position.read)) continue;
    if (index++ >= from) rows.push(rowOf(run, position, history));
  }
  return { total, rows };
}

function keyOf({ session }: WindowHistory): number {
  return session?.key ?? -1;
}

function isReplaced({ session }: WindowHistory, read: number): boolean {
  return session !== undefined && session.replaced !== null && session.replaced < read;
}

/** New windows go behind those in order: a sort then costs little more than a look at each. */
function sortedHistories(windows: WindowTrace): readonly WindowHistory[] {
  const { histories } = windows;
  let order = orders.get(windows);
  if (order?.histories !== histories) orders.set(windows, (order = { histories, length: 0, sorted: [] }));
  if (order.length < histories.length) {
    for (; order.length < histories.length; order.length++) order.sorted.push(histories[order.length]!);
    order.sorted.sort(
      (a, b) => b.start - a.start || b.end - a.end || a.partition - b.partition || keyOf(a) - keyOf(b),
    );
  }
  return order.sorted;
}

function rowOf(run: QueryRun, position: RunPosition, history: WindowHistory): WindowRow {
  const { partition, start, end, session } = history;
  const opened = session?.began ?? history.opened;
  const closed = momentOf(run, position, history.closed);
  const expired = momentOf(run, position, history.expired);
  const { counted, corrections } = tallyAt(
    run,
    history,
    Math.min(position.read, (expired?.seq ?? Infinity) + 1),
  );
  return {
    partition,
    start,
    end,
    ...(session && { key: session.key, group: run.keys.texts(session.key) }),
    state: expired ? "expired" : closed ? "closed" : "open",
    counted,
    corrections,
    opened: { seq: opened, arrival: run.log.arrivalAt(opened) },
    closed,
    expired,
    remaining: expired ? null : remainingOf(run, position, history, closed !== null),
  };
}

/** @returns null where it has not happened at the position. */
function momentOf({ log }: QueryRun, position: RunPosition, seq: number | null): Moment | null {
  if (seq === null) return null;
  if (seq === Infinity) return position.ended ? { seq, arrival: null } : null;
  return seq < position.read ? { seq, arrival: log.arrivalAt(seq) } : null;
}

function remainingOf(
  run: QueryRun,
  position: RunPosition,
  { partition, end, session }: WindowHistory,
  isClosed: boolean,
): number | null {
  const { rules, watermark } = run.plan;
  if (position.ended && rules.endOfInputFires) return null;
  // What only the next record of its group closes is no time away.
  if (!isClosed && session && rules.session.closes === "after-next-record") return null;
  const clock = watermark.scope === "partition" ? partition : COMBINED;
  const step = run.steps.at(clock, position.read - 1, false);
  if (!step) return null;
  const { closeDelay, expireDelay } = delaysOf(run);
  return end + (isClosed ? expireDelay : closeDelay) - step.value;
}

/** What was counted in a window by records before `to`: taken on, or back, from what was asked last. */
function tallyAt(run: QueryRun, history: WindowHistory, to: number): Tally {
  const { records } = run;
  const { end, session } = history;
  const from = Math.max(session?.began ?? history.opened, records.first);
  let tally = tallies.get(history);
  if (tally?.from !== from) tallies.set(history, (tally = { from, to: from, counted: 0, corrections: 0 }));
  const by = to < tally.to ? -1 : 1;
  const base = records.first;
  const [times, partitions, fates, keys] = [
    records.eventTime.view(base),
    records.partition.view(base),
    records.fate.view(base),
    records.key.view(base),
  ];
  const stop = Math.max(to, tally.to) - base;
  for (let i = Math.min(to, tally.to) - base; i < stop; i++) {
    if (partitions[i] !== history.partition || !isCounted(fates[i]!)) continue;
    if (!(times[i]! >= history.start && times[i]! < end)) continue;
    if (session && keys[i] !== session.key) continue;
    if ((fates[i]! & MISSED_BIT) !== 0 && end <= missedUpTo(run, base + i)) continue;
    tally.counted += by;
    if ((fates[i]! & CORRECTED_BIT) === 0) continue;
    // A session that a record corrects may have ended earlier than it does now.
    if (session || end <= correctedUpTo(run, base + i)) tally.corrections += by;
  }
  tally.to = to;
  return tally;
}
