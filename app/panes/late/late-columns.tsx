import type { QuerySummary, RecordStory } from "../../../engine/client/types.ts";
import type { Column } from "../../ui/column.ts";
import { VerdictWord } from "../../ui/Glyphs.tsx";
import { RecordLink } from "../../ui/RecordLink.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { type Clock, duration } from "../../words/clock.ts";
import { keptText } from "../../words/kept-sentence.ts";
import { lateReason } from "../../words/late-reason.ts";
import { keyColumns } from "../../words/record-facts.ts";
import { plainText } from "../../words/sentence.ts";
import { valueColumn } from "../output-columns.tsx";
import { arrivalColumn, eventColumn, markColumn, partitionColumn, seqColumn } from "../record-columns.tsx";

/** The columns of the Late tab. @param narrow without those that a narrow page has no room for. */
export function lateColumns(
  query: QuerySummary | null,
  clock: Clock,
  narrow: boolean,
): readonly Column<RecordStory>[] {
  if (query === null) return [];
  const keys = keyColumns(query).map((index) =>
    valueColumn(query.input[index], index, ({ values }: RecordStory) => values[index] ?? null, clock, 2),
  );
  const behind: Column<RecordStory> = {
    id: "behind",
    header: "behind",
    hint: "the watermark that judged it, minus its event time",
    align: "right",
    rank: 4,
    text: ({ lateness }) => (lateness === null ? "" : duration(lateness)),
  };
  const window: Column<RecordStory> = {
    id: "window",
    header: "window",
    text: ({ windows }) => {
      const [first] = windows;
      if (!first) return "";
      const more = windows.length > 1 ? ` +${windows.length - 1}` : "";
      return `${clock.span(first.start, first.end)}${more}`;
    },
  };
  return [
    markColumn,
    { ...seqColumn, fixed: true },
    ...keys,
    { ...partitionColumn, rank: 3, fixed: true },
    { ...eventColumn<RecordStory>(clock, ({ eventTime }) => eventTime), rank: 1 },
    { ...arrivalColumn(clock), rank: 2 },
    ...(narrow ? [] : [behind]),
    ...(query.windowed ? [window] : []),
    {
      id: "verdict",
      header: "what happened",
      text: (story) => `${story.verdict} ${plainText(lateReason(story, query, clock))}`,
      render: (story) => (
        <>
          <VerdictWord verdict={story.verdict} />{" "}
          {lateReason(story, query, clock).map((part, index) =>
            typeof part === "object" && "record" in part ? (
              <RecordLink key={index} seq={part.record} inTable />
            ) : (
              <SentenceText key={index} sentence={[part]} />
            ),
          )}
        </>
      ),
    },
    ...(narrow ? [] : [keptColumn(query)]),
  ];
}

function keptColumn(query: QuerySummary): Column<RecordStory> {
  return {
    id: "kept",
    header: "kept with",
    hint: "the setting that keeps this one record, all else equal",
    quiet: true,
    rank: 5,
    text: (story) => keptText(story, query),
  };
}
