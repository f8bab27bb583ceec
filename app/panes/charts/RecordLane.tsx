import type { ReactNode } from "react";
import { usePlotArea, useXAxisScale } from "recharts";
import type { RecordRow } from "../../../engine/client/types.ts";
import { chosenRecord, useSelection } from "../../session/selection-store.ts";
import { VerdictMark } from "../../ui/Glyphs.tsx";
import styles from "./Plot.module.css";

/** px of the lane under the plot. */
export const LANE = 18;

/** The fewer there are of a verdict, the more it must be seen: dropped ones lie on top. */
function byWeight(a: RecordRow, b: RecordRow): number {
  const weight = ({ verdict }: RecordRow): number =>
    verdict === "dropped" ? 2 : verdict === "counted late" ? 1 : 0;
  return weight(a) - weight(b);
}

/** The records of a small log at their arrival, each with its verdict: rings are still on their way. */
export function RecordLane({ records }: { readonly records: readonly RecordRow[] }): ReactNode {
  const selected = useSelection(chosenRecord);
  const area = usePlotArea();
  const xOf = useXAxisScale();
  if (!area || !xOf) return null;
  const y = area.y + area.height + LANE / 2 + 1;
  return records.toSorted(byWeight).map(({ seq, arrival, verdict }) => {
    const x = xOf(arrival);
    if (x === undefined || verdict === null) return null;
    return (
      <g key={seq}>
        <VerdictMark verdict={verdict} x={x} y={y} />
        {seq === selected && <circle cx={x} cy={y} r={8} className={styles.selected} />}
      </g>
    );
  });
}
