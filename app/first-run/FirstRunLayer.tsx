import type { ReactNode } from "react";
import { useTrace } from "../engine/use-trace.ts";
import { type MapPlane, placeOfRecord } from "../map/map-plane.ts";
import { usePhone } from "../ui/use-media.ts";
import { DropStory } from "./DropStory.tsx";
import styles from "./FirstRunLayer.module.css";
import { useDropStory } from "./first-run-store.ts";
import { type Stage, stagesAt } from "./layers-at.ts";
import { MeasuredMiss } from "./MeasuredMiss.tsx";
import { SentenceText } from "../ui/SentenceText.tsx";
import type { FirstScene, SentenceOnMap } from "./first-scene.ts";

interface FirstRunLayerProps {
  readonly scene: FirstScene;
  readonly plane: MapPlane;
  /** Records read. */
  readonly read: number;
}

/** What the first run says, over the map's canvas: it takes the pointer only where it offers something. */
export function FirstRunLayer({ scene, plane, read }: FirstRunLayerProps): ReactNode {
  const { mirror } = useTrace();
  const phone = usePhone();
  const told = useDropStory();
  const { drop } = scene;
  const sentences = phone ? [] : shownAt(scene, read, told);
  const card = told ? (drop?.card ?? null) : null;
  const leaders = [...sentences, ...(card ? [card] : [])].flatMap(({ id, leader }) =>
    leader === null ? [] : [{ id, leader }],
  );
  const spot = told && drop ? placeOfRecord(plane, mirror, drop.seq) : null;

  return (
    <div className={styles.layer}>
      <svg className={styles.lines} aria-hidden="true">
        {leaders.map(({ id, leader: [x1, y1, x2, y2] }) => (
          <line key={id} className={styles.leader} x1={x1} y1={y1} x2={x2} y2={y2} />
        ))}
        {drop && spot?.visible && <MeasuredMiss drop={drop} plane={plane} />}
      </svg>
      <div aria-live="polite">
        {sentences.map(({ id, box, lines }) => (
          <p key={id} className={styles.sentence} style={{ left: box.left, top: box.top }}>
            {lines.map((line, i) => (
              <span key={i}>
                <SentenceText sentence={line} />{" "}
              </span>
            ))}
          </p>
        ))}
      </div>
      {card && drop && (
        <div className={styles.card} style={card.box}>
          <DropStory drop={drop} layout="card" />
        </div>
      )}
    </div>
  );
}

const columnStages: ReadonlySet<Stage> = new Set(["watermark", "closes", "late"]);

/** The sentences of a position: of the column where there is little room only the newest. */
function shownAt(
  { seqs, onMap, start, stacked }: FirstScene,
  read: number,
  told: boolean,
): readonly SentenceOnMap[] {
  if (read === 0) return start.onMap ? [start.onMap] : [];
  const stages = stagesAt(seqs, read).filter((stage) => stage !== "dropped" || !told);
  const newest = stages.findLast((stage) => columnStages.has(stage));
  return stages.flatMap((stage) =>
    !stacked && columnStages.has(stage) && stage !== newest ? [] : (onMap.get(stage) ?? []),
  );
}
