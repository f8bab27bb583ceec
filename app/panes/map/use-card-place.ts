import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from "react";
import type { VisibleMark } from "../../map/map-types.ts";
import { type CardPlace, placeCard } from "../../map/place-card.ts";
import type { Rect } from "../../map/projection.ts";

/** What the card must know of the picture that it stands on. */
export interface CardGround {
  readonly marks: readonly VisibleMark[];
  readonly plot: Rect;
}

export interface CardOf {
  /** Differs between things that cards tell of; null: there is no card. */
  readonly key: string | null;
  readonly record: number | null;
  readonly culprit: number | null;
  /** Differs between sizes of the pane. */
  readonly room: string;
  /** Whether it may stand under the map: what only passes by stays over it, so that the map keeps its size. */
  readonly mayDock: boolean;
}

export interface CardPlacing {
  readonly card: RefObject<HTMLDivElement | null>;
  /** Null while it is measured, and while it is docked. */
  readonly place: CardPlace | null;
  /** There is no corner for it: it stands under the map, until it tells of another thing or the pane changes. */
  readonly docked: boolean;
  /** To be called after each picture. */
  readonly replace: () => void;
}

/** Keeps a card out of the way of what it tells of. */
export function useCardPlace(of: CardOf, ground: () => CardGround | null): CardPlacing {
  const card = useRef<HTMLDivElement>(null);
  const [placed, setPlaced] = useState<{ readonly of: string; readonly place: CardPlace } | null>(null);
  const [dockedFor, setDockedFor] = useState<string | null>(null);
  const name = of.key === null ? null : `${of.key} ${of.room}`;
  // Another card begins at its best corner.
  const place = placed !== null && placed.of === of.key ? placed.place : null;
  const docked = name !== null && dockedFor === name;

  const replace = (): void => {
    const on = ground();
    const element = card.current;
    if (name === null || docked || on === null || !element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const room = { ...on, width, height, corner: place?.corner ?? null };
    const found =
      placeCard({ ...room, record: of.record, culprit: of.culprit }) ??
      (of.mayDock ? null : placeCard({ ...room, record: null, culprit: null }));
    if (found === null) setDockedFor(of.mayDock ? name : null);
    else if (found.left !== place?.left || found.top !== place.top) setPlaced({ of: of.key!, place: found });
  };
  const latest = useRef(replace);
  useLayoutEffect(() => {
    latest.current = replace;
  });
  const replaceLatest = useCallback(() => latest.current(), []);

  useEffect(() => {
    const element = card.current;
    if (!element) return;
    const observer = new ResizeObserver(replaceLatest);
    observer.observe(element);
    return () => observer.disconnect();
  }, [of.key, docked, replaceLatest]);

  return { card, place: docked ? null : place, docked, replace: replaceLatest };
}
