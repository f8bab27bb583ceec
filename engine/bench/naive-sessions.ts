import type { NaiveAggregate } from "./naive-aggregates.ts";
import { type NaiveRow, NaiveRows } from "./naive-rows.ts";
import type { Drained } from "./windowpane-subject.ts";

interface Session<R> {
  readonly key: string;
  /** ms: event times of its first and its last record. */
  start: number;
  end: number;
  readonly aggregates: readonly NaiveAggregate<R>[];
  /** The row last printed. */
  shown: Row | null;
}

interface Row extends NaiveRow {
  readonly kind: "+I" | "-D";
}

/** What differs between the workloads. */
export interface NaiveSessionQuery<R> {
  readonly key: (record: R) => string;
  readonly aggregates: () => readonly NaiveAggregate<R>[];
  readonly changes: boolean;
  /** ms: records that are no further apart are in one session. */
  readonly gap: number;
  /** ms: the watermark is so far behind the newest record. */
  readonly bound: number;
}

/**
 * Sessions as one would first write them: a list of open ones a key, looked through for every record; those that it
 * touches become one. Late records are dropped, a session closes when the watermark is further than the gap behind its last
 * record. With `changes` a session is printed after each record, and what was shown with other bounds is taken back.
 */
export function runNaiveSessions<R extends { readonly eventTime: number }>(
  records: readonly R[],
  { key: keyOf, aggregates, changes, gap, bound }: NaiveSessionQuery<R>,
): Drained {
  const open = new Map<string, Session<R>[]>();
  let watermark = -Infinity;
  /** No session closes below it. */
  let nextClose = Infinity;
  const rows = new NaiveRows();
  const rowOf = ({ key, start, end, aggregates: own }: Session<R>): Row => ({
    kind: "+I",
    key,
    windowStart: start,
    windowEnd: end + gap,
    values: own.map((aggregate) => aggregate.result()),
  });
  const takeBack = ({ shown }: Session<R>): void => {
    const retraction: Row | null = shown && { ...shown, kind: "-D" };
    if (retraction) rows.push(retraction);
  };
  for (const record of records) {
    const time = record.eventTime;
    watermark = Math.max(watermark, time - bound);
    if (time >= watermark) {
      const key = keyOf(record);
      let sessions = open.get(key);
      if (!sessions) open.set(key, (sessions = []));
      const touched = sessions.filter(({ start, end }) => time >= start - gap && time <= end + gap);
      let session = touched[0];
      if (!session) {
        session = { key, start: time, end: time, aggregates: aggregates(), shown: null };
        sessions.push(session);
      }
      const start = Math.min(time, ...touched.map((each) => each.start));
      const end = Math.max(time, ...touched.map((each) => each.end));
      if (changes && (start !== session.start || end !== session.end)) takeBack(session);
      for (const other of touched.slice(1)) {
        if (changes) takeBack(other);
        session.aggregates.forEach((aggregate, i) => aggregate.merge(other.aggregates[i]!.parts()));
        sessions.splice(sessions.indexOf(other), 1);
      }
      session.start = start;
      session.end = end;
      for (const aggregate of session.aggregates) aggregate.add(record);
      if (changes) rows.push((session.shown = rowOf(session)));
      nextClose = Math.min(nextClose, end + gap);
    }
    if (watermark > nextClose) {
      nextClose = Infinity;
      for (const [key, sessions] of open) {
        const left = sessions.filter(({ end }) => watermark <= end + gap);
        if (!changes)
          for (const session of sessions) if (watermark > session.end + gap) rows.push(rowOf(session));
        if (left.length === 0) open.delete(key);
        else open.set(key, left);
        for (const { end } of left) nextClose = Math.min(nextClose, end + gap);
      }
    }
  }
  if (!changes)
    for (const sessions of open.values()) for (const session of sessions) rows.push(rowOf(session));
  return rows.end();
}
