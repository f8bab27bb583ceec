import { useEffect, useRef, type ReactNode } from "react";
import { usePlayground } from "../engine/playground-context.ts";
import { askAgain } from "../first-run/first-run-store.ts";
import { useRun } from "../session/run-store.ts";
import { useClock } from "../session/use-clock.ts";
import { runFacts } from "../status/run-facts.ts";
import { Button } from "../ui/Button.tsx";
import { usePhone } from "../ui/use-media.ts";
import styles from "./HelpDialog.module.css";

interface HelpDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

type KeyList = readonly (readonly [key: string, does: string])[];

/** By the place that must have focus. */
const runKeys: readonly (readonly [where: string, keys: KeyList])[] = [
  [
    "Anywhere",
    [
      ["Ctrl ↵ or ⌘ ↵", "Run the query from the start"],
      ["Ctrl S or ⌘ S", "Copy a link to this query at this instant"],
      ["?", "This list"],
    ],
  ],
  [
    "Transport and time map",
    [
      ["Space", "Play or pause"],
      [". and ,", "Next, previous record"],
      ["⇧ . and ⇧ ,", "Next, previous window close"],
      ["D, ⇧ D", "Next, previous drop"],
      ["C, ⇧ C", "Next, previous correction"],
      ["M, ⇧ M", "Next, previous watermark move"],
      ["R, ⇧ R", "Next, previous output row"],
      ["Home, End", "To start, run to end"],
      ["[ and ]", "Slower, faster"],
    ],
  ],
  [
    "Position in the stream",
    [
      ["← →", "One record back or forward"],
      ["Page Up, Page Down", "A tenth of the stream forward or back"],
    ],
  ],
  [
    "Time map",
    [
      ["← →", "Record before or after it by event time"],
      ["↓ ↑", "Record before or after it by arrival"],
      ["W, ⇧ W", "Next or previous window"],
      ["↵, Esc", "Select, or select nothing"],
      ["+ -, wheel", "Zoom; without focus Ctrl and the wheel"],
      ["⇧ and arrows, drag", "Move the view"],
      ["F, double click", "Centre the selection, again or on free ground all"],
    ],
  ],
];

const paneKeys: typeof runKeys = [
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

/** The keys of the page, each at the place that it works at, and its words, each in one sentence. */
export function HelpDialog({ open, onClose }: HelpDialogProps): ReactNode {
  const { chooseSample } = usePlayground();
  const dialog = useRef<HTMLDialogElement>(null);
  const phone = usePhone();
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
        {phone && open && <ThisRun />}
        <div>
          {runKeys.map(([where, list]) => (
            <Terms key={where} title={where} list={list} />
          ))}
        </div>
        <div>
          {paneKeys.map(([where, list]) => (
            <Terms key={where} title={where} list={list} />
          ))}
          <div className={styles.words}>
            <Terms title="Words" list={words} />
          </div>
        </div>
      </div>
    </dialog>
  );
}

/** What the status bar says, where there is none. */
function ThisRun(): ReactNode {
  const state = useRun((run) => run.state);
  const clock = useClock();
  return state && <Terms title="This run" list={runFacts(state, clock)} />;
}

interface TermsProps {
  readonly title: string;
  readonly list: readonly (readonly [term: string, meaning: string])[];
}

function Terms({ title, list }: TermsProps): ReactNode {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <dl>
        {list.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
