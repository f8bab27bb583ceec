import { useEffect, useRef, type ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { Button } from "../ui/Button.tsx";
import { VerdictGlyph } from "../ui/Glyphs.tsx";
import { plainText } from "../words/sentence.ts";
import styles from "./DropStory.module.css";
import { closeDropStory, showWholeStory } from "./first-run-store.ts";
import { SentenceText } from "../ui/SentenceText.tsx";
import type { DropScene } from "./first-scene.ts";

interface DropStoryProps {
  readonly drop: DropScene;
  readonly layout: "card" | "strip" | "sheet";
}

/** The first drop, told with one number. Escape closes it and leaves the run paused. */
export function DropStory({ drop: { title, why }, layout }: DropStoryProps): ReactNode {
  const { togglePlay } = usePlayground();
  const story = useRef<HTMLElement>(null);

  useEffect(() => {
    // Who pressed Play with the keyboard goes on with it; nobody else's focus is taken.
    if (document.activeElement === playButton())
      story.current?.querySelector<HTMLElement>("[data-play-on]")?.focus();
  }, []);
  const leave = (): void => {
    if (story.current?.contains(document.activeElement)) playButton()?.focus();
  };
  useEffect(() => {
    const element = story.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (element?.contains(document.activeElement)) playButton()?.focus();
      closeDropStory();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <section
      ref={story}
      className={layout === "card" ? styles.story : `${styles.story} ${styles[layout]}`}
      aria-label={plainText(title)}
    >
      <h3>
        <VerdictGlyph verdict="dropped" />
        <span>
          <SentenceText sentence={title} />
        </span>
      </h3>
      <p>
        <SentenceText sentence={why} />
      </p>
      <div className={styles.actions}>
        <Button
          kind="ink"
          data-play-on
          onClick={() => {
            leave();
            closeDropStory();
            void togglePlay();
          }}
        >
          Play on
        </Button>
        <Button
          onClick={() => {
            leave();
            showWholeStory();
          }}
        >
          Show the whole story
        </Button>
      </div>
    </section>
  );
}

function playButton(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-play]");
}
