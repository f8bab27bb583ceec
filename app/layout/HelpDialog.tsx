import { useEffect, useRef, type ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { askAgain } from "../first-run/first-run-store.ts";
import { Button } from "../ui/Button.tsx";
import styles from "./HelpDialog.module.css";

interface HelpDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

const keys: readonly (readonly [where: string, keys: readonly (readonly [key: string, does: string])[]])[] = [
  [
    "Anywhere",
    [
      ["Ctrl ↵ or ⌘ ↵", "Run the query from the start"],
      ["?", "This list"],
    ],
  ],
  [
    "Editor",
    [
      ["Ctrl M", "Tab moves focus, or types a tab"],
      ["Ctrl /", "Comment the line"],
      ["Ctrl .", "Quick fix"],
      ["F8", "Next problem"],
    ],
  ],
  [
    "Transport, while it has focus",
    [
      ["Space", "Play or pause"],
      [".", "Forward one record"],
      ["Home, End", "To start, run to end"],
      ["[ and ]", "Slower, faster"],
      ["← → on the position", "One record back or forward"],
    ],
  ],
  [
    "Time map, while it has focus; the transport's keys work there too",
    [
      ["← →", "Record before or after it by event time"],
      ["↓ ↑", "Record before or after it by arrival"],
      ["w, Shift w", "Next or previous window"],
      ["↵, Esc", "Select, or select nothing"],
      ["+ -, wheel", "Zoom; without focus Ctrl and the wheel"],
      ["Shift and arrows, drag", "Move the view"],
      ["F, double click", "Centre the selection, again or on free ground all"],
    ],
  ],
  [
    "Tables",
    [
      ["Arrows, Page, Home, End", "Move"],
      ["↵", "Select the record, or follow the link"],
    ],
  ],
  [
    "Splitters",
    [
      ["Arrows", "Move"],
      ["Double click", "Back to the first size"],
    ],
  ],
];

const words: readonly (readonly [term: string, meaning: string])[] = [
  ["counted", "The record is in its window. Out of order and counted late are shades of it."],
  ["late", "Its event time is below its partition's watermark; equal is on time."],
  ["dropped", "Counted nowhere: late where the query drops late records, or its window had expired."],
  ["watermark", "The newest event time minus the bound: nothing older is expected any more."],
  ["bound", "How far the watermark stays behind the newest time."],
  ["lateness", "How long a closed window is kept, to be corrected."],
  [
    "open, closed, expired",
    "A window closes when the watermark reaches its end; it expires a lateness later.",
  ],
];

/** The keys of the page and its words, each in one sentence. */
export function HelpDialog({ open, onClose }: HelpDialogProps): ReactNode {
  const { chooseSample } = usePlayground();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);

  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="help-title" onClose={onClose}>
      <header className={styles.head}>
        <h2 id="help-title">Keys and words</h2>
        <Button
          small
          kind="hairline"
          onClick={() => {
            onClose();
            void askAgain(chooseSample);
          }}
        >
          Show the first run again
        </Button>
        <Button small icon="close" aria-label="Close" keys="Esc" onClick={onClose} />
      </header>
      <div className={styles.body}>
        <div>
          {keys.map(([where, list]) => (
            <section key={where} className={styles.group}>
              <h3>{where}</h3>
              <dl>
                {list.map(([key, does]) => (
                  <div key={key}>
                    <dt>{key}</dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <section className={`${styles.group} ${styles.words}`}>
          <h3>Words</h3>
          <dl>
            {words.map(([term, meaning]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </dialog>
  );
}
