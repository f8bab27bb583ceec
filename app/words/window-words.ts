import type { RecordStory } from "../../engine/client/types.ts";
import type { Clock } from "./clock.ts";
import { recordName } from "./record-facts.ts";
import { listed, type Sentence } from "./sentence.ts";
import { count } from "./value.ts";
import type { StoryWords } from "./watermark-words.ts";

/** Windows that a sentence names one by one; of more it tells the first, the last and how many. */
const NAMED = 4;

/** "[00:00, 00:10) and [00:05, 00:15)". @param windows ascending. */
export function windowNames(
  windows: readonly { readonly start: number; readonly end: number }[],
  clock: Clock,
): Sentence {
  const names = windows.map(({ start, end }) => ({ bold: clock.span(start, end) }));
  const [first, last] = [names[0], names.at(-1)];
  if (names.length <= NAMED || !first || !last) return listed(names);
  return [first, " to ", last, `, ${count(names.length)} of them,`];
}

/** Where a counted record was counted, unless that is told before: in its only window, or in the result. */
export function windowClauses({ windows, verdict }: RecordStory, { query, clock }: StoryWords): Sentence {
  const window = windows[0];
  if (!window) return query.windowed || verdict === "counted late" ? [] : [" It was counted in the result."];
  if (window.outcome !== "counted") return [];
  return [" Counted in its window ", ...windowNames([window], clock), ", which was open."];
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
