import { useState, type ReactNode, type Ref } from "react";
import { Rules } from "../rules/Rules.tsx";
import { Button } from "../ui/Button.tsx";
import styles from "./RulesCard.module.css";

interface RulesSheetProps {
  /** Of the loaded query. */
  readonly preset: string;
  /** Opened by its owner: `showPopover()`. */
  readonly ref: Ref<HTMLDialogElement>;
}

/** The rules of the loaded query on a phone: a sheet at the foot of the page, which takes the focus and gives it back. */
export function RulesSheet({ preset, ref }: RulesSheetProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <dialog
      ref={ref}
      popover="auto"
      aria-label="Rules"
      tabIndex={-1}
      className={styles.sheet}
      onToggle={({ newState, target, currentTarget }) => {
        // Menus in it open and close too.
        if (target !== currentTarget) return;
        setOpen(newState === "open");
        if (newState === "open") currentTarget.focus();
      }}
    >
      <header className={styles.head}>
        <h2>Rules of {preset} for this query</h2>
        <Button
          icon="close"
          aria-label="Close"
          onClick={({ currentTarget }) => currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()}
        />
      </header>
      {open && <Rules />}
    </dialog>
  );
}
