import type { RecordStory, WindowStory } from "../../engine/client/types.ts";
import type { Clock } from "./clock.ts";
import { recordName } from "./record-facts.ts";
import { listed, type Sentence } from "./sentence.ts";
import { count } from "./value.ts";
import type { StoryWords } from "./watermark-words.ts";

/** Windows that a sentence names one by one; of more it tells the first, the last and how many. */
const NAMED = 4;

/** "[00:00, 00:10) and [00:05, 00:15)". @param windows ascending. */
export function windowNames(windows: readonly WindowStory[], clock: Clock): Sentence {
  const names = windows.map(({ start, end }) => ({ bold: clock.span(start, end) }));
  const [first, last] = [names[0], names.at(-1)];
  if (names.length <= NAMED || !first || !last) return listed(names);
  return [first, " to ", last, `, ${count(names.length)} of them,`];
}

/** What became of a counted record in each of its windows; corrections are told before. */
export function windowClauses({ windows, verdict }: RecordStory, { query, clock }: StoryWords): Sentence {
  const open = windows.filter(({ outcome }) => outcome === "counted");
  const expired = windows.filter(({ outcome }) => outcome === "expired");
  const misses: Sentence =
    expired.length === 0
      ? []
      : [
          ` It came after `,
          ...windowNames(expired, clock),
          ` had expired, and is not part of ${themOf(expired)}.`,
        ];
  if (open.length === 0)
    return verdict === "counted late" || query.windowed ? misses : [" It was counted in the result."];
  return [
    open.length === 1 ? " Counted in its window " : " Counted in its windows ",
    ...windowNames(open, clock),
    open.length === 1 ? ", which was open." : ", which were open.",
    ...misses,
  ];
}

/** "HAVING no longer holds, so the row of kyoto in [00:00, 00:10) was withdrawn." Nothing where none was. */
export function withdrawnClause(
  { windows, values }: Pick<RecordStory, "windows" | "values">,
  { query, clock }: StoryWords,
): Sentence {
  const withdrawn = windows.filter(({ withdrew }) => withdrew);
  if (withdrawn.length === 0) return [];
  const group = query.keys.length === 0 ? [] : recordName(values, query, clock);
  const [row, was] = withdrawn.length === 1 ? ["row", "was"] : ["rows", "were"];
  return [
    ` HAVING no longer holds, so the ${row}${group.length === 0 ? "" : ` of ${group.join(", ")}`} in `,
    ...windowNames(withdrawn, clock),
    ` ${was} withdrawn.`,
  ];
}

function themOf(windows: readonly WindowStory[]): string {
  return windows.length === 1 ? "it" : "them";
}
