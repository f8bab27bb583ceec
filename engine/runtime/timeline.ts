import type { QueryRun } from "./query-run.ts";
import type { RunPosition } from "./run-position.ts";
import type { AppendColumn } from "./trace/append-column.ts";

/** What a visitor can step to (design.md, section 2: every event is a position). */
export const EVENT_KINDS = ["record", "close", "watermark", "drop", "correction", "row"] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

export type Direction = "next" | "previous";

/** What the scrubber marks, over all that is known of the run, ms of arrival, ascending. */
export interface Timeline {
  /** `RunState.run`. */
  readonly run: number;
  /** Records whose fate is known. */
  readonly known: number;
  /** Drops one by one; empty where they are too many: then `dropBins` counts them. */
  readonly drops: readonly number[];
  readonly dropBins: readonly DropBin[];
  /** Moments at which at least one window closed, thinned where they are too many. */
  readonly closings: readonly number[];
}

export interface DropBin {
  /** ms, [start, end). */
  readonly start: number;
  readonly end: number;
  readonly dropped: number;
}

/** Drops that are marked one by one, closings that are marked, and bins of drops beyond that. */
const MOST_MARKS = 2_000;
const BINS = 200;

/**
 * The position behind the next or previous event of a kind, of those that are known, or null. Behind record `seq` is
 * position seq + 1; what the end of input causes stands at `length + 1`. The previous one may be the last that the run
 * has forgotten, and lie before `run.first`. O(log n).
 */
export function eventPosition(
  run: QueryRun,
  from: RunPosition,
  kind: EventKind,
  direction: Direction,
): number | null {
  const atEnd = run.known + 1;
  if (direction === "next") {
    if (from.ended) return null;
    const seq = kind === "record" ? from.read : firstOf(run, kind, from.read);
    if (seq < run.known) return seq + 1;
    return run.knownEnd && happensAtEnd(run, kind) ? atEnd : null;
  }
  const before = from.ended ? run.known : from.read - 1;
  if (kind === "record") return before >= 0 ? before : null;
  const seq = lastOf(run, kind, before);
  return seq >= 0 ? seq + 1 : null;
}

/** Whether the end of input brings events of a kind; as a place to step to it is one more record. */
function happensAtEnd(run: QueryRun, kind: EventKind): boolean {
  if (kind === "record") return true;
  if (kind === "row") return lastCause(run) === Infinity;
  const { closings } = run.windows;
  return kind === "close" && closings.end > closings.first && closings.at(closings.end - 1) === Infinity;
}

/** Seq of the first event at record `seq` or later; Infinity when there is none. */
function firstOf(run: QueryRun, kind: Exclude<EventKind, "record">, seq: number): number {
  if (kind === "row") return causeAt(run, run.changes.rowsBefore(seq)) ?? Infinity;
  const seqs = seqsOf(run, kind);
  const at = seqs.lowerBound(seq);
  return at < seqs.end ? seqs.at(at) : Infinity;
}

/** Seq of the last event at a record before `seq`; -1 when there is none. */
function lastOf(run: QueryRun, kind: Exclude<EventKind, "record">, seq: number): number {
  if (kind === "row") return causeAt(run, run.changes.rowsBefore(seq) - 1) ?? run.changes.firstPosition - 1;
  const seqs = seqsOf(run, kind);
  const at = seqs.lowerBound(seq) - 1;
  return at >= seqs.first ? seqs.at(at) : -1;
}

function seqsOf(run: QueryRun, kind: Exclude<EventKind, "record" | "row">): AppendColumn<Float64Array> {
  switch (kind) {
    case "close":
      return run.windows.closings;
    case "watermark":
      return run.steps.seqs;
    case "drop":
      return run.drops;
    case "correction":
      return run.corrections;
  }
}

function causeAt(run: QueryRun, row: number): number | null {
  const found = run.changes.at(row);
  return found && found.output.cause[found.row]!;
}

function lastCause(run: QueryRun): number | null {
  return causeAt(run, run.changes.length - 1);
}

/** What the scrubber marks. @param number `RunState.run`. */
export function timelineOf(run: QueryRun, number: number): Timeline {
  const { drops, windows, known } = run;
  const few = drops.end - drops.first <= MOST_MARKS;
  return {
    run: number,
    known,
    drops: few ? arrivalsOf(run, drops, 1) : [],
    dropBins: few ? [] : binsOf(run, drops),
    closings: arrivalsOf(
      run,
      windows.closings,
      Math.ceil((windows.closings.end - windows.closings.first) / MOST_MARKS),
    ),
  };
}

/** @param every takes every nth. */
function arrivalsOf(run: QueryRun, seqs: AppendColumn<Float64Array>, every: number): number[] {
  const arrivals: number[] = [];
  for (let at = seqs.first; at < seqs.end; at += Math.max(1, every)) {
    const seq = seqs.at(at);
    if (seq < Infinity) arrivals.push(run.log.arrivalAt(seq));
  }
  return arrivals;
}

function binsOf(run: QueryRun, drops: AppendColumn<Float64Array>): DropBin[] {
  const from = run.log.firstArrival!;
  const width = Math.max(1, (run.log.lastArrival! - from) / BINS);
  const counts = new Map<number, number>();
  for (let at = drops.first; at < drops.end; at++) {
    const bin = Math.floor((run.log.arrivalAt(drops.at(at)) - from) / width);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  return [...counts].map(([bin, dropped]) => ({
    start: from + bin * width,
    end: from + (bin + 1) * width,
    dropped,
  }));
}
