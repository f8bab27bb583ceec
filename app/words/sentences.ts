import type { Ledger, QuerySummary, RunState } from "../../engine/client/types.ts";
import { type Clock, setting } from "./clock.ts";
import { partitionLetter } from "./partition-letter.ts";
import { article, capital, type Sentence, type SentencePart } from "./sentence.ts";
import { count, counted } from "./value.ts";

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
export function noLateSentence(state: RunState | null, query: QuerySummary | null, noun: string): Sentence {
  if (state === null || query === null) return ["No query has run yet."];
  const none =
    state.position === 0
      ? `No late ${noun}s yet.`
      : `None of the ${counted(state.position, noun)} read so far is late.`;
  const subject = ` ${capital(article(noun))} ${noun} is `;
  const late: SentencePart = { term: "late" };
  if (query.lateUnit === "window")
    return [none, subject, late, " when its window has closed before it comes."];
  const whose = query.watermarkScope === "partition" ? "its partition's " : "the stream's ";
  return [none, subject, late, ` when its event time is below ${whose}`, { term: "watermark" }, rule(query)];
}

/** What the watermark goes by, said behind its name. */
function rule({ watermarkStrategy, punctuation, bound }: QuerySummary): string {
  if (watermarkStrategy === "none") return ", and it has none.";
  return punctuation === null
    ? `, which stays ${setting(bound)} behind the newest.`
    : `, which goes by the column ${punctuation}.`;
}

/** "reads orders, keyed by city on 3 partitions". */
export function readsText(query: QuerySummary): string {
  const keyed = query.keys.length > 0 ? `, keyed by ${query.keys.join(", ")}` : "";
  return `reads ${query.stream}${keyed} on ${counted(query.partitions, "partition")}`;
}
