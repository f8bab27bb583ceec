import { useId, useRef, type ReactNode } from "react";
import type { RecordStory } from "../../engine/client/types.ts";
import { recordNoun, useDocument } from "../session/document-store.ts";
import { useRun } from "../session/run-store.ts";
import { clearSelection } from "../session/selection-store.ts";
import { useClock } from "../session/use-clock.ts";
import { VerdictGlyph } from "../ui/Glyphs.tsx";
import { SentenceText } from "../ui/SentenceText.tsx";
import { keptSentence } from "../words/kept-sentence.ts";
import { recordFacts } from "../words/record-facts.ts";
import type { Sentence } from "../words/sentence.ts";
import { count } from "../words/value.ts";
import { isInSeveral, singleLines, windowLines } from "../words/window-list.ts";
import { storySentence, storyTitle } from "../words/story-sentence.ts";
import { StoryActions } from "./StoryActions.tsx";
import styles from "./StoryCard.module.css";
import { useEscape } from "./use-escape.ts";

export interface StoryCardProps {
  readonly story: RecordStory;
  /** Chosen; else only pointed at, and then nothing on it can be pressed. */
  readonly pinned: boolean;
  /** 344 wide over the map, a strip under it, or a sheet under it on a phone. */
  readonly layout: "card" | "strip" | "sheet";
}

/** What decided about one record, what would have kept it, and what can be done about it. */
export function StoryCard({ story, pinned, layout }: StoryCardProps): ReactNode {
  const query = useRun((run) => run.query);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const id = useId();
  const card = useRef<HTMLElement>(null);
  useEscape(pinned, () => close(card.current));
  if (query === null) return null;
  const kept = keptSentence(story, query);
  return (
    <article ref={card} aria-labelledby={id} className={styles[layout]}>
      <div className={styles.head}>
        <h3 id={id}>
          <VerdictGlyph verdict={story.verdict} />
          {storyTitle(story, noun)}
        </h3>
        <span>{recordFacts(story, query, clock)}</span>
      </div>
      <p>
        <SentenceText sentence={storySentence(story, { query, clock, noun })} />
      </p>
      {isInSeveral(story) && <WindowLines story={story} />}
      {kept.length > 0 && (
        <p>
          <SentenceText sentence={kept} />
        </p>
      )}
      {pinned && <StoryActions story={story} />}
    </article>
  );
}

/** What became of the record in each of its windows; of many, behind a line for each outcome. */
function WindowLines({ story }: { readonly story: RecordStory }): ReactNode {
  const clock = useClock();
  const single = singleLines(story, clock);
  return (
    <>
      <Lines sentences={windowLines(story, clock)} />
      {single.length > 0 && (
        <details className={styles.each}>
          <summary>{`Each of its ${count(story.windows.length)} windows`}</summary>
          <Lines sentences={single} />
        </details>
      )}
    </>
  );
}

function Lines({ sentences }: { readonly sentences: readonly Sentence[] }): ReactNode {
  return (
    <ul className={styles.lines}>
      {sentences.map((sentence, index) => (
        <li key={index}>
          <SentenceText sentence={sentence} />
        </li>
      ))}
    </ul>
  );
}

/** The record is no longer chosen; a focus in its card goes back to the pane that the card belongs to. */
function close(card: HTMLElement | null): void {
  const pane = card?.contains(document.activeElement) ? card.closest("figure, section, .pane") : null;
  clearSelection();
  pane?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
}
