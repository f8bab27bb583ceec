import { useLayoutEffect, type ReactNode } from "react";
import { useLights } from "../../session/lights-store.ts";
import { lookedAt, useSelection } from "../../session/selection-store.ts";
import { StoryCard } from "../../story/StoryCard.tsx";
import { useMedia, usePhone } from "../../ui/use-media.ts";
import styles from "./MapCard.module.css";
import { type CardGround, useCardPlace } from "./use-card-place.ts";

interface MapCardProps {
  /** Told what is to be called after each picture. */
  readonly onReplace: (replace: () => void) => void;
  readonly ground: () => CardGround | null;
  /** Whether the canvas shows several panels: no corner is free of all of them. */
  readonly split: boolean;
  /** Differs between sizes of the pane. */
  readonly room: string;
}

/** The story of the record that is looked at: over the map where it covers nothing that it tells of, else under it. */
export function MapCard({ onReplace, ground, split, room }: MapCardProps): ReactNode {
  const target = useSelection(lookedAt);
  const pinned = useSelection(({ target: chosen, hovered }) => chosen !== null && hovered === null);
  const held = useSelection(({ target: chosen }) => chosen?.kind === "record");
  const { story, culprit } = useLights();
  const phone = usePhone();
  const narrow = useMedia("(width < 1180px) or (height < 700px)");
  const shown = target?.kind === "record" && story?.seq === target.seq ? story : null;
  const under = phone || (held && (narrow || split));
  const { card, place, docked, replace } = useCardPlace(
    {
      key: shown === null || under ? null : String(shown.seq),
      record: shown?.seq ?? null,
      culprit,
      room,
      mayDock: held,
    },
    ground,
  );
  useLayoutEffect(() => {
    onReplace(replace);
    replace();
  });
  if (shown === null) return null;
  if (under || docked)
    return (
      <div className={styles.docked}>
        <StoryCard story={shown} pinned={pinned} layout={phone ? "sheet" : "strip"} />
      </div>
    );
  return (
    <div
      ref={card}
      className={pinned ? styles.card : `${styles.card} ${styles.passing}`}
      style={place ? { left: place.left, top: place.top } : { visibility: "hidden" }}
    >
      <StoryCard story={shown} pinned={pinned} layout="card" />
    </div>
  );
}
