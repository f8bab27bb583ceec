import type { RecordStory, WindowStory } from "../../engine/client/types.ts";
import { setting } from "./clock.ts";
import { partitionLetter } from "./partition-letter.ts";
import { keyColumns, recordName } from "./record-facts.ts";
import { article, capital, type Sentence, type SentencePart } from "./sentence.ts";
import { hasMerged, sessionClauses } from "./session-words.ts";
import { moveClause, moverName, pastEdge, type StoryWords, watermarkOf } from "./watermark-words.ts";
import { isInSeveral, severalText } from "./window-list.ts";
import { windowClauses, windowNames, withdrawnClause } from "./window-words.ts";

/** "Order #28 was dropped", "Order #13 is in 3 windows, counted in 2", "Click #10 joined 2 sessions". */
export function storyTitle(
  story: Pick<RecordStory, "seq" | "verdict" | "windows" | "session">,
  noun: string,
): string {
  const { verdict, session } = story;
  const record = `${capital(noun)} #${story.seq}`;
  if (hasMerged(story)) return `${record} joined ${session!.joined.length} sessions`;
  const was = (verb: string): string =>
    `${record} ${isInSeveral(story) ? severalText(story, verb) : `was ${verb}`}`;
  switch (verdict) {
    case "not yet":
      return `${record} has not arrived`;
    case "malformed":
      return `${record} is malformed`;
    case "in no window":
      return `${record} is in no window`;
    case "out of order":
      return `${was("counted")}, out of order`;
    case "counted":
    case "counted late":
    case "dropped":
    case "filtered":
    case "skipped":
      return was(verdict);
  }
}

/**
 * What decided about a record: event, arrival, window, when and by what that closed and expired, and the rule. It
 * states and never judges; every number is exact. Of one in several windows, `windowLines` tells of each.
 */
export function storySentence(story: RecordStory, words: StoryWords): Sentence {
  const withdrawn = isInSeveral(story) ? [] : withdrawnClause(story, words);
  return [...times(story, words), ...outcome(story, words), ...withdrawn];
}

function times(story: RecordStory, { clock }: StoryWords): Sentence {
  const { verdict, eventTime, arrival, judged } = story;
  const arrived = verdict === "not yet" ? "arrives at " : "arrived ";
  const when: SentencePart = { bold: clock.moment(arrival) };
  if (eventTime === null || verdict === "malformed") return [capital(arrived), when, "."];
  const event: Sentence = ["Event ", { bold: clock.moment(eventTime) }, `, ${arrived}`, when];
  if (!isInSeveral(story)) return [...event, "."];
  // What the watermark meant is told for each window apart.
  return judged === null
    ? [...event, ", no watermark set."]
    : [...event, ", watermark ", { bold: clock.moment(judged) }, "."];
}

function outcome(story: RecordStory, words: StoryWords): Sentence {
  const { query, noun } = words;
  if (isInSeveral(story)) return [];
  switch (story.verdict) {
    case "not yet":
      return [" Nothing is decided about it until then."];
    case "malformed":
      return [
        query.eventTime === null
          ? " It cannot be read, so it takes part in nothing."
          : ` Its event time, ${query.eventTime}, is missing or cannot be read, so it takes part in nothing.`,
      ];
    case "filtered":
      return [" WHERE leaves it out", ...movedClause(story, words)];
    case "skipped":
      return [` ${missingKey(story, words)}; these rules skip such ${noun}s`, ...movedClause(story, words)];
    case "in no window":
      return [" No window holds its event time", ...movedClause(story, words)];
    case "dropped":
      return dropped(story, words);
    case "counted late":
      return countedLate(story, words);
    case "out of order":
      return [...outOfOrder(story, words), ...places(story, words)];
    case "counted":
      return [...onTime(story, words), ...places(story, words)];
  }
}

/** Where a counted record went. */
function places(story: RecordStory, words: StoryWords): Sentence {
  return story.session ? sessionClauses(story, words) : windowClauses(story, words);
}

/** Whether a record that was left out moved time all the same. */
function movedClause(
  { partition, watermarkBefore, watermarkAfter }: RecordStory,
  words: StoryWords,
): Sentence {
  const { query, clock } = words;
  const whose = watermarkOf(partition, query);
  if (watermarkAfter === watermarkBefore)
    return watermarkAfter === null ? ["."] : [`; ${whose} stayed at ${clock.moment(watermarkAfter)}.`];
  return [`; it moved ${whose} to ${clock.moment(watermarkAfter)} all the same.`];
}

function missingKey({ values }: RecordStory, { query }: StoryWords): string {
  const names = keyColumns(query).flatMap((index) => {
    const name = query.input[index]?.name;
    return name === undefined || values[index] !== null ? [] : [name];
  });
  if (names.length === 0) return "A column of its group is NULL";
  return `Its ${names.join(" and its ")} ${names.length === 1 ? "is" : "are"} NULL`;
}

function onTime(
  { judged, lateness, eventTime, partition }: RecordStory,
  { query, clock }: StoryWords,
): Sentence {
  const whose = watermarkOf(partition, query);
  const stood = judged === null ? `${whose} was not set yet` : `${whose} stood at ${clock.moment(judged)}`;
  if (eventTime === null)
    return [` Its event time, ${query.eventTime}, is NULL, and it was on time: ${stood}.`];
  if (query.lateUnit === "window") return [` ${capital(stood)}.`];
  if (judged === eventTime) return [` It was on time: ${stood}, exactly its event time.`];
  return lateness! > 0 ? [` ${capital(stood)}.`] : [` It was on time: ${stood}.`];
}

function outOfOrder(story: RecordStory, words: StoryWords): Sentence {
  const { noun, query } = words;
  const lane = query.partitions === 1 ? "" : ` in ${partitionLetter(story.partition)}`;
  return [
    ` ${capital(article(noun))} ${noun} with a later event time had come before it${lane}.`,
    ...onTime(story, words),
  ];
}

function countedLate(story: RecordStory, words: StoryWords): Sentence {
  const { query, clock } = words;
  const corrected = story.windows.filter((window) => window.outcome === "corrected");
  if (corrected.length > 0) return [" ", ...correction(story, corrected, words), ...places(story, words)];
  const behind = behindClause(story, words);
  if (story.session) return [...behind, ...places(story, words)];
  const open = story.windows.filter((window) => window.outcome === "counted");
  if (open.length === 0)
    return [...behind, ` It was counted all the same, as the late action ${query.lateAction} asks.`];
  const [verb, it] = open.length === 1 ? ["was", "it"] : ["were", "they"];
  return [
    ...behind,
    ...(open.length === 1 ? [" Its window "] : [" Its windows "]),
    ...windowNames(open, clock),
    ` ${verb} still open, so ${it} counted it.`,
  ];
}

/** "It was 2.1 s behind C's watermark, which #13 (lima, event 00:14.9) had moved to 00:12.9." */
function behindClause({ lateness, judged, partition, mover }: RecordStory, words: StoryWords): Sentence {
  const { query, clock } = words;
  const whose = watermarkOf(partition, query);
  const start: Sentence =
    lateness === null
      ? [` Its event time, ${query.eventTime}, is NULL: late by ${whose}`]
      : [" It was ", { bold: setting(lateness) }, ` behind ${whose}`];
  const at = clock.moment(judged);
  if (mover === null || mover.timer) return [...start, `, which stood at ${at}.`];
  return [...start, ", which ", ...moverName(mover, words), ` had moved to ${at}.`];
}

/** "Its window [00:00, 00:10) had closed at 00:13.8, when #10 (…) moved B's watermark to 00:10.6, past 00:10." */
function correction(story: RecordStory, corrected: readonly WindowStory[], words: StoryWords): Sentence {
  const { query, clock } = words;
  const { closed } = corrected.at(-1)!;
  // A session may end later than when it closed.
  const before = story.session?.joined.findLast((session) => session.closed);
  const named = before ? [before] : corrected;
  const { end } = named.at(-1)!;
  const one = corrected.length === 1;
  const noun = story.session ? "session" : "window";
  const whose = watermarkOf(story.partition, query);
  const how: Sentence =
    closed === null
      ? [` had closed: ${whose} stood at ${clock.moment(story.judged)}`]
      : [
          `${one ? " had closed at" : " had all closed, the last at"} ${clock.moment(closed.arrival)}, when `,
          ...moveClause(closed, story.partition, words),
        ];
  const reached = closed?.watermark ?? story.judged;
  const past = reached === null ? "" : `, ${pastEdge(reached, end, query.closeDelay, words)}`;
  const kept = ` ${one ? "It is" : "They are"} kept for ${setting(query.allowedLateness)}, so the late ${words.noun} was counted`;
  const names = windowNames(named, clock);
  const own = one ? `Its ${noun} ` : `Its ${noun}s `;
  return [own, ...names, ...how, `${past}.`, kept, rowsClause(story, words)];
}

function rowsClause(
  { rowsCaused, values, windows, session }: RecordStory,
  { query, clock }: StoryWords,
): string {
  if (session || windows.some(({ withdrew }) => withdrew)) return ".";
  if (rowsCaused === 0) return "; no row changed by it.";
  const group = query.keys.length === 0 ? [] : recordName(values, query, clock);
  return group.length === 0 ? " and its row corrected." : ` and the row of ${group.join(", ")} corrected.`;
}

function dropped(story: RecordStory, words: StoryWords): Sentence {
  const { query } = words;
  const expired = story.windows.filter((window) => window.outcome === "expired");
  if (expired.length > 0) return [" ", ...expiry(story, expired, words)];
  const { mover, partition, judged, windows } = story;
  const whose = watermarkOf(partition, query);
  const to = words.clock.moment(judged);
  const past: Sentence =
    story.lateness === null ? ["."] : [", ", { bold: setting(story.lateness) }, " past it."];
  const by: Sentence =
    mover === null || mover.timer
      ? [`: that stood at ${to}`, ...past]
      : [": ", ...moverName(mover, words), ` had moved it to ${to}`, ...past];
  const why =
    story.lateness === null
      ? ` Its event time, ${query.eventTime}, is NULL, and ${whose} was set`
      : ` It came after ${whose} had passed it`;
  const missed = windowNames(windows, words.clock);
  const rule = ` The query's late action drops such ${words.noun}s`;
  const before: Sentence =
    windows.length === 0
      ? ["."]
      : [` before they reach ${windows.length === 1 ? "a window" : "windows"}, here `, ...missed, "."];
  return [why, ...by, rule, ...before];
}

/** "Its window [00:10, 00:20) closed at 00:25.2 and expired at 00:29.8, when #25 (…) moved B's watermark to …". */
function expiry(story: RecordStory, expired: readonly WindowStory[], words: StoryWords): Sentence {
  const { query, clock } = words;
  const last = expired.at(-1)!;
  const { closed, expired: end } = last;
  const one = expired.length === 1;
  const isSession = query.window?.kind === "session";
  const names: Sentence = isSession
    ? ["The session that it would have begun, ", ...windowNames(expired, clock), ","]
    : [one ? "Its window " : "Its windows ", ...windowNames(expired, clock)];
  const whose = watermarkOf(story.partition, query);
  if (end === null) {
    const past =
      story.judged === null ? "" : `, ${pastEdge(story.judged, last.end, query.expireDelay, words)}`;
    return [...names, ` had expired: ${whose} stood at ${clock.moment(story.judged)}${past}.`];
  }
  const at = clock.moment(end.arrival);
  const when = isSession
    ? ` had expired at ${at}`
    : one
      ? closed === null
        ? ` expired at ${at}`
        : closed.seq === end.seq
          ? ` closed and expired at ${at}`
          : ` closed at ${clock.moment(closed.arrival)} and expired at ${at}`
      : ` had all expired, the last at ${at}`;
  const past = pastEdge(end.watermark, last.end, query.expireDelay, words);
  return [...names, `${when}, when `, ...moveClause(end, story.partition, words), `, ${past}.`];
}
