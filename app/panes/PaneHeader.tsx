import type { ReactNode } from "react";
import styles from "./PaneHeader.module.css";

interface PaneHeaderProps {
  readonly id: string;
  readonly title: string;
  /** Facts beside the title. */
  readonly children?: ReactNode;
  /** Controls at the right. */
  readonly actions?: ReactNode;
}

/** The header of a pane, 32 high. */
export function PaneHeader({ id, title, children, actions }: PaneHeaderProps): ReactNode {
  return (
    <header className={styles.header}>
      <h2 id={id}>{title}</h2>
      <div className={styles.facts}>{children}</div>
      {actions}
    </header>
  );
}
