import type { ReactNode } from "react";
import { usePhone } from "../ui/use-media.ts";
import { DropStory } from "./DropStory.tsx";
import styles from "./FirstRunStrip.module.css";
import { useDropStory } from "./first-run-store.ts";
import { stagesAt } from "./layers-at.ts";
import { SentenceText } from "../ui/SentenceText.tsx";
import type { FirstScene } from "./first-scene.ts";

interface FirstRunStripProps {
  readonly scene: FirstScene;
  /** Records read. */
  readonly read: number;
}

/** Under the map: the story of the first drop where it has no place on it; on a phone also the newest sentence. */
export function FirstRunStrip({ scene, read }: FirstRunStripProps): ReactNode {
  const phone = usePhone();
  const told = useDropStory();
  const { drop, seqs, texts, start } = scene;
  if (told && drop && (phone || drop.card === null))
    return (
      <div className={phone ? styles.sheet : styles.strip}>
        <DropStory drop={drop} layout={phone ? "sheet" : "strip"} />
      </div>
    );
  if (!phone) return null;
  const newest = stagesAt(seqs, read).at(-1);
  const sentence = newest === undefined ? start.text : texts.get(newest);
  return (
    <div className={styles.sheet} aria-live="polite">
      {sentence && (
        <p>
          <SentenceText sentence={sentence} />
        </p>
      )}
    </div>
  );
}
