import type { ReactNode } from "react";
import type { Verdict } from "../../../engine/client/types.ts";
import { VerdictGlyph, WithdrawnGlyph } from "../../ui/Glyphs.tsx";
import styles from "./MapLegend.module.css";

const verdicts: readonly Verdict[] = ["counted", "out of order", "counted late", "dropped"];

export interface MapLegendProps {
  /** Whether records to come are explained too. */
  readonly coming: boolean;
  /** Whether rows may be withdrawn. */
  readonly withdrawals: boolean;
  /** In a row of its own, 24 high. */
  readonly row: boolean;
  /** Unless given, all verdicts are explained. */
  readonly only?: ReadonlySet<Verdict> | undefined;
  /** Said at the end of the row. */
  readonly children?: ReactNode;
}

/** The glyphs of the map and their words. */
export function MapLegend({ coming, withdrawals, row, only, children }: MapLegendProps): ReactNode {
  const all = coming ? [...verdicts, "not yet" as const] : verdicts;
  return (
    <div className={row ? `${styles.legend} ${styles.row}` : styles.legend}>
      {all
        .filter((verdict) => only?.has(verdict) ?? true)
        .map((verdict) => (
          <span key={verdict}>
            <VerdictGlyph verdict={verdict} />
            {verdict}
          </span>
        ))}
      {withdrawals && (
        <span>
          <WithdrawnGlyph />
          row withdrawn
        </span>
      )}
      {children}
    </div>
  );
}
