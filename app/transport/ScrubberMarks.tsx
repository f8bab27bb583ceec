import { memo, useMemo, type ReactNode } from "react";
import type { Timeline } from "../../engine/client/types.ts";
import { type ArrivalScale, type DropBar, layOutMarks, partedAt } from "./mark-layout.ts";
import styles from "./Scrubber.module.css";

interface ScrubberMarksProps {
  readonly foretells: boolean;
  readonly marks: Timeline | null;
  readonly scale: ArrivalScale;
  /** px; what stands there or before it is reached. */
  readonly now: number;
}

const NO_MARKS: Pick<Timeline, "drops" | "dropBins" | "closings"> = { drops: [], dropBins: [], closings: [] };

/** Drops above the track and closings below it, grey as long as they lie ahead. */
export const ScrubberMarks = memo(function ScrubberMarks({
  marks,
  scale,
  now,
  foretells,
}: ScrubberMarksProps): ReactNode {
  const { crosses, bars, closings } = useMemo(() => layOutMarks(marks ?? NO_MARKS, scale), [marks, scale]);
  const [dropped, toDrop] = partedAt(crosses, now);
  const [closed, toClose] = partedAt(closings, now);
  return (
    <svg className={styles.marks} aria-hidden="true">
      {foretells && (
        <>
          <path className={styles.binAhead} d={barsPath(bars, now, Infinity)} />
          <path className={styles.dropAhead} d={toDrop.map(cross).join("")} />
          <path className={styles.closingAhead} d={toClose.map(closing).join("")} />
        </>
      )}
      <path className={styles.bin} d={barsPath(bars, -Infinity, now)} />
      <path className={styles.drop} d={dropped.map(cross).join("")} />
      <path className={styles.closing} d={closed.map(closing).join("")} />
    </svg>
  );
});

/** 10 px above the track. */
function cross(x: number): string {
  return `M${x - 3} -13l6 6m0-6l-6 6`;
}

function closing(x: number): string {
  return `M${x} 5v6`;
}

/** The parts of bars between two places; they stand 5 px above the track. */
function barsPath(bars: readonly DropBar[], from: number, to: number): string {
  return bars
    .map(({ left, right, height }) => {
      const start = Math.max(left, from);
      const width = Math.min(right, to) - start;
      return width > 0 ? `M${start} -5h${width}v${-height}h${-width}z` : "";
    })
    .join("");
}
