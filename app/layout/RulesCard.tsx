import { useId, useRef, useState, type ReactNode } from "react";
import { Rules } from "../rules/Rules.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { usePopover } from "../ui/use-popover.ts";
import styles from "./RulesCard.module.css";

interface RulesCardProps {
  /** Of the loaded query. */
  readonly preset: string;
  readonly captioned: boolean;
}

/** Whose rules the loaded query runs under, and a card with what they come to for it. */
export function RulesCard({ preset, captioned }: RulesCardProps): ReactNode {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const popover = usePopover(opener, card, setOpen);

  return (
    <>
      <Button
        ref={opener}
        aria-label={`Rules: ${preset}`}
        aria-expanded={open}
        aria-controls={id}
        onClick={popover.toggle}
      >
        {captioned && <span>Rules</span>}
        <b>{preset}</b>
        <Icon name="down" />
      </Button>
      <dialog ref={card} id={id} popover="auto" aria-label="Rules" className={styles.card}>
        <h2>Rules of {preset} for this query</h2>
        {open && <Rules />}
      </dialog>
    </>
  );
}
