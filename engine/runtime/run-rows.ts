import type { Value } from "../data/data-type.ts";
import { recordStory, type RecordStory } from "./record-story.ts";
import { eventTimeOf, valuesAt } from "./record-values.ts";
import type { RunView } from "./run-view.ts";
import { verdictWord } from "./trace/fate.ts";
import type { Verdict } from "./verdict.ts";

/** One record of the stream with what became of it so far. */
export interface RecordRow {
  readonly seq: number;
  readonly arrival: number;
  /** ms, also of a record still to come; null where it cannot be read. */
  readonly eventTime: number | null;
  /** -1 while it has not arrived, where it has none, and without a trace. */
  readonly partition: number;
  /** null: it has one, which nobody knows without a trace. */
  readonly verdict: Verdict | null;
  /** In the order of the stream's schema. */
  readonly values: readonly Value[];
}

/** Records `from … to` of the stream, read or not. */
export function recordRows({ run, read }: RunView, from: number, to: number): RecordRow[] {
  const { log, records, traced } = run;
  const rows: RecordRow[] = [];
  for (let seq = Math.max(0, from); seq < Math.min(to, log.length); seq++) {
    const values = valuesAt(log, seq);
    rows.push({
      seq,
      arrival: log.arrivalAt(seq),
      eventTime: eventTimeOf(run.plan.time, log, seq, values),
      partition: seq < read && traced ? records.partition.at(seq) : -1,
      verdict: seq >= read ? "not yet" : traced ? verdictWord(records.fate.at(seq)) : null,
      values,
    });
  }
  return rows;
}

/** Late records `from … to`, in order of arrival, and how many there were; without a trace only that. */
export function lateRows(
  view: RunView | null,
  from: number,
  to: number,
): { readonly total: number; readonly rows: readonly RecordStory[] } {
  if (!view) return { total: 0, rows: [] };
  const { run, lateCount } = view;
  if (!run.traced) return { total: lateCount, rows: [] };
  const rows: RecordStory[] = [];
  for (let at = Math.max(run.late.first, from); at < Math.min(to, lateCount); at++) {
    const story = recordStory(run, view, run.late.at(at));
    if (story) rows.push(story);
  }
  return { total: lateCount, rows };
}
