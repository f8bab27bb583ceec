import type { LateRecord, Ledger, QuerySummary, RunState } from "../../engine/client/types.ts";
import type { Clock } from "./clock.ts";
import { duration, setting } from "./clock.ts";
import { partitionLetter } from "./partition-letter.ts";
import { count, counted } from "./value.ts";

/** A sentence in pieces: text, bold facts and links to records. */
export type Sentence = readonly SentencePart[];
export type SentencePart = string | { readonly bold: string } | { readonly record: number };

/** The sentence as plain text: for tooltips and screen readers. */
export function plainText(sentence: Sentence): string {
  return sentence
    .map((part) => (typeof part === "string" ? part : "bold" in part ? part.bold : `#${part.record}`))
    .join("");
}

/** The ledger, always the whole line, zeros shown. */
export function ledgerLine(ledger: Ledger): Sentence {
  const bold = (n: number): SentencePart => ({ bold: count(n) });
  return [
    bold(ledger.read),
    " read = ",
    bold(ledger.counted),
    " counted + ",
    bold(ledger.late + ledger.expired),
    " dropped (",
    bold(ledger.late),
    " late, ",
    bold(ledger.expired),
    " expired) + ",
    bold(ledger.filtered),
    " filtered + ",
    bold(ledger.skipped),
    " skipped + ",
    bold(ledger.inNoWindow),
    " in no window + ",
    bold(ledger.malformed),
    " malformed",
  ];
}

/** Why one late record was dropped, or counted all the same, from the rule and the numbers that decided. */
export function lateSentence(late: LateRecord, query: QuerySummary, clock: Clock): Sentence {
  const letter = partitionLetter(late.partition);
  const behind: SentencePart[] =
    late.watermark > late.eventTime
      ? [
          "Event ",
          { bold: clock.moment(late.eventTime) },
          " was ",
          { bold: duration(late.watermark - late.eventTime) },
          ` behind the watermark ${clock.moment(late.watermark)} of ${letter}`,
        ]
      : [
          "Event ",
          { bold: clock.moment(late.eventTime) },
          `, watermark ${clock.moment(late.watermark)} of ${letter}`,
        ];
  if (late.mover >= 0) behind.push(", which ", { record: late.mover }, " had moved");
  return [...behind, ...lateOutcome(late, query, clock)];
}

function lateOutcome(late: LateRecord, query: QuerySummary, clock: Clock): Sentence {
  const { windowStart, windowEnd } = late;
  if (windowStart === null || windowEnd === null)
    return late.dropped === null
      ? ["; it is counted all the same, as the query's late action asks."]
      : ["; the query's late action drops such records before they reach a window."];
  const window: SentencePart = { bold: clock.span(windowStart, windowEnd) };
  if (late.dropped?.reason === "late" && query.lateUnit === "record")
    return ["; it was dropped before it reached its window ", window, "."];
  if (late.dropped !== null) {
    const lateness =
      query.allowedLateness === 0 ? "" : `, the end plus ${setting(query.allowedLateness)} of lateness`;
    const at = clock.tick(windowEnd + query.expireDelay);
    return ["; its window ", window, ` expired at ${at}${lateness}. It is counted nowhere.`];
  }
  return late.watermark >= windowEnd + query.closeDelay
    ? ["; its window ", window, " was closed but kept: the record is counted and its row corrected."]
    : ["; its window ", window, " was still open: the record is counted."];
}

/** What became of a late record, in the few words of a cell, without the verdict itself. */
export function lateReason(late: LateRecord, query: QuerySummary, clock: Clock): string {
  if (late.dropped?.reason === "late" && query.lateUnit === "record")
    return "before its window, by the late action";
  if (late.windowEnd === null) return "by the late action";
  if (late.dropped !== null) return `window expired, watermark ${clock.moment(late.watermark)}`;
  return late.watermark >= late.windowEnd + query.closeDelay
    ? "window closed, row corrected"
    : "window still open";
}

/** The run's phase, as it stands at the right of the tab bar. */
export function phaseText(state: RunState | null): string {
  if (state === null || state.phase === "empty") return "starting";
  if (state.phase === "loading") return "reading the stream";
  if (state.phase === "failed") return "stopped by a failure";
  const rows = `${counted(state.rowsOut, "row")} out`;
  if (state.phase === "finished") return `all read, ${rows}`;
  if (state.phase === "playing") return `playing, ${rows}`;
  return state.position === 0 ? `paused at the start, ${rows}` : `paused, ${rows}`;
}

/** What an empty result says: what comes next, and when. @param noun what one record is called. */
export function nextRowSentence(
  state: RunState | null,
  query: QuerySummary | null,
  noun: string,
  clock: Clock,
): string {
  if (state === null || query === null)
    return "No query has run yet: rows appear here once the stream is read.";
  if (state.phase === "finished")
    return `All ${counted(state.position, noun)} read, and no row came out of them.`;
  if (state.position === 0) {
    const first =
      state.firstArrival === null
        ? "press Play."
        : `the first ${noun} arrives at ${clock.moment(state.firstArrival)}.`;
    if (query.emission !== "final") return `No rows yet. Each ${noun} that is counted adds a row; ${first}`;
    return query.windowed
      ? `No rows yet. A row comes when a window closes; ${first}`
      : `No rows yet. Rows come at the end of input; ${first}`;
  }
  if (query.emission === "final" && !query.windowed)
    return "No rows yet: without a window, EMIT FINAL waits for the end of input.";
  if (state.watermark === null)
    return `No rows yet: no watermark is set after ${counted(state.position, noun)}.`;
  const letter = partitionLetter(state.watermark.heldBy);
  return `No rows yet: the watermark of ${letter} is at ${clock.moment(state.watermark.value)}; a window closes when it reaches the window's end.`;
}

/** What an empty Late tab says. */
export function noLateSentence(state: RunState | null, query: QuerySummary | null, noun: string): string {
  if (state === null || query === null) return "No query has run yet.";
  const rule = `A ${noun} is late when its event time is below its partition's watermark, which stays ${setting(query.bound)} behind the newest.`;
  if (state.position === 0) return `No late ${noun}s yet. ${rule}`;
  return `None of the ${counted(state.position, noun)} read so far is late. ${rule}`;
}

/** "reads orders, keyed by city on 3 partitions". */
export function readsText(query: QuerySummary): string {
  const keyed = query.keys.length > 0 ? `, keyed by ${query.keys.join(", ")}` : "";
  return `reads ${query.stream}${keyed} on ${counted(query.partitions, "partition")}`;
}
