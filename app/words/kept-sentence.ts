import type { QuerySummary, RecordStory, Threshold } from "../../engine/client/types.ts";
import { setting } from "./clock.ts";
import type { Sentence, SentencePart } from "./sentence.ts";

/** Which setting of a query: never one word for both. */
export type SettingName = "lateness" | "bound";

/** What the two settings are now. */
export type PresentSettings = Pick<QuerySummary, "allowedLateness" | "bound" | "expireDelay">;

/**
 * What would have kept a dropped record, lateness and bound apart, or what a late one that was counted needed; each
 * beside what it is now.
 * @returns Empty where there is nothing to say.
 */
export function keptSentence(story: RecordStory, now: PresentSettings): Sentence {
  const { verdict, keptWith } = story;
  const limits = limitsOf(story);
  if (verdict === "dropped") {
    // What its group keeps of the records before it would be another then.
    if (keptWith === null) return ["Only a run tells which ", { term: "bound" }, " would have kept it."];
    if (limits.length === 0) return ["No lateness and no bound alone would have kept it."];
    return ["Kept with ", ...joined(limits.map(([name, limit]) => limitText(name, limit, now))), "."];
  }
  const missed = missedLimit(story, now);
  if (missed !== null) return ["In all of them with ", ...limitText("lateness", missed, now), "."];
  if (verdict !== "counted late") return [];
  if (limits.length > 0)
    return ["It took ", ...joined(limits.map(([name, limit]) => limitText(name, limit, now))), "."];
  return reachedOpenWindow(story) ? ["Any ", { term: "lateness" }, " would have done."] : [];
}

/** The same in the few words of a cell: "lateness > 9.4 s or bound > 6.4 s", "any lateness". */
export function keptText(story: RecordStory, now: PresentSettings): string {
  const limits = limitsOf(story);
  const missed = missedLimit(story, now);
  if (missed !== null) return `in all: lateness > ${setting(missed.ms)}`;
  if (limits.length > 0)
    return limits.map(([name, { ms, over }]) => `${name} ${over ? ">" : "≥"} ${setting(ms)}`).join(" or ");
  if (story.verdict === "counted late") return reachedOpenWindow(story) ? "any lateness" : "";
  if (story.verdict !== "dropped") return "";
  return story.keptWith === null ? "only a run tells" : "neither";
}

/**
 * The lateness with which a counted record would have missed none of its windows; null where it missed none. It is
 * exact: the lateness moves no watermark, and only adds to when a window expires.
 */
function missedLimit(
  { windows, judged, verdict }: RecordStory,
  { expireDelay, allowedLateness }: PresentSettings,
): Omit<Threshold, "delay"> | null {
  const first = windows.find(({ outcome }) => outcome === "expired");
  if (!first || judged === null || verdict === "dropped") return null;
  return { ms: judged - first.end - (expireDelay - allowedLateness), over: true };
}

/** A correction was kept by the lateness alone: with a greater bound it would not have been late. */
function limitsOf({ verdict, keptWith }: RecordStory): readonly (readonly [SettingName, Threshold])[] {
  const { lateness = null, bound = null } = keptWith ?? {};
  return [
    ...(lateness === null ? [] : [["lateness", lateness] as const]),
    ...(bound === null || verdict !== "dropped" ? [] : [["bound", bound] as const]),
  ];
}

function reachedOpenWindow({ windows }: RecordStory): boolean {
  return windows.some(({ outcome }) => outcome === "counted");
}

function limitText(
  name: SettingName,
  { ms, over }: Omit<Threshold, "delay">,
  now: PresentSettings,
): Sentence {
  const present = setting(name === "bound" ? now.bound : now.allowedLateness);
  return [
    "a ",
    { term: name },
    over ? " over " : " of at least ",
    { bold: setting(ms) },
    ` (now ${present})`,
  ];
}

function joined(limits: readonly Sentence[]): Sentence {
  return limits.flatMap((limit, index): readonly SentencePart[] =>
    index === 0 ? limit : [" or ", ...limit],
  );
}
