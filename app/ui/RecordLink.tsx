import type { MouseEvent, ReactNode } from "react";
import { selectRecord } from "../session/selection-store.ts";
import styles from "./RecordLink.module.css";

interface RecordLinkProps {
  readonly seq: number;
  /** Inside a table the table is the tab stop, and Enter on the cell follows the link. */
  readonly inTable?: boolean;
}

/** `#28`: always a link to the record. */
export function RecordLink({ seq, inTable = false }: RecordLinkProps): ReactNode {
  const follow = (event: MouseEvent): void => {
    event.stopPropagation();
    selectRecord(seq);
  };
  return (
    <button
      type="button"
      className={styles.link}
      tabIndex={inTable ? -1 : undefined}
      aria-label={`record #${seq}`}
      onClick={follow}
    >
      #{seq}
    </button>
  );
}
