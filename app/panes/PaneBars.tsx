import type { ReactNode } from "react";
import styles from "./PaneBars.module.css";

/** The tool row of a pane, 32 high. */
export function PaneTools({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={styles.tools}>{children}</div>;
}

interface PaneFootProps {
  readonly children: ReactNode;
  readonly right?: ReactNode;
}

/** The foot of a pane: at least 24 high; it wraps before anything is cut. */
export function PaneFoot({ children, right }: PaneFootProps): ReactNode {
  return (
    <div className={styles.foot}>
      <span>{children}</span>
      {right !== undefined && <span className={styles.right}>{right}</span>}
    </div>
  );
}
