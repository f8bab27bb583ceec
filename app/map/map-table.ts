import { type QuerySummary, type Verdict, verdictWord } from "../../engine/client/types.ts";
import type { MirroredWindow, TraceMirror } from "../engine/trace-mirror.ts";
import { judgedBy } from "./clock-steps.ts";
import type { WindowName } from "../../engine/client/types.ts";

/** What the map shows of one record, as a row of its table. */
export interface MapRow {
  readonly seq: number;
  readonly verdict: Verdict;
  /** ms; null where malformed. */
  readonly event: number | null;
  readonly arrival: number;
  /** -1 where it has none. */
  readonly partition: number;
  /** Those with state that reach over its event time; of a dropped record the one that it missed. */
  readonly windows: readonly { readonly start: number; readonly end: number }[];
  /** Those of which it took back a shown row, because HAVING no longer held. */
  readonly withdrew: readonly { readonly start: number; readonly end: number }[];
  /** ms: what judged it; null while unset. */
  readonly watermark: number | null;
}

/** Rows from … to - 1 of those that are held and have arrived. @param from counted from the first record held. */
export function mapRows(
  mirror: TraceMirror,
  query: QuerySummary,
  { read, from, to }: { readonly read: number; readonly from: number; readonly to: number },
): MapRow[] {
  const rows: MapRow[] = [];
  const until = Math.min(mirror.first + to, read, mirror.known);
  for (let seq = mirror.first + Math.max(0, from); seq < until; seq++) rows.push(rowOf(mirror, query, seq));
  return rows;
}

function rowOf(mirror: TraceMirror, query: QuerySummary, seq: number): MapRow {
  const at = seq - mirror.first;
  const time = mirror.eventTime[at]!;
  const partition = mirror.partition[at]!;
  const verdict = verdictWord(mirror.fate[at]!);
  const none = Number.isNaN(time) || !reachesWindows(verdict);
  return {
    seq,
    verdict,
    event: Number.isNaN(time) ? null : time,
    arrival: mirror.arrival[at]!,
    partition,
    windows: none ? [] : windowsAround(mirror, seq, partition, time),
    withdrew: query.having ? withdrawnBy(mirror, seq) : [],
    watermark: none ? null : judgedBy(mirror, query, seq),
  };
}

function withdrawnBy({ windows }: TraceMirror, seq: number): MapRow["withdrew"] {
  return windows.flatMap(({ start, end, retracted }) => (retracted.includes(seq) ? [{ start, end }] : []));
}

function reachesWindows(verdict: Verdict): boolean {
  return (
    verdict !== "filtered" && verdict !== "skipped" && verdict !== "malformed" && verdict !== "in no window"
  );
}

/**
 * Windows of a partition, or where none of it is left those of another: all have the same edges. Sessions are those of
 * the record's own group, as it left them.
 */
function windowsAround(
  mirror: TraceMirror,
  seq: number,
  partition: number,
  time: number,
): Omit<WindowName, "partition">[] {
  const around = mirror.windows.filter(({ start, end }) => start <= time && time < end);
  const own = around.filter((window) => window.partition === partition && isAsLeft(window, mirror, seq));
  const others = around.filter(({ session }) => !session);
  const found = new Map(
    (own.length > 0 ? own : others).map(({ start, end }) => [`${start}/${end}`, { start, end }]),
  );
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function isAsLeft({ session, opened }: MirroredWindow, { key, first }: TraceMirror, seq: number): boolean {
  if (!session) return true;
  return session.key === key[seq - first] && opened <= seq && (session.replaced ?? Infinity) > seq;
}
