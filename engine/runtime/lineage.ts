import { hasSessions } from "../plan/has-sessions.ts";
import { missedUpTo } from "./judgement.ts";
import { recordsOfFrames, recordsOverRecord } from "./over-frames.ts";
import type { OutputBatch } from "./output-batch.ts";
import type { QueryRun } from "./query-run.ts";
import { recordsEnd } from "./records-end.ts";
import type { RunPosition } from "./run-position.ts";
import { sessionAt, sessionOfRecord } from "./session-finder.ts";
import { isCounted, MISSED_BIT } from "./trace/fate.ts";
import type { WindowHistory } from "./trace/window-trace.ts";
import { isOfSession, recordOfRow, rowOfRecord } from "./unfolded-rows.ts";
import { type WindowBounds, WindowFinder } from "./window-finder.ts";

/** The records that an output row was made of. */
export interface RowLineage {
  /** Index of the row in the changelog. */
  readonly row: number;
  /** Ascending. Of a retraction: those of the value that it takes back. */
  readonly records: readonly number[];
  readonly partition: number;
  /** The group's values as text. */
  readonly group: readonly string[];
  /** Of a session: the id of its group key. */
  readonly key?: number;
  /** ms; null without a window. */
  readonly start: number | null;
  readonly end: number | null;
}

/** What a record went into, up to the position that is shown. */
export interface RecordEffects {
  readonly seq: number;
  /** Indexes in the changelog of the rows whose lineage it is part of, ascending. */
  readonly rows: readonly number[];
  /** Those it was counted in, ascending by start, then end. */
  readonly windows: readonly WindowName[];
}

/** A window of one partition, ms, [start, end); a session by the id of its group key too. */
export interface WindowName extends WindowBounds {
  readonly partition: number;
  readonly key?: number;
}

/**
 * What a row of the changelog was made of: the records counted in its (partition, window, group) up to its cause, of
 * which it looks at each once; of a row of OVER those of its frames.
 * @param row index in the changelog.
 * @returns null where the row is not out at the position, or it or its records are no longer kept.
 */
export function rowLineage(run: QueryRun, position: RunPosition, row: number): RowLineage | null {
  const place = Number.isInteger(row) && row < position.rowsOut ? run.changes.at(row) : null;
  if (!place) return null;
  const { output, row: at } = place;
  const { plan, keys } = run;
  const made = recordsOf(run, output, at, row);
  if (made === null) return null;
  const { partition } = output;
  const start = output.windowStart[at]!;
  const end = output.windowEnd[at]!;
  return {
    row,
    records: made,
    partition,
    group: plan.query.kind === "project" ? [] : keys.texts(output.key[at]!),
    ...(hasSessions(run.plan) && { key: output.key[at]! }),
    start: start === -Infinity ? null : start,
    end: start === -Infinity ? null : end,
  };
}

/**
 * The reverse of `rowLineage`: the rows that are out at the position and that the record is part of. Looks once at each
 * row that came from the record on until its window expired; without a window, at each that is out.
 * @returns null where the record is not read at the position, or no longer kept.
 */
export function recordEffects(run: QueryRun, position: RunPosition, seq: number): RecordEffects | null {
  const { plan, records, changes } = run;
  if (!Number.isInteger(seq) || seq < records.first || seq >= position.read) return null;
  if (!isCounted(records.fate.at(seq))) return { seq, rows: [], windows: [] };
  const partition = records.partition.at(seq);
  const rows: number[] = [];
  const from = changes.rowsBefore(seq);
  if (plan.query.kind !== "aggregate") {
    const isOver = plan.query.kind === "over";
    // Without functions a record only waits for its time.
    const looksAround = plan.query.kind === "over" && plan.query.functions.length > 0;
    const own = looksAround ? recordsOverRecord(run, seq, position.read) : new Set([seq]);
    const to = Math.min(position.rowsOut, isOver ? changes.length : changes.rowsBefore(seq + 1));
    changes.visit(from, to, (output, at, row) => {
      if (output.partition === partition && own.has(output.first[at]!)) rows.push(row);
    });
    return { seq, rows, windows: [] };
  }
  const time = records.eventTime.at(seq);
  const key = records.key.at(seq);
  const session = hasSessions(run.plan) ? sessionOfRecord(run, seq) : null;
  if (session) return { seq, ...sessionEffects(run, position, seq, session.after) };
  const missed = missedUpTo(run, seq);
  const windows = new WindowFinder(plan.query).of(time).filter(({ end }) => end > missed);
  changes.visit(
    from,
    Math.min(position.rowsOut, rowsUntilExpired(run, partition, windows.at(-1))),
    (output, at, row) => {
      if (output.partition !== partition || output.key[at] !== key) return;
      const end = output.windowEnd[at]!;
      if (output.windowStart[at]! > time || end <= time || end <= missed) return;
      if (seq < recordsEnd(run, output, at, row)) rows.push(row);
    },
  );
  return { seq, rows, windows: windows.map((window) => ({ partition, ...window })) };
}

/** @returns null where some of them are kept no longer. */
function recordsOf(run: QueryRun, output: OutputBatch, at: number, row: number): readonly number[] | null {
  const first = output.first[at]!;
  const { query } = run.plan;
  if (query.kind === "aggregate" && query.unfolds) {
    const own = recordOfRow(output, at, countedIn(run, output, at, row));
    return own === null ? null : [own];
  }
  if (first < run.records.first) return null;
  switch (query.kind) {
    case "project":
      return [first];
    case "aggregate":
      return countedIn(run, output, at, row);
    case "over":
      if (query.functions.length === 0) return [first];
      return recordsOfFrames(run, first, Math.min(run.known, output.cause[at]! + 1));
  }
}

/** Rows of all the bounds that a record's session has had from it on. */
function sessionEffects(
  run: QueryRun,
  position: RunPosition,
  seq: number,
  after: WindowHistory,
): Omit<RecordEffects, "seq"> {
  const { changes, records, plan } = run;
  const { partition } = after;
  const [time, key] = [records.eventTime.at(seq), records.key.at(seq)];
  const unfolds = plan.query.kind === "aggregate" && plan.query.unfolds === true;
  const rows: number[] = [];
  let own: { readonly output: OutputBatch; readonly at: number } | null = null;
  changes.visit(changes.rowsBefore(seq), position.rowsOut, (output, at, row) => {
    if (output.partition !== partition || output.key[at] !== key) return;
    if (output.windowStart[at]! > time || output.windowEnd[at]! <= time) return;
    if (unfolds && !(own?.output === output && isOfSession(output, at, own.at)))
      own = { output, at: rowOfRecord(output, at, countedIn(run, output, at, row), seq) };
    if (own ? own.at === at : seq < recordsEnd(run, output, at, row)) rows.push(row);
  });
  const { start, end } = sessionAt(after, position.read);
  return { rows, windows: [{ partition, key, start, end }] };
}

/** @returns Seqs of the records of an aggregated row. */
function countedIn(run: QueryRun, output: OutputBatch, at: number, row: number): number[] {
  const { records } = run;
  const { partition } = output;
  const key = output.key[at]!;
  const start = output.windowStart[at]!;
  const end = output.windowEnd[at]!;
  const base = records.first;
  const [times, partitions, fates, keys] = [
    records.eventTime.view(base),
    records.partition.view(base),
    records.fate.view(base),
    records.key.view(base),
  ];
  const stop = Math.min(recordsEnd(run, output, at, row), records.end) - base;
  const found: number[] = [];
  for (let i = Math.max(output.first[at]! - base, 0); i < stop; i++) {
    if (keys[i] !== key || partitions[i] !== partition || !isCounted(fates[i]!)) continue;
    if (!(times[i]! >= start && times[i]! < end)) continue;
    if ((fates[i]! & MISSED_BIT) === 0 || end > missedUpTo(run, base + i)) found.push(base + i);
  }
  return found;
}

/** The number of rows of the changelog behind which no row of a window comes. */
function rowsUntilExpired(
  { changes, windows }: QueryRun,
  partition: number,
  window: WindowBounds | undefined,
): number {
  const expired = windows.histories.find(
    ({ start, end, partition: of }) => start === window?.start && end === window.end && of === partition,
  )?.expired;
  return typeof expired === "number" ? changes.rowsBefore(expired + 1) : changes.length;
}
