import type { ReactNode } from "react";
import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import type { Field } from "../../../engine/client/types.ts";
import type { Clock } from "../../words/clock.ts";
import { labelOf, labelSize } from "./end-label.ts";
import type { LineEnd, SeriesPoint } from "./output-series.ts";
import styles from "./Plot.module.css";
import { placeLabels } from "./scale.ts";

/** More labels than this are a thicket. */
const MOST_LABELS = 14;

interface EndLabelsProps {
  readonly ends: readonly LineEnd[];
  /** Marks that stand in the way of labels. */
  readonly marks: readonly SeriesPoint[];
  readonly field: Field | null;
  /** Said where a line is of no one window. */
  readonly name: string;
  readonly clock: Clock;
}

/** Labels at the ends of the highlighted lines: window and value, newest first where room is short. */
export function EndLabels({ ends, marks, field, name, clock }: EndLabelsProps): ReactNode {
  const area = usePlotArea();
  const xOf = useXAxisScale();
  const yOf = useYAxisScale();
  if (!area || !xOf || !yOf) return null;
  const labels = ends.slice(0, MOST_LABELS).flatMap((end) => {
    const [x, y] = [xOf(end.arrival), yOf(end.value)];
    if (x === undefined || y === undefined || y < area.y - 1 || y > area.y + area.height + 1) return [];
    const label = labelOf(end, name, field, clock);
    return [{ ...label, x, y, width: labelSize(label) }];
  });
  const inTheWay = marks.flatMap(({ arrival, value }) => {
    const [x, y] = [xOf(arrival), value === null ? undefined : yOf(value)];
    return x === undefined || y === undefined ? [] : [{ x, y }];
  });
  const room = { left: area.x, right: area.x + area.width + 18, top: area.y };
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {placeLabels(labels, inTheWay, room).map(({ index, x, y, anchor }) => (
        <text key={index} x={x} y={y} textAnchor={anchor} className={styles.label}>
          {labels[index].where} <tspan>{labels[index].value}</tspan>
        </text>
      ))}
    </ZIndexLayer>
  );
}
