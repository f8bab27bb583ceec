import type { QuerySummary, RunState } from "../../engine/client/types.ts";
import { type Clock, setting } from "../words/clock.ts";
import { partitionLetter } from "../words/partition-letter.ts";
import { article } from "../words/sentence.ts";
import type { TermName } from "../words/term-name.ts";
import { counted } from "../words/value.ts";
import { reachText } from "../words/watermark-words.ts";

/** The run whose values a definition uses. */
export interface TermFacts {
  readonly query: QuerySummary;
  readonly watermark: RunState["watermark"];
  readonly clock: Clock;
  /** What one record is called. */
  readonly noun: string;
}

/** What a word of the page means, in one sentence with this run's values. */
export function definition(term: TermName, facts: TermFacts): string {
  const { query, noun } = facts;
  const one = `${article(noun)} ${noun}`;
  switch (term) {
    case "event time":
      return query.eventTime === null
        ? `Event time is when ${one} happened; here no column tells it, so it is the time of arrival.`
        : `Event time is when ${one} happened: the column ${query.eventTime}.`;
    case "arrival":
      return query.arrival === null
        ? `Arrival is when ${one} reached the stream; here no column tells it, so one comes each millisecond.`
        : `Arrival is when ${one} reached the stream: the column ${query.arrival}.`;
    case "watermark":
      return watermark(facts);
    case "bound":
      return bound(facts);
    case "lateness":
      return `The lateness is how long a closed window is still kept, so that a late ${noun} corrects it: ${setting(query.allowedLateness)} of watermark.`;
    case "window":
      return windowText(facts);
    case "pane":
      return `A pane is one reading of a window: early while it is open, on-time when it closes, late when ${one} corrects it.`;
    case "partition":
      return partition(facts);
    case "late":
      return query.lateUnit === "window"
        ? `Late is ${one} whose window closed before it came.`
        : `Late is ${one} whose event time is below the watermark; equal is on time.`;
    case "dropped":
      return `Dropped is ${one} that is counted nowhere: ${dropReason(facts)}.`;
    case "expired":
      return `A window has expired when the watermark ${reachText(query.expireDelay, query.allowedLateness)}: from then on it takes no ${noun}.`;
    case "closes":
      if (query.closesByNext)
        return `A session closes when the watermark passes the first ${noun} of its group's next session: its rows go out.`;
      return `A window closes when the watermark ${reachText(query.closeDelay, query.allowedLateness)}: its rows go out.`;
    case "idle":
      return query.idleTimeout === null
        ? `Idle is a partition that is quiet for long, and then holds no watermark back; in this query none ever is.`
        : `Idle is a partition without ${one} for ${setting(query.idleTimeout)}: it holds no watermark back until its next.`;
    case "out of order":
      return `Out of order is ${one} after one with a later event time; that alone does not make it late.`;
  }
}

function bound({ query: { watermarkStrategy, punctuation, bound: length } }: TermFacts): string {
  const meaning = "The bound is how far the watermark stays behind the newest event time";
  if (watermarkStrategy === "none") return `${meaning}; this stream has no watermark.`;
  return punctuation === null
    ? `${meaning}: ${setting(length)}.`
    : `${meaning}; this one goes by the column ${punctuation}.`;
}

function windowText({ query: { window }, noun }: TermFacts): string {
  const edges = "its start belongs to it, its end does not";
  switch (window?.kind) {
    case undefined:
      return `A window holds the ${noun}s of one span of event time; this query has none.`;
    case "tumbling":
      return `A window holds the ${noun}s of the same ${setting(window.size)} of event time; ${edges}.`;
    case "hopping":
      return `A window holds the ${noun}s of ${setting(window.size)} of event time, and one begins every ${setting(window.advance)}; ${edges}.`;
    case "cumulate":
      return `A window holds the ${noun}s since the last multiple of ${setting(window.size)} of event time, and one ends every ${setting(window.step)}; ${edges}.`;
    case "session":
      return `A window is a session here: ${noun}s of one group, each ${window.touchingJoins ? "at most" : "less than"} ${setting(window.gap)} of event time from the next; it ends ${setting(window.gap)} after its last.`;
  }
}

function watermark({ query, watermark: now, clock, noun }: TermFacts): string {
  const value =
    now === null
      ? "it is not set yet"
      : `now ${clock.moment(now.value)}${query.partitions > 1 ? `, held by ${partitionLetter(now.heldBy)}` : ""}`;
  const older = `up to which no older ${noun} is expected any more`;
  if (query.watermarkStrategy === "none")
    return `The watermark is the time ${older}; this stream declares none, so nothing is late.`;
  const rule =
    query.punctuation === null
      ? `the newest event time less a bound of ${setting(query.bound)}`
      : `the greatest time that the column ${query.punctuation} has told`;
  return `The watermark is ${rule}, ${older}: ${value}.`;
}

function partition({ query, noun }: TermFacts): string {
  const by = query.keys.length > 0 ? `, chosen by ${query.keys.join(", ")}` : "";
  const lane = query.watermarkScope === "partition" ? " with a watermark of its own" : "";
  return `A partition is a lane of ${noun}s${lane}; this query has ${counted(query.partitions, "partition")}${by}.`;
}

function dropReason({ query }: TermFacts): string {
  const byRecord =
    query.lateUnit === "record" && (query.lateAction === "drop" || query.lateAction === "dead_letter");
  return byRecord || !query.windowed ? "the watermark had passed its event time" : "its window had expired";
}
