import type { ReactNode } from "react";
import type { RecordStory } from "../../engine/client/types.ts";
import { recordNoun, useDocument } from "../session/document-store.ts";
import { useClock } from "../session/use-clock.ts";
import { VerdictGlyph } from "../ui/Glyphs.tsx";
import styles from "./StoryCard.module.css";

export interface StoryCardProps {
  readonly story: RecordStory;
  /** Chosen; else only pointed at. */
  readonly pinned: boolean;
  /** 344 wide over the map, a strip under it, or a sheet under it on a phone. */
  readonly layout: "card" | "strip" | "sheet";
}

/** What decided about one record. */
export function StoryCard({ story, layout }: StoryCardProps): ReactNode {
  const noun = useDocument(recordNoun);
  const clock = useClock();
  return (
    <div className={styles[layout]}>
      <h3>
        <VerdictGlyph verdict={story.verdict} />
        {`The ${noun} #${story.seq}: ${story.verdict}`}
      </h3>
      <p>{`Event ${clock.moment(story.eventTime)}, arrives ${clock.moment(story.arrival)}.`}</p>
    </div>
  );
}
