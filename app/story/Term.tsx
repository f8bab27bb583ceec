import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";
import { recordNoun, useDocument } from "../session/document-store.ts";
import { useRun } from "../session/run-store.ts";
import { useClock } from "../session/use-clock.ts";
import { placePopover, usePopover } from "../ui/use-popover.ts";
import type { TermName } from "../words/term-name.ts";
import styles from "./Term.module.css";
import { definition } from "./terms.ts";

/** ms that the pointer rests on a term before it opens, and that it may be away before it closes again. */
const REST = 300;

interface TermProps {
  readonly name: TermName;
  /** As the sentence has it, where that is not the name. */
  readonly text?: string | undefined;
}

/** A word that tells on demand what it means, in one sentence with this run's values. */
export function Term({ name, text = name }: TermProps): ReactNode {
  const query = useRun((run) => run.query);
  const watermark = useRun(({ state }) => state?.watermark ?? null);
  const noun = useDocument(recordNoun);
  const clock = useClock();
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);
  /** Opened by a press: then the pointer may leave. */
  const pressed = useRef(false);
  const popover = usePopover(opener, note, (now) => {
    setOpen(now);
    if (!now) pressed.current = false;
  });
  useEffect(() => () => clearTimeout(resting.current), []);
  useLayoutEffect(() => {
    if (open && note.current && opener.current)
      placePopover(note.current, opener.current.getBoundingClientRect());
  }, [open]);
  if (query === null) return text;

  const after = (act: () => void): void => {
    clearTimeout(resting.current);
    resting.current = setTimeout(act, REST);
  };
  const enter = (): void =>
    after(() => {
      if (!note.current?.matches(":popover-open")) popover.toggle();
    });
  const leave = (): void =>
    after(() => {
      if (!pressed.current) popover.close();
    });
  const press = (event: MouseEvent): void => {
    // The browser would close what the pointer has opened.
    event.preventDefault();
    clearTimeout(resting.current);
    const opened = note.current?.matches(":popover-open") ?? false;
    const closes = opened && pressed.current;
    pressed.current = !closes;
    if (closes || !opened) popover.toggle();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !open) return;
    // What lies under the note is not to be closed with it.
    event.stopPropagation();
    popover.close();
  };

  return (
    <>
      <button
        ref={opener}
        type="button"
        className={styles.term}
        aria-expanded={open}
        aria-describedby={open ? id : undefined}
        popoverTarget={id}
        onClick={press}
        onKeyDown={onKeyDown}
        onPointerEnter={enter}
        onPointerLeave={leave}
      >
        {text}
      </button>
      <span
        ref={note}
        id={id}
        role="note"
        popover="auto"
        className={styles.note}
        onPointerEnter={() => clearTimeout(resting.current)}
        onPointerLeave={leave}
      >
        {open && definition(name, { query, watermark, clock, noun })}
      </span>
    </>
  );
}
