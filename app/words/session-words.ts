import type { RecordStory, SessionStory } from "../../engine/client/types.ts";
import { setting } from "./clock.ts";
import { recordName } from "./record-facts.ts";
import { listed, type Sentence } from "./sentence.ts";
import { counted } from "./value.ts";
import type { StoryWords } from "./watermark-words.ts";

/** Whether a record made several sessions one. */
export function hasMerged({ session }: Pick<RecordStory, "session">): boolean {
  return session !== null && session.joined.length > 1;
}

/** What a counted record did to the sessions of its group: it begins one, joins one, or makes several one. */
export function sessionClauses(story: RecordStory, words: StoryWords): Sentence {
  const { session, windows } = story;
  const after = windows[0];
  if (!session || !after) return [];
  const { clock, noun, query } = words;
  const bounds = { bold: clock.span(after.start, after.end) };
  const holds = ` with ${counted(session.counted, noun)}`;
  const [only, ...others] = session.joined;
  if (!only) {
    const group = query.keys.length === 0 ? [] : recordName(story.values, query, clock);
    return [` It begins a session${group.length === 0 ? "" : ` of ${group.join(", ")}`}, `, bounds, "."];
  }
  if (others.length > 0) {
    const names = session.joined.map(({ start, end }) => ({ bold: clock.span(start, end) }));
    const all = others.length === 1 ? "both" : `all ${session.joined.length}`;
    return [
      ` It lies ${reach(words)} from ${all}: `,
      ...listed(names),
      " became ",
      bounds,
      `${holds}.`,
      ...rows(story, session),
    ];
  }
  const before = { bold: clock.span(only.start, only.end) };
  if (only.start === after.start && only.end === after.end)
    return [" It is part of the session ", before, `,${holds} now; its bounds stay.`];
  return [" It joins the session ", before, ", which becomes ", bounds, `${holds}.`, ...rows(story, session)];
}

/** "at most 5 s": how near records of one session are to one another. */
function reach({ query: { window } }: StoryWords): string {
  if (window?.kind !== "session") return "near";
  return `${window.touchingJoins ? "at most" : "less than"} ${setting(window.gap)}`;
}

/** "2 rows withdrawn, 1 in their place." */
function rows({ rowsCaused }: RecordStory, { withdrawn }: SessionStory): Sentence {
  if (withdrawn === 0) return [];
  const placed = rowsCaused - withdrawn;
  const instead = placed > 0 ? `, ${placed} in ${withdrawn === 1 ? "its" : "their"} place` : "";
  return [` ${counted(withdrawn, "row")} withdrawn${instead}.`];
}
