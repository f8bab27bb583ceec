import type { ReactNode } from "react";
import type { Verdict } from "../../../engine/client/types.ts";
import { VerdictGlyph } from "../../ui/Glyphs.tsx";
import styles from "./MapLegend.module.css";

const verdicts: readonly Verdict[] = ["counted", "out of order", "counted late", "dropped"];

interface MapLegendProps {
  /** Whether records to come are explained too. */
  readonly coming: boolean;
  /** In a row of its own, 24 high. */
  readonly row: boolean;
  /** Said at the end of the row. */
  readonly children?: ReactNode;
}

/** The glyphs of the map and their words. */
export function MapLegend({ coming, row, children }: MapLegendProps): ReactNode {
  return (
    <div className={row ? `${styles.legend} ${styles.row}` : styles.legend}>
      {[...verdicts, ...(coming ? (["not yet"] as const) : [])].map((verdict) => (
        <span key={verdict}>
          <VerdictGlyph verdict={verdict} />
          {verdict}
        </span>
      ))}
      {children}
    </div>
  );
}
