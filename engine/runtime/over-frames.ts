import type { OverQuery, OverWindowPlan } from "../plan/physical-plan.ts";
import { type Filling, OverBuffers, type VisitFrames } from "./over-buffers.ts";
import type { QueryRun } from "./query-run.ts";
import { isCounted } from "./trace/fate.ts";
import { areUnbuffered, unbufferedFrames } from "./unbuffered-frames.ts";

/** Records that are worked on at once. */
const CHUNK = 8_192;

/**
 * The records of the frames that a row of OVER was computed from, its own one with them, ascending: the buffers of its
 * partition are filled anew, from the log and the trace, as the operator fills them, where there are any.
 * @param seq of its record. @param until seqs from here on have not arrived when its row leaves.
 * @returns null where some of these records are kept no longer.
 */
export function recordsOfFrames(run: QueryRun, seq: number, until: number): readonly number[] | null {
  const from = firstNeeded(run, seq);
  if (from === null) return null;
  return [...framesOf(run, seq, { from, to: until })].sort((a, b) => a - b);
}

/**
 * The records whose rows were computed from a record: those in whose frames it is, itself among them.
 * @param until seqs from here on have not arrived.
 */
export function recordsOverRecord(run: QueryRun, seq: number, until: number): ReadonlySet<number> {
  if (areUnbuffered(run.plan.query as OverQuery)) return unbufferedFrames(run, seq, "after", until);
  const found = new Set([seq]);
  const from = firstNeeded(run, seq) ?? run.records.first;
  fill(run, seq, { from, to: lastNeeded(run, seq, until) }, (current, frames) => {
    if (frames.some(({ holdsFollowed }) => holdsFollowed)) found.add(current);
  });
  return found;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** @param range of the records that arrive. */
function framesOf(run: QueryRun, seq: number, range: Range): ReadonlySet<number> {
  if (areUnbuffered(run.plan.query as OverQuery)) return unbufferedFrames(run, seq, "before", range.to);
  const found = new Set([seq]);
  fill(run, seq, range, (current, frames) => {
    if (current !== seq) return;
    for (const { at, low, high } of frames) for (let place = low; place < high; place++) found.add(at(place));
  });
  return found;
}

/** @returns The first record that the buffers have to be filled with; null where it is not kept. */
function firstNeeded(run: QueryRun, seq: number): number | null {
  const { records } = run;
  let [left, at] = [reachOf(run), seq];
  if (left < Infinity) {
    while (left > 0 && at > records.first) if (isOfSameGroup(run, --at, seq)) left--;
    if (left === 0) return at;
  }
  return records.first === 0 ? 0 : null;
}

/** @returns The seq behind the last record in whose frames a record may be; at most `until`. */
function lastNeeded(run: QueryRun, seq: number, until: number): number {
  let [left, at] = [reachOf(run), seq + 1];
  if (left === Infinity) return until;
  for (; left > 0 && at < until; at++) if (isOfSameGroup(run, at, seq)) left--;
  return Math.min(at, until);
}

function isOfSameGroup({ records }: QueryRun, at: number, seq: number): boolean {
  return (
    records.key.at(at) === records.key.at(seq) &&
    records.partition.at(at) === records.partition.at(seq) &&
    isCounted(records.fate.at(at))
  );
}

function reachOf({ plan }: QueryRun): number {
  return Math.max(...(plan.query as OverQuery).windows.map(reachIn));
}

/** Records before a record that its frame may reach back to; Infinity where its group's whole past matters. */
function reachIn({ spec, keys }: OverWindowPlan): number {
  const { leaves, order, expireAfter, bufferRows, frame } = spec;
  if (keys !== null || leaves !== "on-arrival" || order.length > 0 || expireAfter !== null) return Infinity;
  const framed = frame.unit === "rows" && frame.start !== null ? frame.start : Infinity;
  return Math.min(framed, bufferRows === null ? Infinity : bufferRows - 1);
}

/** Fills the buffers of a record's partition with the counted records from … to - 1. */
function fill(run: QueryRun, seq: number, range: Range, visit: VisitFrames): void {
  const partition = run.records.partition.at(seq);
  const buffers = new OverBuffers(run, seq);
  const { waits } = buffers;
  const waiting: Filling[] = [];
  for (let from = range.from; from < range.to; from += CHUNK) {
    const fillings = buffers.take(partition, from, Math.min(range.to, from + CHUNK));
    if (waits) waiting.push(...fillings);
    else for (const filling of fillings) buffers.put([filling], visit);
  }
  waiting.sort((a, b) => a.time - b.time || a.seq - b.seq);
  for (let i = 0; i < waiting.length;) {
    let end = i + 1;
    while (end < waiting.length && waiting[end]!.time === waiting[i]!.time) end++;
    buffers.put(waiting.slice(i, end), visit);
    i = end;
  }
}
