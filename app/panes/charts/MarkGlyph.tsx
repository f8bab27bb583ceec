import type { ReactNode } from "react";
import type { Pane } from "../../../engine/client/types.ts";
import styles from "./marks.module.css";

interface MarkProps {
  readonly pane: Pane;
  readonly x: number;
  readonly y: number;
}

/** The mark of a row in a chart: early a hollow circle, on-time a square, late a diamond. */
export function Mark({ pane, x, y }: MarkProps): ReactNode {
  if (pane === "early") return <circle cx={x} cy={y} r="3.2" className={styles.early} />;
  if (pane === "on-time")
    return <rect x={x - 3.2} y={y - 3.2} width="6.4" height="6.4" className={styles.onTime} />;
  return <path d={`M${x} ${y - 5}l5 5l-5 5l-5-5z`} className={styles.late} />;
}

/** The same mark for a legend. */
export function MarkGlyph({ pane }: { readonly pane: Pane }): ReactNode {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <Mark pane={pane} x={6} y={6} />
    </svg>
  );
}
