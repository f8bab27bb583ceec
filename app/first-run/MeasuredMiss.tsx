import type { ReactNode } from "react";
import { useTrace } from "../engine/use-trace.ts";
import { type MapPlane, panelOf, type PlanePlace, placeOfRecord } from "../map/map-plane.ts";
import { duration } from "../words/clock.ts";
import styles from "./FirstRunLayer.module.css";
import type { DropScene } from "./use-first-scene.ts";

interface MeasuredMissProps {
  readonly drop: DropScene;
  readonly plane: MapPlane;
}

/** On the now line, from the end of the window to the lateness line: by how much it was missed; and who is told of. */
export function MeasuredMiss({ drop: { seq, miss }, plane }: MeasuredMissProps): ReactNode {
  const { mirror } = useTrace();
  const at = placeOfRecord(plane, mirror, seq);
  if (!at) return null;
  const { projection } = panelOf(plane, mirror.partition[seq - mirror.first]!);
  const arrival = mirror.arrival[seq - mirror.first]!;
  const [from, to] = [projection.x(miss.from, arrival), projection.x(miss.to, arrival)];
  const culprit = miss.culprit === null ? null : placeOfRecord(plane, mirror, miss.culprit);
  return (
    <g>
      <path
        className={styles.miss}
        d={`M${from} ${at.y}H${to}M${from} ${at.y - 5}v10M${to} ${at.y - 5}v10`}
      />
      <text className={styles.number} x={(from + to) / 2} y={at.y - 8}>
        {duration(miss.to - miss.from)}
      </text>
      {culprit?.visible && <Tagged seq={miss.culprit!} at={culprit} radius={8.5} side="right" />}
      <Tagged seq={seq} at={at} radius={10} side="left" />
    </g>
  );
}

interface TaggedProps {
  readonly seq: number;
  readonly at: PlanePlace;
  readonly radius: number;
  readonly side: "left" | "right";
}

/** A record that is told of: a ring around it, and its number in ink beside it. */
function Tagged({ seq, at: { x, y }, radius, side }: TaggedProps): ReactNode {
  const width = 8 + 6.5 * (String(seq).length + 1);
  const left = side === "left" ? x - radius - 4 - width : x + radius + 3.5;
  return (
    <>
      <circle className={styles.ring} cx={x} cy={y} r={radius} />
      <rect className={styles.tag} x={left} y={y - 8} width={width} height={16} rx={3} />
      <text className={styles.tagText} x={left + width / 2} y={y + 3.5}>
        {`#${seq}`}
      </text>
    </>
  );
}
