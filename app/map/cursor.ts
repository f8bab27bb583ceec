import { verdictWord } from "../../engine/client/types.ts";
import type { TraceMirror } from "../engine/trace-mirror.ts";
import type { Clock } from "../words/clock.ts";
import { partitionLetter } from "../words/partition-letter.ts";
import type { WindowName } from "../../engine/client/types.ts";
import { isPast, type MapPosition } from "./windows-at.ts";

/** Where the keyboard goes: along the event axis, or in order of arrival. */
export type CursorMove = "earlier event" | "later event" | "earlier arrival" | "later arrival";

/** What of the records the cursor may stand on. */
export interface CursorRange {
  readonly mirror: TraceMirror;
  /** Records from here on have not arrived. */
  readonly read: number;
  /** Whether it may stand on those too. */
  readonly coming: boolean;
  /** Records of this partition only; null: of all. */
  readonly partition: number | null;
}

/**
 * The record next to another, by event time (of equal ones by arrival) or by arrival.
 * @param from null: the cursor begins, at the newest record that has arrived, else at the first to come.
 * @returns `from` itself where there is none further that way; null where there is no record at all.
 */
export function moveCursor(range: CursorRange, from: number | null, move: CursorMove): number | null {
  if (from === null || !isThere(range, from)) return firstPlace(range);
  if (move === "earlier arrival") return nextArrival(range, from, -1) ?? from;
  if (move === "later arrival") return nextArrival(range, from, 1) ?? from;
  const forward = move === "later event";
  const { eventTime, first } = range.mirror;
  const isBefore = (a: number, b: number): boolean => {
    const apart = eventTime[a - first]! - eventTime[b - first]!;
    return apart === 0 ? a < b : apart < 0;
  };
  let best: number | null = null;
  for (let seq = first; seq < endOf(range); seq++) {
    if (!isThere(range, seq) || !(forward ? isBefore(from, seq) : isBefore(seq, from))) continue;
    if (best === null || (forward ? isBefore(seq, best) : isBefore(best, seq))) best = seq;
  }
  return best ?? from;
}

function firstPlace(range: CursorRange): number | null {
  const newest = Math.min(range.read, range.mirror.known) - 1;
  if (isThere(range, newest)) return newest;
  return nextArrival(range, newest, -1) ?? nextArrival(range, newest, 1);
}

function nextArrival(range: CursorRange, from: number, by: 1 | -1): number | null {
  for (let seq = from + by; seq >= range.mirror.first && seq < endOf(range); seq += by)
    if (isThere(range, seq)) return seq;
  return null;
}

function endOf({ mirror, read, coming }: CursorRange): number {
  return coming ? mirror.known : Math.min(read, mirror.known);
}

/** Malformed records have no event time, and no place. */
function isThere(range: CursorRange, seq: number): boolean {
  const { eventTime, partition, first } = range.mirror;
  if (seq < first || seq >= endOf(range) || Number.isNaN(eventTime[seq - first]!)) return false;
  return range.partition === null || partition[seq - first] === range.partition;
}

/** A window of the lane as it stands. */
export interface LaneWindow extends WindowName {
  readonly state: "open" | "closed" | "expired";
  /** Of a session: its group as text. */
  readonly group?: string;
}

/**
 * The next window of the lane, or the one before; past either end it goes round.
 * @param windows ascending by start. @param from null: begins at the last one.
 */
export function moveWindow(
  windows: readonly LaneWindow[],
  from: WindowName | null,
  by: 1 | -1,
): LaneWindow | null {
  const at =
    from === null
      ? -1
      : windows.findIndex(
          ({ start, end, key }) => start === from.start && end === from.end && key === from.key,
        );
  if (at < 0) return windows.at(-1) ?? null;
  return windows[(at + by + windows.length) % windows.length]!;
}

/** The windows of a partition that have a record by position `read`, sessions as they are then, ascending by start. */
export function laneWindows(
  { windows, groups }: TraceMirror,
  partition: number,
  position: MapPosition,
): LaneWindow[] {
  return windows
    .filter((window) => window.partition === partition && isPast(window.opened, position))
    .filter(({ session }) => !session || !isPast(session.replaced, position))
    .map(({ start, end, closed, expired, session }): LaneWindow => {
      const state = isPast(expired, position) ? "expired" : isPast(closed, position) ? "closed" : "open";
      const of = session && { key: session.key, group: groups[session.key] ?? "" };
      return { partition, start, end, state, ...of };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** How the cursor's sentence names things. */
export interface CursorWords {
  readonly clock: Clock;
  /** What one record is called: "order". */
  readonly noun: string;
  /** How many partitions there are: the only one is not named. */
  readonly partitions: number;
}

/** "order 14, partition B, event 00:08, arrived 00:15, dropped"; of one to come, when it arrives. */
export function recordSentence(mirror: TraceMirror, read: number, seq: number, words: CursorWords): string {
  const at = seq - mirror.first;
  const { clock, noun, partitions } = words;
  const partition = mirror.partition[at]!;
  const arrived = seq < read;
  return [
    `${noun} ${seq}`,
    ...(partitions > 1 && partition >= 0 ? [`partition ${partitionLetter(partition)}`] : []),
    `event ${clock.moment(mirror.eventTime[at]!)}`,
    `${arrived ? "arrived" : "arrives"} ${clock.moment(mirror.arrival[at]!)}`,
    arrived ? verdictWord(mirror.fate[at]!) : "not yet",
  ].join(", ");
}

/** "window [00:10, 00:20) of B, 5 counted, expired", "session [00:02, 00:10) of ben in B, 2 counted, open". */
export function windowSentence(
  window: LaneWindow,
  counted: number,
  { clock, partitions }: CursorWords,
): string {
  const { partition, start, end, state, key, group } = window;
  const whose = group ? ` of ${group}` : "";
  const of = partitions > 1 ? ` ${whose === "" ? "of" : "in"} ${partitionLetter(partition)}` : "";
  const what = key === undefined ? "window" : "session";
  return `${what} ${clock.span(start, end)}${whose}${of}, ${counted} counted, ${state}`;
}
