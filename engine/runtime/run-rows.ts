import { readValue } from "../data/column.ts";
import type { Value } from "../data/data-type.ts";
import type { ReplayLog } from "../source/replay-log.ts";
import type { LateEntry } from "./late-entry.ts";
import type { QueryRun } from "./query-run.ts";
import type { DroppedRecord } from "./result-row.ts";
import type { Verdict } from "./verdict.ts";

/** One record of the stream with what became of it so far. */
export interface RecordRow {
  readonly seq: number;
  readonly arrival: number;
  /** ms, also of a record still to come; null where it cannot be read. */
  readonly eventTime: number | null;
  /** -1 while it has not arrived or where it has none. */
  readonly partition: number;
  readonly verdict: Verdict;
  /** In the order of the stream's schema. */
  readonly values: readonly Value[];
}

/** A late record: dropped, or counted all the same. */
export interface LateRecord extends Omit<LateEntry, "reason"> {
  readonly dropped: DroppedRecord | null;
  readonly values: readonly Value[];
}

/** Records `from … to` of the stream, read or not. */
export function recordRows(run: QueryRun, from: number, to: number): RecordRow[] {
  const { log, verdicts } = run;
  const rows: RecordRow[] = [];
  for (let seq = Math.max(0, from); seq < Math.min(to, log.length); seq++) {
    const values = valuesAt(log, seq);
    rows.push({
      seq,
      arrival: log.arrivalAt(seq),
      eventTime: eventTimeOf(run, seq, values),
      partition: verdicts.partition(seq),
      verdict: verdicts.verdict(seq),
      values,
    });
  }
  return rows;
}

/** Late records `from … to` of those kept, and how many there were. */
export function lateRows(
  run: QueryRun | null,
  from: number,
  to: number,
): { readonly total: number; readonly rows: readonly LateRecord[] } {
  if (!run) return { total: 0, rows: [] };
  const rows = run.late.slice(from, to).map(({ reason, ...entry }) => ({
    ...entry,
    dropped: reason && { ...entry, reason },
    values: valuesAt(run.log, entry.seq),
  }));
  return { total: run.lateCount, rows };
}

function eventTimeOf(run: QueryRun, seq: number, values: readonly Value[]): number | null {
  const index = run.plan.time.eventTime;
  if (index === null) return run.log.arrivalAt(seq);
  const value = values[index];
  return typeof value === "number" ? value : typeof value === "bigint" ? Number(value) : null;
}

function valuesAt(log: ReplayLog, seq: number): Value[] {
  const batch = log.read(seq, seq + 1);
  return log.stream.schema.map((field, index) => readValue(batch.columns[index]!, field.type, 0));
}
