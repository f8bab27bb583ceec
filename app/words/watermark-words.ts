import type { QuerySummary, WatermarkMove } from "../../engine/client/types.ts";
import { type Clock, duration, setting } from "./clock.ts";
import { partitionLetter } from "./partition-letter.ts";
import { recordName } from "./record-facts.ts";
import type { Sentence } from "./sentence.ts";

/** What sentences are made with. */
export interface StoryWords {
  readonly query: QuerySummary;
  readonly clock: Clock;
  /** What one record is called. */
  readonly noun: string;
}

/** Whose watermark judges the records of a partition: "B's watermark", or the one that all share. */
export function watermarkOf(
  partition: number,
  { watermarkScope, partitions }: Pick<QuerySummary, "watermarkScope" | "partitions">,
): string {
  if (partitions === 1 || partition < 0) return "the watermark";
  return watermarkScope === "partition"
    ? `${partitionLetter(partition)}'s watermark`
    : "the watermark of the stream";
}

/** The record behind a move, told apart: "#25 (kyoto, event 00:28.4)". */
export function moverName(move: WatermarkMove, { query, clock }: StoryWords): Sentence {
  const event = move.eventTime === null ? "no event time" : `event ${clock.moment(move.eventTime)}`;
  const facts = [...recordName(move.values, query, clock), event];
  return [{ record: move.seq }, ` (${facts.join(", ")})`];
}

/** "#25 (kyoto, event 00:28.4) moved B's watermark to 00:26.4"; of a timer, whose arrival let it pass. */
export function moveClause(move: WatermarkMove, partition: number, words: StoryWords): Sentence {
  const { query, clock } = words;
  const whose = watermarkOf(partition, query);
  const to = clock.moment(move.watermark);
  if (!Number.isFinite(move.seq)) return [`the end of input moved ${whose} past every time`];
  if (!move.timer) return [...moverName(move, words), ` moved ${whose} to ${to}`];
  const quiet = query.watermarkScope === "source" ? "split" : "partition";
  return [
    `a quiet ${quiet} fell idle at the arrival of `,
    { record: move.seq },
    `, which let ${whose} go on to ${to}`,
  ];
}

/**
 * How a watermark stands to the end of a window plus a delay, a tie told as one: "past 00:20 + 5 s", "exactly 00:20".
 * @param delay ms after the window's end at which it closes or expires.
 */
export function pastEdge(
  watermark: number,
  end: number,
  delay: number,
  { query, clock }: StoryWords,
): string {
  const { passes, more } = thresholdOf(delay, query.allowedLateness);
  return `${watermark === end + delay && !passes ? "exactly" : "past"} ${clock.edge(end)}${more}`;
}

/** How far a watermark has to come. */
export interface ThresholdWords {
  /** Whether it has to pass the edge: to reach it is not enough. */
  readonly passes: boolean;
  /** Behind the edge: "", " + 5 s", " - 1 ms". */
  readonly more: string;
}

/**
 * "reaches its end", "passes its end + 5 s": a millisecond more than the edge is to be past it.
 * @param delay ms after a window's end at which it closes or expires. @param lateness ms.
 */
export function thresholdOf(delay: number, lateness: number): ThresholdWords {
  const passes = delay === 1 || delay === lateness + 1;
  return { passes, more: delayText(passes ? delay - 1 : delay, lateness) };
}

/** "reaches its end + 5 s", "passes 00:20". @param delay ms. @param lateness ms. @param edge what the end is called. */
export function reachText(delay: number, lateness: number, edge = "its end"): string {
  const { passes, more } = thresholdOf(delay, lateness);
  return `${passes ? "passes" : "reaches"} ${edge}${more}`;
}

/**
 * A delay after a window's end, its lateness told as the query has it: "", " + 5 s", " + 5 s - 1 ms".
 * @param delay ms at which a window closes or expires. @param lateness ms, part of `delay` or not.
 */
export function delayText(delay: number, lateness: number): string {
  const part = Math.abs(delay - lateness) <= Math.abs(delay) ? lateness : 0;
  const rest = delay - part;
  const more = part > 0 ? ` + ${setting(part)}` : "";
  return rest === 0 ? more : `${more} ${rest < 0 ? "-" : "+"} ${milliseconds(Math.abs(rest))}`;
}

function milliseconds(ms: number): string {
  return ms < 100 ? `${ms} ms` : duration(ms);
}
