import type { QueryRun } from "./query-run.ts";
import { isCounted } from "./trace/fate.ts";
import type { WindowHistory } from "./trace/window-trace.ts";

/** A session that a record is part of, and what became one by it. */
export interface SessionOfRecord {
  /** As the record left it. */
  readonly after: WindowHistory;
  /** The sessions that it joined, as they were, ascending by start; none: it began one. */
  readonly joined: readonly WindowHistory[];
}

/**
 * The session in which a counted record is, as it was right behind the record. Looks at each history once.
 * @returns null where the query has no sessions, or the trace keeps that one no longer.
 */
export function sessionOfRecord({ windows, records }: QueryRun, seq: number): SessionOfRecord | null {
  const [partition, key, time] = [records.partition.at(seq), records.key.at(seq), records.eventTime.at(seq)];
  const isOwn = (each: WindowHistory): boolean =>
    each.session?.key === key && each.partition === partition && each.opened <= seq;
  const own = windows.histories.filter(isOwn);
  const after = own.findLast(
    ({ start, end, session }) => start <= time && time < end && !isBefore(session!.replaced, seq + 1),
  );
  if (!after) return null;
  if (after.opened < seq) return { after, joined: [after] };
  const joined = own.filter(({ session }) => session!.replaced === seq && session!.next === after);
  return { after, joined: joined.sort((a, b) => a.start - b.start) };
}

/** What a session has come to before record `read`: other bounds, or another session that it went into. */
export function sessionAt(history: WindowHistory, read: number): WindowHistory {
  let at = history;
  while (at.session?.next && isBefore(at.session.replaced, read)) at = at.session.next;
  return at;
}

/** Records counted in a session by those before `to`. @param history its bounds at that moment. */
export function countedInSession({ records }: QueryRun, history: WindowHistory, to: number): number {
  const { partition, start, end, session } = history;
  const base = records.first;
  const [times, partitions, fates, keys] = [
    records.eventTime.view(base),
    records.partition.view(base),
    records.fate.view(base),
    records.key.view(base),
  ];
  let counted = 0;
  for (let i = Math.max(session!.began, base) - base; i < to - base; i++)
    if (keys[i] === session!.key && partitions[i] === partition && isCounted(fates[i]!))
      if (times[i]! >= start && times[i]! < end) counted++;
  return counted;
}

function isBefore(seq: number | null, to: number): boolean {
  return seq !== null && seq < to;
}
