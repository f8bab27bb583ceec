import type { ReactNode } from "react";
import { useTrace } from "../engine/use-trace.ts";
import { type MapPlane, panelOf, placeOfRecord } from "../map/map-plane.ts";
import { duration } from "../words/clock.ts";
import styles from "./FirstRunLayer.module.css";
import type { DropScene } from "./first-scene.ts";

interface MeasuredMissProps {
  readonly drop: DropScene;
  readonly plane: MapPlane;
}

/** On the now line, from the end of the window to the lateness line: by how much it was missed. */
export function MeasuredMiss({ drop: { seq, miss }, plane }: MeasuredMissProps): ReactNode {
  const { mirror } = useTrace();
  const at = placeOfRecord(plane, mirror, seq);
  if (!at) return null;
  const { projection } = panelOf(plane, mirror.partition[seq - mirror.first]!);
  const arrival = mirror.arrival[seq - mirror.first]!;
  const [from, to] = [projection.x(miss.from, arrival), projection.x(miss.to, arrival)];
  return (
    <g>
      <path
        className={styles.miss}
        d={`M${from} ${at.y}H${to}M${from} ${at.y - 5}v10M${to} ${at.y - 5}v10`}
      />
      <text className={styles.number} x={(from + to) / 2} y={at.y - 8}>
        {duration(miss.to - miss.from)}
      </text>
    </g>
  );
}
