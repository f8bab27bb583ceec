import { useEffect, useState, type ReactNode } from "react";
import type { LateRecord, QuerySummary } from "../../../engine/client/types.ts";
import { usePlayground } from "../../engine/playground-context.ts";
import { onNextFrame } from "../../engine/next-frame.ts";
import { createPuller } from "../../engine/puller.ts";
import { useClock } from "../../session/use-clock.ts";
import { useSelection } from "../../session/selection-store.ts";
import { VerdictGlyph } from "../../ui/Glyphs.tsx";
import { SentenceText } from "../../ui/SentenceText.tsx";
import { lateSentence } from "../../words/sentences.ts";
import { findLate } from "./find-late.ts";
import styles from "./LateStory.module.css";

interface LateStoryProps {
  readonly query: QuerySummary;
  /** Late records so far. */
  readonly total: number;
  readonly noun: string;
}

/** The whole story of one late record: the selected one, else the newest that was dropped. */
export function LateStory({ query, total, noun }: LateStoryProps): ReactNode {
  const { engine } = usePlayground();
  const clock = useClock();
  const seq = useSelection((selection) => selection.seq);
  const [late, setLate] = useState<LateRecord | null>(null);
  useEffect(() => {
    const puller = createPuller(
      () => findLate(engine, total, seq),
      (found) => onNextFrame(() => setLate(found)),
    );
    puller.want(null);
    return () => puller.stop();
  }, [engine, total, seq]);

  if (late === null) return null;
  const verdict = late.dropped ? "dropped" : "counted late";
  return (
    <div className={styles.story}>
      <VerdictGlyph verdict={verdict} />
      <p>
        <b>
          {noun[0]?.toUpperCase()}
          {noun.slice(1)} #{late.seq} was {verdict}.
        </b>{" "}
        <SentenceText sentence={lateSentence(late, query, clock)} />
      </p>
    </div>
  );
}
